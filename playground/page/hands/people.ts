/** What people do by hand with channels and with each other. */

import type { DiscordPlayground } from '../../discord/index.ts';
import { choice, onDiscord, severalOf, somebody, type Verb, words } from './verb.ts';

const rights = [
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'READ_MESSAGE_HISTORY',
  'MANAGE_CHANNELS',
  'MANAGE_ROLES',
  'PIN_MESSAGES',
];

const whom = { name: 'whom', label: 'For whom', kind: 'whom', value: '@everyone' } as const;

export const onChannels: readonly Verb[] = [
  {
    verb: 'joins',
    on: 'channel',
    kinds: { slack: ['public'] },
    says: { slack: 'Join this channel' },
    archived: false,
    perform: ({ persona, channel }) => persona.joins(channel),
  },
  {
    verb: 'brings',
    on: 'channel',
    says: { slack: 'Add somebody…', discord: 'Give somebody access…' },
    archived: false,
    asks: () => [somebody('person', 'Who')],
    perform: ({ persona, channel, given }) => persona.brings(given('person'), channel),
  },
  {
    verb: 'renames',
    on: 'channel',
    says: { slack: 'Rename…', discord: 'Rename…' },
    archived: false,
    asks: () => [words('name', 'Its new name')],
    perform: ({ persona, channel, given }) => persona.renames(channel, given('name')),
  },
  {
    verb: 'setsTopic',
    on: 'channel',
    says: { slack: 'Edit the topic…', discord: 'Edit the topic…' },
    archived: false,
    asks: () => [words('topic', 'Topic')],
    perform: ({ persona, channel, given }) => persona.setsTopic(channel, given('topic')),
  },
  {
    verb: 'makesPublic',
    on: 'channel',
    kinds: { slack: ['private'], discord: ['private'] },
    says: { slack: 'Change to a public channel', discord: 'Open it to @everyone' },
    archived: false,
    warns: 'Everybody in the workspace could then read it.',
    perform: ({ persona, channel }) => persona.makesPublic(channel),
  },
  {
    verb: 'makesPrivate',
    on: 'channel',
    kinds: { slack: ['public'], discord: ['public'] },
    says: { slack: 'Change to a private channel', discord: 'Close it to @everyone' },
    archived: false,
    perform: ({ persona, channel }) => persona.makesPrivate(channel),
  },
  {
    verb: 'setsRights',
    on: 'channel',
    kinds: { discord: ['public', 'private'] },
    says: { discord: 'Set permissions…' },
    asks: () => [whom, severalOf('allow', 'Allow', rights), severalOf('deny', 'Deny', rights)],
    perform: ({ persona, channel, given, several }) =>
      persona.setsRights(channel, given('whom'), { allow: several('allow'), deny: several('deny') }),
  },
  {
    verb: 'dropsRights',
    on: 'channel',
    kinds: { discord: ['public', 'private'] },
    says: { discord: 'Drop permissions…' },
    asks: () => [whom],
    perform: ({ persona, channel, given }) => persona.dropsRights(channel, given('whom')),
  },
  {
    verb: 'syncsRights',
    on: 'channel',
    kinds: { discord: ['public', 'private'] },
    says: { discord: 'Sync permissions with its category' },
    warns: 'Its own permissions are replaced by those of its category.',
    perform: ({ persona, channel }) => persona.syncsRights(channel),
  },
  {
    verb: 'movesChannel',
    on: 'channel',
    kinds: { discord: ['public', 'private'] },
    says: { discord: 'Move to a category…' },
    asks: playground => [
      choice('category', 'Category', ['none', ...(playground as DiscordPlayground).categoriesThere()]),
    ],
    perform: ({ persona, channel, given }) =>
      persona.movesChannel(channel, given('category') === 'none' ? undefined : given('category')),
  },
  {
    verb: 'leaves',
    on: 'channel',
    kinds: { discord: ['thread'] },
    says: { slack: 'Leave this channel', discord: 'Leave this thread' },
    archived: false,
    perform: ({ persona, channel }) => persona.leaves(channel),
  },
  {
    verb: 'archives',
    on: 'channel',
    kinds: { discord: ['thread'] },
    says: { slack: 'Archive for everyone', discord: 'Close this thread' },
    archived: false,
    perform: ({ persona, channel }) => persona.archives(channel),
  },
  {
    verb: 'unarchives',
    on: 'channel',
    kinds: { discord: ['thread'] },
    says: { slack: 'Unarchive', discord: 'Open this thread again' },
    archived: true,
    perform: ({ persona, channel }) => persona.unarchives(channel),
  },
  {
    verb: 'deletesChannel',
    on: 'channel',
    says: { slack: 'Delete', discord: 'Delete' },
    warns: 'All that was written in it goes with it.',
    perform: ({ persona, channel }) => persona.deletesChannel(channel),
  },
];

const rolesOf = (playground: unknown) => (playground as DiscordPlayground).rolesThere();

export const onPeople: readonly Verb[] = [
  {
    verb: 'throwsOut',
    on: 'member',
    says: { slack: 'Remove from this channel', discord: 'Take their access to this channel' },
    perform: ({ persona, person, channel }) => persona.throwsOut(person, channel),
  },
  {
    verb: 'givesRole',
    on: 'person',
    says: { discord: 'Give a role…' },
    asks: playground => [choice('role', 'Role', rolesOf(playground))],
    perform: ({ persona, person, given }) => persona.givesRole(person, given('role')),
  },
  {
    verb: 'takesRole',
    on: 'person',
    says: { discord: 'Take a role…' },
    asks: playground => [choice('role', 'Role', rolesOf(playground))],
    perform: ({ persona, person, given }) => persona.takesRole(person, given('role')),
  },
  {
    verb: 'kicks',
    on: 'person',
    says: { discord: 'Kick from the server' },
    warns: 'They are out of every channel of this server.',
    perform: ({ persona, person }) => persona.kicks(person),
  },
  {
    verb: 'deactivates',
    on: 'person',
    says: { slack: 'Deactivate the account' },
    warns: 'They are out of the workspace, until somebody activates the account again.',
    perform: ({ playground, persona, person }) => {
      const { me } = playground.screen(persona.name, { read: {} });
      if (!me.admin) throw new Error(`only an administrator can do that, and ${me.name} isn't one`);
      return playground.person(person).leavesWorkspace();
    },
  },
  {
    verb: 'leavesWorkspace',
    on: 'me',
    says: { discord: 'Leave the server' },
    warns: 'You are out of every channel of this server.',
    perform: ({ persona }) => persona.leavesWorkspace(),
  },
  {
    verb: 'closesDirectMessages',
    on: 'me',
    says: { discord: 'Close direct messages to the bot' },
    perform: ({ persona }) => persona.closesDirectMessages(),
  },
  {
    verb: 'opensDirectMessages',
    on: 'me',
    says: { discord: 'Open direct messages to the bot' },
    perform: ({ persona }) => persona.opensDirectMessages(),
  },
  {
    verb: 'makesChannel',
    on: 'sidebar',
    says: { slack: 'Add a channel…', discord: 'Add a channel…' },
    asks: () => [words('name', 'Name'), choice('kind', 'Who sees it', ['private', 'public'])],
    perform: ({ persona, given }) => persona.makesChannel(given('name'), { private: given('kind') === 'private' }),
  },
  {
    verb: 'makesRole',
    on: 'person',
    says: { discord: 'Make a role for it…' },
    asks: () => [words('role', 'What it is called')],
    perform: onDiscord(async ({ playground, persona, person, given }) => {
      playground.makesRole(given('role'));
      await persona.givesRole(person, given('role'));
    }),
  },
];
