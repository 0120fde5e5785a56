/** People, conversations, messages and files in the JSON that the Web API and events show. docs.slack.dev/reference/objects */
import { linked } from './escaping.ts';
import { fileUrl } from './pictures.ts';
import type { Channel, Elsewhere, Json, Message, OtherApp, Person, SharedFile, Team } from './state.ts';
import { appId, botName } from './state.ts';
import type { World } from './world.ts';
import { isIn } from './world.ts';

/** Seconds east of Greenwich at that moment: `GMT+05:30`. */
function offsetOf(timeZone: string, now: number): number {
  const [, sign, hours = '0', minutes = '0'] = partOf(timeZone, now, 'longOffset').match(/([+-])(\d{2}):(\d{2})/) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
const partOf = (timeZone: string, now: number, timeZoneName: 'long' | 'longOffset'): string =>
  new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName }).formatToParts(now).find(p => p.type === 'timeZoneName')
    ?.value ?? '';

const enterpriseUser = ({ id, teams }: NonNullable<Elsewhere['organisation']>): Json => ({
  enterprise_id: id,
  is_admin: false,
  is_owner: false,
  teams,
});

/** Of who is deactivated, neither time zone nor name is told beside their profile. docs.slack.dev/reference/objects/user-object, github.com/slackhq/slack-api-docs/issues/15 */
export function userShape(world: World, team: Team, person: Person): Json {
  const [first = '', ...last] = person.name.split(' ');
  return {
    id: person.id,
    team_id: (person.elsewhere ?? team).id,
    ...(person.elsewhere?.organisation && { enterprise_user: enterpriseUser(person.elsewhere.organisation) }),
    name: person.handle,
    deleted: person.deleted,
    ...(person.deleted
      ? {}
      : {
          real_name: person.name,
          tz: person.timeZone,
          tz_label: partOf(person.timeZone, world.now(), 'long'),
          tz_offset: offsetOf(person.timeZone, world.now()),
        }),
    locale: person.locale,
    profile: {
      real_name: person.name,
      real_name_normalized: person.name,
      display_name: '',
      display_name_normalized: '',
      first_name: first,
      last_name: last.join(' '),
      team: team.id,
      ...(person.id === team.botUserId ? { bot_id: team.botId, api_app_id: appId } : {}),
    },
    is_admin: person.admin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.guest,
    is_ultra_restricted: false,
    is_bot: person.bot,
    is_app_user: false,
    updated: 0,
  };
}

export function channelShape(team: Team, channel: Channel): Json {
  const { connected = [] } = channel;
  const shared = {
    id: channel.id,
    created: Math.floor(channel.created / 1000),
    is_archived: channel.archived,
    is_org_shared: false,
    context_team_id: team.id,
    updated: channel.created,
  };
  if (channel.kind === 'mpim')
    return { ...shared, name: channel.name, is_mpim: true, is_im: false, is_private: true, is_member: true };
  if (channel.kind === 'im')
    return { ...shared, is_im: true, user: channel.members.find(m => m !== team.botUserId), is_user_deleted: false };
  return {
    ...shared,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === 'private',
    is_general: channel.general,
    is_shared: connected.length > 0,
    is_ext_shared: connected.length > 0,
    shared_team_ids: [team.id, ...connected],
    internal_team_ids: [],
    pending_shared: [],
    pending_connected_team_ids: [],
    is_pending_ext_shared: false,
    is_member: isIn(channel, team.botUserId),
    creator: channel.creator,
    topic: { value: linked(channel.topic), creator: channel.topic ? channel.creator : '', last_set: 0 },
    purpose: { value: linked(channel.purpose), creator: channel.purpose ? channel.creator : '', last_set: 0 },
    previous_names: [],
  };
}

export function fileShape(world: World, team: Team, file: SharedFile): Json {
  const link = fileUrl(world, team, file);
  return {
    id: file.id,
    created: Math.floor(file.at / 1000),
    timestamp: Math.floor(file.at / 1000),
    name: file.name,
    title: file.title,
    mimetype: file.settling ? '' : file.type,
    filetype: file.settling ? '' : file.name.includes('.') ? file.name.split('.').at(-1) : 'binary',
    user: file.by,
    user_team: team.id,
    size: Buffer.from(file.body ?? '', 'base64').length,
    mode: 'hosted',
    is_external: false,
    is_public: team.channels.some(c => c.kind === 'public' && file.channels.includes(c.id)),
    ...(file.alt ? { alt_txt: file.alt } : {}),
    url_private: link,
    url_private_download: `${link}?download=1`,
    permalink: `https://${team.domain}.slack.com/files/${file.by}/${file.id}/${encodeURIComponent(file.name)}`,
    channels: file.channels.filter(id => team.channels.some(c => c.id === id && c.kind === 'public')),
    groups: file.channels.filter(id => team.channels.some(c => c.id === id && c.kind === 'private')),
    ...(file.settling ? {} : { shares: sharesOf(team, file) }),
    ims: file.channels.filter(id => team.channels.some(c => c.id === id && c.kind === 'im')),
  };
}

/**
 * As messages show it: in a channel that is shared with another organisation by its id alone (docs.slack.dev/reference/events/message/file_share),
 * and whatever is kept back by no more (as github.com/zulip/zulip, zerver/data_import/slack.py meets it).
 */
function fileIn(world: World, team: Team, file: SharedFile): Json {
  const { id, keptBack } = file;
  if (keptBack === 'hidden_by_limit' || keptBack === 'tombstone') return { id, mode: keptBack };
  const isElsewhereToo = team.channels.some(one => one.connected?.length && file.channels.includes(one.id));
  const file_access = keptBack ?? (isElsewhereToo ? 'check_file_info' : undefined);
  return file_access
    ? { id, mode: 'file_access', file_access, created: 0, timestamp: 0, user: '' }
    : fileShape(world, team, file);
}

/** In which messages it stands; a direct message counts as private. */
function sharesOf(team: Team, file: SharedFile): Json {
  const within = (open: boolean): Json =>
    Object.fromEntries(
      team.channels
        .filter(c => file.channels.includes(c.id) && (c.kind === 'public') === open)
        .map(c => [c.id, c.messages.filter(m => m.files?.includes(file.id)).map(m => ({ ts: m.ts }))]),
    );
  const all = { public: within(true), private: within(false) };
  return Object.fromEntries(Object.entries(all).filter(([, channels]) => Object.keys(channels).length > 0));
}

export function permalink(team: Team, channel: Channel, message: Message): string {
  const thread =
    message.threadTs && message.threadTs !== message.ts ? `?thread_ts=${message.threadTs}&cid=${channel.id}` : '';
  return `https://${team.domain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}${thread}`;
}

/** docs.slack.dev/messaging/retrieving-messages#threading */
function threadShape({ ts, threadTs, parentUser, replies = [] }: Message): Json {
  if (threadTs === undefined) return {};
  if (threadTs !== ts) return { thread_ts: threadTs, parent_user_id: parentUser };
  const reply_users = [...new Set(replies.map(reply => reply.user))];
  return {
    thread_ts: ts,
    reply_count: replies.length,
    reply_users,
    reply_users_count: reply_users.length,
    latest_reply: replies.at(-1)?.ts,
    is_locked: false,
    subscribed: false,
  };
}

const saidBy = (team: Team, { id, bot, name }: OtherApp): Json => ({
  bot_id: bot,
  app_id: id,
  bot_profile: { id: bot, app_id: id, name, team_id: team.id, deleted: false },
});

export function messageShape(world: World, team: Team, message: Message, { metadata = false } = {}): Json {
  const byApp = message.byApp
    ? saidBy(team, { id: appId, bot: team.botId, name: botName })
    : message.through && saidBy(team, message.through);
  return {
    type: 'message',
    ...(message.subtype ? { subtype: message.subtype } : {}),
    user: message.user,
    ts: message.ts,
    ...(message.subtype === 'tombstone' ? { hidden: true } : {}),
    ...byApp,
    text: message.text,
    team: team.id,
    ...(message.blocks ? { blocks: message.blocks } : {}),
    ...(message.attachments ? { attachments: message.attachments } : {}),
    ...threadShape(message),
    ...(message.edited ? { edited: message.edited } : {}),
    ...(message.files
      ? { files: message.files.map(id => fileIn(world, team, team.files.find(f => f.id === id)!)), upload: false }
      : {}),
    ...(message.reactions ? { reactions: message.reactions.map(r => ({ ...r, count: r.users.length })) } : {}),
    ...(metadata && message.metadata ? { metadata: message.metadata } : {}),
  };
}
