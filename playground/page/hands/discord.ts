/** What happens to Discord only: its token and intents, the bot's rights, sessions and outages. */
import type { DiscordPlayground } from '../../discord/index.ts';
import { choice, onDiscord, type Verb, words } from './verb.ts';

const permissions = (playground: unknown) => (playground as DiscordPlayground).botsPermissions();

type PermissionName = Parameters<DiscordPlayground['takesPermission']>[0];

export const onDiscordAlone: readonly Verb[] = [
  {
    verb: 'resetsToken',
    on: 'platform',
    group: 'Tokens and rights',
    says: { discord: 'Reset the bot’s token' },
    perform: onDiscord(({ playground }) => playground.takesToken()),
  },
  {
    verb: 'givesToken',
    on: 'platform',
    group: 'Tokens and rights',
    says: { discord: 'Make the token good again' },
    perform: onDiscord(({ playground }) => playground.givesToken()),
  },
  {
    verb: 'takesPermission',
    on: 'platform',
    group: 'Tokens and rights',
    says: { discord: 'Take a permission from the bot…' },
    asks: playground => [choice('permission', 'Permission', permissions(playground).held)],
    perform: onDiscord(({ playground, given }) => playground.takesPermission(given('permission') as PermissionName)),
  },
  {
    verb: 'givesPermission',
    on: 'platform',
    group: 'Tokens and rights',
    says: { discord: 'Give a permission to the bot…' },
    asks: playground => [
      choice('permission', 'Permission', [
        ...permissions(playground).taken,
        'CREATE_INSTANT_INVITE',
        'CREATE_PUBLIC_THREADS',
      ]),
    ],
    perform: onDiscord(({ playground, given }) => playground.givesPermission(given('permission') as PermissionName)),
  },
  {
    verb: 'switchesIntent',
    on: 'platform',
    group: 'Tokens and rights',
    says: { discord: 'The Message Content intent…' },
    asks: () => [choice('to', 'It is', ['off', 'on'])],
    perform: onDiscord(({ playground, given }) => playground.switchesIntent('messageContent', given('to') === 'on')),
  },
  {
    verb: 'commandsScope',
    on: 'platform',
    group: 'Tokens and rights',
    says: { discord: 'The scope for commands…' },
    asks: () => [choice('to', 'It is', ['taken', 'given'])],
    perform: onDiscord(({ playground, given }) =>
      given('to') === 'given' ? playground.givesCommandsScope() : playground.takesCommandsScope(),
    ),
  },
  {
    verb: 'removesApp',
    on: 'platform',
    group: 'Its place here',
    says: { discord: 'Remove the bot from the server' },
    warns: 'Its role and its commands go with it.',
    perform: onDiscord(({ playground }) => playground.removesApp()),
  },
  {
    verb: 'addsApp',
    on: 'platform',
    group: 'Its place here',
    says: { discord: 'Add the bot again' },
    perform: onDiscord(({ playground }) => playground.addsApp()),
  },
  {
    verb: 'goesDown',
    on: 'platform',
    group: 'Its place here',
    says: { discord: 'The server has an outage' },
    perform: onDiscord(({ playground }) => playground.goesDown()),
  },
  {
    verb: 'comesBack',
    on: 'platform',
    group: 'Its place here',
    says: { discord: 'The outage is over' },
    perform: onDiscord(({ playground }) => playground.comesBack()),
  },
  {
    verb: 'closesSockets',
    on: 'platform',
    group: 'The line',
    says: { discord: 'Close the Gateway’s sockets…' },
    asks: () => [choice('code', 'Code', ['4000', '4007', '4009', '1006', '4004', '4013', '4014'])],
    perform: onDiscord(({ playground, given }) => playground.closesSockets(Number(given('code')))),
  },
  {
    verb: 'asksToReconnect',
    on: 'platform',
    group: 'The line',
    says: { discord: 'Ask to reconnect (op 7)' },
    perform: onDiscord(({ playground }) => playground.asksToReconnect()),
  },
  {
    verb: 'invalidatesSessions',
    on: 'platform',
    group: 'The line',
    says: { discord: 'Invalidate its sessions (op 9)…' },
    asks: () => [choice('resumable', 'Resumable', ['yes', 'no'])],
    perform: onDiscord(({ playground, given }) => playground.invalidatesSessions(given('resumable') === 'yes')),
  },
  {
    verb: 'withholdsAcks',
    on: 'platform',
    group: 'The line',
    says: { discord: 'Withhold what the Gateway acknowledges' },
    perform: onDiscord(({ playground }) => playground.withholds('ack')),
  },
  {
    verb: 'withholdsNothing',
    on: 'platform',
    group: 'The line',
    says: { discord: 'Let the Gateway speak again' },
    perform: onDiscord(({ playground }) => playground.withholds()),
  },
  {
    verb: 'forbidsWords',
    on: 'platform',
    group: 'People and names',
    says: { discord: 'Forbid a word in channels’ names…' },
    asks: () => [words('word', 'Word; none, to allow all')],
    perform: onDiscord(({ playground, given }) => playground.forbidsWords(given('word') ? [given('word')] : [])),
  },
];
