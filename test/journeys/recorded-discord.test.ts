/**
 * What Discord is known to send besides what people do here: to the letter, with the ids of this place. Nothing of it is taken for a
 * document or a person, nothing is an error, and the bot goes on. Shapes: docs.discord.com/developers/events/gateway-events,
 * …/resources/message, …/interactions/receiving-and-responding; github.com/discord/discord-api-docs/issues/7193, /2614, /7125.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startCop } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

const space = 'cop-wound-care';
let it_: Stage;
let at: { readonly guild: string; readonly channel: string; readonly amira: object };

beforeEach(async () => {
  it_ = await stage('discord');
  const amira = it_.person('Amira');
  await startCop(amira);
  await it_.settled();
  const channel = (await amira.channels()).find(one => one.name === space)?.id ?? '';
  const user = { id: amira.id, username: 'amira', discriminator: '0', global_name: 'Amira Haddad', avatar: null };
  at = { guild: it_.playground.workspaceId(), channel, amira: user };
});
afterEach(() => it_?.stop());

type Place = typeof at;
const [message, other, timestamp] = ['1255957733279273083', '1255957733279273084', '2026-11-04T09:20:03.181000+00:00'];
const file = { id: '1', filename: 'Protocol.pdf', content_type: 'application/pdf', size: 9, url: '', proxy_url: '' };
const said = ({ guild, channel, amira }: Place, more: object) => ({
  id: message,
  channel_id: channel,
  guild_id: guild,
  author: amira,
  member: { nick: null, roles: [], joined_at: timestamp, deaf: false, mute: false, flags: 0 },
  type: 0,
  content: '',
  timestamp,
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  pinned: false,
  flags: 0,
  components: [],
  ...more,
});
const forwarded = (files: readonly object[]) => ({
  message_reference: { type: 1, message_id: other, channel_id: other, guild_id: other },
  message_snapshots: [
    { message: { type: 0, content: 'Theirs', mentions: [], attachments: files, embeds: [], timestamp, flags: 0 } },
  ],
});
const interaction = ({ guild, channel, amira }: Place, more: object) => ({
  id: message,
  application_id: other,
  token: 'token',
  version: 1,
  guild_id: guild,
  channel_id: channel,
  member: { user: amira, nick: null, roles: [], permissions: '0', joined_at: timestamp, flags: 0 },
  locale: 'en-GB',
  entitlements: [],
  authorizing_integration_owners: { 1: '1' },
  context: 0,
  ...more,
});

const harmless: readonly (readonly [string, string, (place: Place) => { readonly guild_id?: string } & object])[] = [
  ['what somebody forwards, without a file', 'MESSAGE_CREATE', here => said(here, forwarded([]))],
  [
    'a poll',
    'MESSAGE_CREATE',
    here =>
      said(here, { poll: { question: { text: 'When?' }, answers: [], allow_multiselect: false, layout_type: 1 } }),
  ],
  ['a sticker', 'MESSAGE_CREATE', here => said(here, { sticker_items: [{ id: '1', name: 'Wave', format_type: 1 }] })],
  ['somebody who came', 'MESSAGE_CREATE', here => said(here, { type: 7 })],
  ['a word that AutoMod kept back', 'MESSAGE_CREATE', here => said(here, { type: 24, attachments: [file] })],
  [
    'what a webhook posts, of which no member is told',
    'MESSAGE_CREATE',
    here =>
      said(here, { member: undefined, webhook_id: other, author: { ...here.amira, bot: true }, attachments: [file] }),
  ],
  [
    'a pin in a channel that nobody knows',
    'CHANNEL_PINS_UPDATE',
    () => ({ channel_id: other, last_pin_timestamp: null }),
  ],
  ['a pin of what is told of no more', 'MESSAGE_CREATE', here => said(here, { type: 6, message_reference: undefined })],
  ['a change of which little is told', 'MESSAGE_UPDATE', ({ channel }) => ({ id: message, channel_id: channel })],
  ['a deletion in a direct message', 'MESSAGE_DELETE', () => ({ id: message, channel_id: other })],
  [
    'the members of a thread that nobody knows',
    'THREAD_MEMBERS_UPDATE',
    ({ guild }) => ({ id: other, guild_id: guild, member_count: 1, added_members: [], removed_member_ids: [] }),
  ],
  ['a thread that nobody knows is deleted', 'THREAD_DELETE', ({ guild }) => ({ id: other, guild_id: guild, type: 11 })],
  [
    'threads anew, after the bot was let see them',
    'THREAD_LIST_SYNC',
    ({ guild }) => ({ guild_id: guild, threads: [], members: [] }),
  ],
  [
    'who may use a command',
    'APPLICATION_COMMAND_PERMISSIONS_UPDATE',
    ({ guild }) => ({ guild_id: guild, id: other, application_id: other, permissions: [] }),
  ],
  ['an event of tomorrow', 'GUILD_SOMETHING_NEW', ({ guild }) => ({ guild_id: guild, it: null })],
  [
    'a command that Discord opens an activity by',
    'INTERACTION_CREATE',
    here => interaction(here, { type: 2, data: { id: '1', name: 'launch', type: 4 } }),
  ],
  [
    'a command about somebody, of another program of the same app',
    'INTERACTION_CREATE',
    here => {
      const resolved = { users: { [other]: { id: other, username: 'ben', discriminator: '0', avatar: null } } };
      return interaction(here, { type: 2, data: { id: '1', name: 'Who is it', type: 2, target_id: other, resolved } });
    },
  ],
  [
    'a server once more, with places of all kinds, and people of whom little is told',
    'GUILD_CREATE',
    ({ guild, amira }) => ({
      id: guild,
      name: 'Community Health',
      unavailable: false,
      owner_id: other,
      roles: [{ id: guild, name: '@everyone', permissions: '0', position: 0, color: 0, colors: null, tags: null }],
      channels: [2, 4, 5, 13, 15, 16, 99].map(type => ({
        id: `${message.slice(0, -2)}${type < 10 ? `0${type}` : type}`,
        type,
        name: `kind ${type}`,
        topic: null,
        parent_id: null,
        position: 0,
        permission_overwrites: [],
        available_tags: [],
        default_reaction_emoji: null,
        icon_emoji: null,
        theme_color: null,
      })),
      threads: [
        {
          id: other,
          type: 11,
          name: 'a post',
          parent_id: `${message.slice(0, -2)}15`,
          owner_id: other,
          member: null,
          thread_metadata: { archived: false, auto_archive_duration: 60, archive_timestamp: timestamp, locked: false },
        },
      ],
      members: [
        { user: { ...amira, global_name: null }, nick: null, avatar: null, roles: [], joined_at: null, flags: 0 },
      ],
      presences: [],
      voice_states: [],
      stage_instances: [],
      guild_scheduled_events: [],
      soundboard_sounds: [],
      emojis: [],
      stickers: [],
      features: [],
    }),
  ],
  [
    'a channel of a kind of tomorrow',
    'CHANNEL_CREATE',
    ({ guild }) => ({ id: other, guild_id: guild, type: 99, name: 'x', permission_overwrites: [] }),
  ],
  ['a server that is out of order', 'GUILD_DELETE', () => ({ id: other, unavailable: true })],
  [
    'a command where the app is its user’s own, in no server of the bot’s',
    'INTERACTION_CREATE',
    here =>
      interaction(here, {
        type: 2,
        guild_id: undefined,
        member: undefined,
        user: here.amira,
        channel: { id: other, type: 3, recipients: [], name: null },
        channel_id: other,
        context: 2,
        authorizing_integration_owners: { 1: '1' },
        data: { id: '1', name: 'cop', type: 1 },
      }),
  ],
  ['an interaction of a kind of tomorrow', 'INTERACTION_CREATE', here => interaction(here, { type: 99, data: {} })],
];

const everything = async () => ({
  documents: await it_.store.db.selectFrom('documents').select('title').execute(),
  people: await it_.store.db.selectFrom('persons').select('name').execute(),
  cops: await it_.store.db.selectFrom('cops').select(['state', 'space_id']).execute(),
});
const troubles = () => it_.log.filter(line => 'level' in line && (line.level === 'error' || line.level === 'warn'));

describe('leaves all as it is', () => {
  it.each(harmless)('%s', async (_what, name, event) => {
    const before = await everything();
    it_.playground.clearTraffic();
    it_.playground.tells?.(name, event(at));
    await it_.playground.until(() => it_.playground.traffic.some(one => one.name === name), 'it to be told');
    const amira = it_.person('Amira');
    await amira.types('/cop find nothing of the kind', { in: 'general' }); // Discord tells in order: what was told before is taken in by then
    await amira.sees(/nothing of the kind/);
    await it_.settled();
    expect(await everything()).toEqual(before);
    expect(troubles()).toEqual([]);
  });
});

it('asks whether to keep a file that somebody forwards', async () => {
  it_.playground.tells?.('MESSAGE_CREATE', said(at, forwarded([file])));
  await it_.person('Amira').sees(/Protocol\.pdf/, { in: 'direct message' });
});
