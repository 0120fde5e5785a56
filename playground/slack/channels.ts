/** What happens to channels, by whomever it is done; the rules that hold for everybody refuse with Slack's codes. */

import { newChannel } from './beginnings.ts';
import { about, tell } from './events.ts';
import { limits } from './limits.ts';
import { systemMessage } from './messages.ts';
import { refuse } from './refusal.ts';
import type { Channel, Team } from './state.ts';
import { nextId } from './state.ts';
import type { World } from './world.ts';
import { bot, isIn, personById } from './world.ts';

/** docs.slack.dev/reference/methods/conversations.create#naming; taken names count even where nobody here can see their channel. */
function refuseName(team: Team, name: unknown, except?: Channel): asserts name is string {
  if (typeof name !== 'string' || name === '') refuse('invalid_name_required');
  if (name.length > limits.channelName) refuse('invalid_name_maxlength');
  if (!/^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}_-]+$/u.test(name)) refuse('invalid_name_specials');
  if (/^[_-]+$/.test(name)) refuse('invalid_name_punctuation');
  if (team.channels.some(c => c !== except && c.name === name)) refuse('name_taken');
}

export function createChannel(world: World, team: Team, by: string, name: string, isPrivate: boolean): Channel {
  refuseName(team, name);
  const channel = newChannel(world.state, world.now(), {
    name,
    kind: isPrivate ? 'private' : 'public',
    creator: by,
    members: [],
  });
  team.channels.push(channel);
  join(world, team, channel, by);
  return channel;
}

export function join(world: World, team: Team, channel: Channel, user: string, inviter?: string): void {
  channel.members.push(user);
  const subtype = about(channel, 'join');
  systemMessage(
    world,
    team,
    channel,
    user,
    subtype,
    `<@${user}> has joined the channel${inviter ? ` by invitation from <@${inviter}>` : ''}`,
  );
  const event = {
    type: 'member_joined_channel',
    user,
    channel: channel.id,
    channel_type: channel.kind === 'private' ? 'G' : 'C',
    team: team.id,
  };
  tell(world, team, inviter ? { ...event, inviter } : event, channel);
  world.changed();
}

export function leave(world: World, team: Team, channel: Channel, user: string, by: string = user): void {
  const isApp = user === team.botUserId;
  const { ownLeaving } = world.telling;
  if (!isApp || ownLeaving !== 'group_left') tellLeft(world, team, channel, user);
  channel.members = channel.members.filter(m => m !== user);
  const text = by === user ? `<@${user}> has left the channel` : `<@${by}> removed <@${user}> from the channel`;
  systemMessage(world, team, channel, by, about(channel, 'leave'), text);
  if (isApp && ownLeaving !== 'member_left_channel')
    tell(world, team, { type: about(channel, 'left'), channel: channel.id, actor_id: by });
  world.changed();
}

function tellLeft(world: World, team: Team, channel: Channel, user: string): void {
  const channel_type = channel.kind === 'private' ? 'G' : 'C';
  tell(world, team, { type: 'member_left_channel', user, channel: channel.id, channel_type, team: team.id }, channel);
}

/** Why this person can't be brought into the channel, or nothing. */
export function inviteTrouble(team: Team, channel: Channel, user: string, by: string): string | undefined {
  const person = personById(team, user);
  if (user === by) return 'cant_invite_self';
  if (!person || person.deleted) return 'user_not_found';
  if (isIn(channel, user)) return 'already_in_channel';
  if (person.guest && !personById(team, by)?.admin) return 'user_is_restricted';
}

export function rename(world: World, team: Team, channel: Channel, by: string, name: string): void {
  if (channel.archived) refuse('is_archived');
  refuseName(team, name, channel);
  const old = channel.name;
  channel.name = name;
  systemMessage(
    world,
    team,
    channel,
    by,
    about(channel, 'name'),
    `<@${by}> has renamed the channel from "${old}" to "${name}"`,
  );
  const shape = {
    id: channel.id,
    name,
    name_normalized: name,
    created: Math.floor(channel.created / 1000),
    is_channel: channel.kind === 'public',
    is_mpim: false,
  };
  tell(world, team, { type: about(channel, 'rename'), channel: shape }, channel);
  world.changed();
}

export function describe(
  world: World,
  team: Team,
  channel: Channel,
  by: string,
  what: 'topic' | 'purpose',
  words: string,
): void {
  if (channel.archived) refuse('is_archived');
  if ([...words].length > limits.topic) refuse('too_long');
  if (channel[what] === words) return;
  channel[what] = words;
  systemMessage(
    world,
    team,
    channel,
    by,
    about(channel, what),
    `<@${by}> set the channel ${what === 'topic' ? 'topic' : 'description'}: ${words}`,
  );
  world.changed();
}

export function archive(world: World, team: Team, channel: Channel, by: string): void {
  if (channel.archived) refuse('already_archived');
  if (channel.general) refuse('cant_archive_general');
  systemMessage(world, team, channel, by, about(channel, 'archive'), `<@${by}> archived the channel`);
  channel.archived = true;
  tell(world, team, { type: about(channel, 'archive'), channel: channel.id, user: by, is_moved: 0 }, channel);
  channel.members = channel.members.filter(id => id !== team.botUserId); // no app stays in what is archived
  world.changed();
}

/** Nobody brings the app back by it. */
export function unarchive(world: World, team: Team, channel: Channel, by: string): void {
  if (!channel.archived) refuse('not_archived');
  channel.archived = false;
  systemMessage(world, team, channel, by, about(channel, 'unarchive'), `<@${by}> un-archived the channel`);
  if (channel.kind === 'public' || world.telling.unarchiving)
    tell(world, team, { type: about(channel, 'unarchive'), channel: channel.id, user: by });
  world.changed();
}

/** Its id stays; what is asked of it from then on needs the scopes of its new kind. */
export function convert(world: World, team: Team, channel: Channel, by: string, kind: 'public' | 'private'): void {
  if (channel.archived) refuse('is_archived');
  if (channel.kind === kind) refuse('method_not_supported_for_channel_type');
  if (channel.general) refuse('restricted_action');
  channel.kind = kind;
  const words = `<@${by}> made this channel *${kind}*`;
  systemMessage(world, team, channel, by, `channel_convert_to_${kind}`, words);
  world.changed();
}

/**
 * With another organisation, by Slack Connect: a private channel then goes by another id for good. Of old ones, which begin with G, the
 * rest of it stays. docs.slack.dev/reference/events/channel_id_changed, github.com/Netflix/dispatch/pull/560
 */
export function connect(world: World, team: Team, channel: Channel, other: string): void {
  if (channel.archived) refuse('is_archived');
  if (channel.kind !== 'private' && channel.kind !== 'public') refuse('method_not_supported_for_channel_type');
  const before = channel.connected ?? [];
  if (before.includes(other)) throw new Error(`${channel.name} is shared with ${other}`);
  if (channel.kind === 'private' && before.length === 0) becomes(world, team, channel, otherIdOf(world, channel));
  channel.connected = [...before, other];
  tell(world, team, { type: 'channel_shared', connected_team_id: other, channel: channel.id }, channel);
  world.changed();
}

const otherIdOf = (world: World, { id }: Channel): string =>
  id.startsWith('G') ? `C${id.slice(1)}` : nextId(world.state, 'C');

function becomes(world: World, team: Team, channel: Channel, id: string): void {
  const old_channel_id = channel.id;
  channel.id = id;
  for (const file of team.files) file.channels = file.channels.map(id => (id === old_channel_id ? channel.id : id));
  tell(world, team, { type: 'channel_id_changed', old_channel_id, new_channel_id: channel.id }, channel);
}

/** As it would be had it been made years ago: the ids of private channels began with G then. */
export function makeOld(world: World, team: Team, channel: Channel): void {
  if (channel.kind !== 'private' || channel.id.startsWith('G')) throw new Error(`${channel.name} can't be of old`);
  becomes(world, team, channel, `G${channel.id.slice(1)}`);
  world.changed();
}

/** No longer with that organisation; its id stays. docs.slack.dev/reference/events/channel_unshared */
export function disconnect(world: World, team: Team, channel: Channel, other: string): void {
  const before = channel.connected ?? [];
  if (!before.includes(other)) throw new Error(`${channel.name} is not shared with ${other}`);
  channel.connected = before.filter(one => one !== other);
  const is_ext_shared = channel.connected.length > 0;
  const event = { type: 'channel_unshared', previously_connected_team_id: other, channel: channel.id, is_ext_shared };
  tell(world, team, event, channel);
  world.changed();
}

export function deleteChannel(world: World, team: Team, channel: Channel, by: string): void {
  if (channel.general) refuse('cant_archive_general'); // nor does a client offer it
  tell(
    world,
    team,
    {
      type: about(channel, 'deleted'),
      channel: channel.id,
      actor_id: by,
      date_deleted: Math.floor(world.now() / 1000),
    },
    channel,
  );
  team.channels = team.channels.filter(c => c !== channel);
  world.changed();
}

/** A channel that takes its name and is seen by nobody who acts here: its only member is somebody unknown. */
export function addHiddenChannel(world: World, team: Team, name: string): void {
  refuseName(team, name);
  team.channels.push(
    newChannel(world.state, world.now(), {
      name,
      kind: 'private',
      creator: 'USOMEBODYELSE',
      members: ['USOMEBODYELSE'],
    }),
  );
  world.changed();
}

export const botSees = (team: Team, channel: Channel): boolean =>
  channel.kind === 'public' || isIn(channel, bot(team).id);
