/** What befalls a platform, and the bot's place in it: tokens, rights, outages, lines that break. */
import type { DiscordPlayground } from '../../discord/index.ts';
import type { Fault } from '../../driver.ts';
import type { SlackPlayground } from '../../slack/index.ts';
import { choice, onDiscord, onSlack, type Verb, words } from './verb.ts';

const scopes = (playground: unknown) => (playground as SlackPlayground).scopes();
const permissions = (playground: unknown) => (playground as DiscordPlayground).botsPermissions();

type PermissionName = Parameters<DiscordPlayground['takesPermission']>[0];

const ways: Readonly<Record<string, Fault['does']>> = {
  'answer 503': { status: 503 },
  'answer 503, though it was done': { status: 503, performed: true },
  'answer 429, again in 5 seconds': { rateLimit: 5 },
  'cut the line': { reset: true },
  'cut the line, though it was done': { reset: true, performed: true },
  'answer 3 seconds late': { late: 3000 },
};

const whole: readonly Verb[] = [
  {
    verb: 'injects',
    on: 'platform',
    group: 'Calls',
    says: { slack: 'Let calls go wrong…', discord: 'Let calls go wrong…' },
    asks: playground => [
      words('call', 'Which call', playground.platform === 'slack' ? 'chat.postMessage' : 'POST /channels/:id/messages'),
      choice('way', 'What it shall do', Object.keys(ways)),
      choice('times', 'How many times', ['1', '3', '10']),
    ],
    perform({ playground, given }) {
      const does = ways[given('way')];
      if (does) playground.injects({ on: given('call'), times: Number(given('times')), does });
    },
  },
  {
    verb: 'delivers',
    on: 'platform',
    group: 'Calls',
    says: { slack: 'Deliver everything…', discord: 'Deliver everything…' },
    asks: () => [choice('times', 'How often from now on', ['once', 'twice', 'three times'])],
    perform: ({ playground, given }) =>
      playground.delivers({ once: 1, twice: 2, 'three times': 3 }[given('times')] ?? 1),
  },
  {
    verb: 'joinsWorkspace',
    on: 'platform',
    group: 'People and names',
    says: { slack: 'Somebody new joins…', discord: 'Somebody new joins…' },
    asks: () => [words('name', 'Their name')],
    perform({ playground, given }) {
      if (playground.isHere(given('name'))) throw new Error(`${given('name')} is here already`);
      playground.joinsWorkspace(given('name'));
    },
  },
  {
    verb: 'renamesWorkspace',
    on: 'platform',
    group: 'People and names',
    says: { slack: 'Rename the workspace…', discord: 'Rename the server…' },
    asks: () => [words('name', 'Its new name')],
    perform: ({ playground, given }) => playground.renamesWorkspace(given('name')),
  },
];

const slacks: readonly Verb[] = [
  {
    verb: 'refusesToken',
    on: 'platform',
    group: 'Tokens and rights',
    says: { slack: 'Refuse a token…' },
    asks: () => [
      choice('which', 'Which', ['bot', 'app']),
      choice('code', 'What it says', ['token_revoked', 'invalid_auth', 'account_inactive', 'token_expired']),
    ],
    perform: onSlack(({ playground, given }) =>
      playground.refusesToken(given('which') === 'app' ? 'app' : 'bot', given('code')),
    ),
  },
  {
    verb: 'takesToken',
    on: 'platform',
    group: 'Tokens and rights',
    says: { slack: 'Take both tokens again' },
    perform: onSlack(({ playground }) => {
      playground.takesToken('bot');
      playground.takesToken('app');
    }),
  },
  {
    verb: 'removesScope',
    on: 'platform',
    group: 'Tokens and rights',
    says: { slack: 'Take a scope away…' },
    asks: playground => [choice('scope', 'Scope', scopes(playground).granted)],
    perform: onSlack(({ playground, given }) => playground.removeScope(given('scope'))),
  },
  {
    verb: 'givesScope',
    on: 'platform',
    group: 'Tokens and rights',
    says: { slack: 'Give a scope back…' },
    asks: playground => [choice('scope', 'Scope', scopes(playground).taken)],
    perform: onSlack(({ playground, given }) => playground.givesScope(given('scope'))),
  },
  {
    verb: 'uninstallsApp',
    on: 'platform',
    group: 'Its place here',
    says: { slack: 'Remove the app' },
    warns: 'It is out of every channel then. Installed again it has another token: start the playground once more.',
    perform: onSlack(({ playground }) => playground.uninstallsApp()),
  },
  {
    verb: 'reinstallsApp',
    on: 'platform',
    group: 'Its place here',
    says: { slack: 'Install the app again' },
    perform: onSlack(({ playground }) => playground.reinstallsApp()),
  },
  {
    verb: 'disconnects',
    on: 'platform',
    group: 'The line',
    says: { slack: 'Say goodbye to its sockets…' },
    asks: () => [
      choice('reason', 'Why', ['refresh_requested', 'warning', 'link_disabled', 'too_many_websockets'] as const),
    ],
    perform: onSlack(({ playground, given }) =>
      playground.disconnects(given('reason') as Parameters<SlackPlayground['disconnects']>[0]),
    ),
  },
  {
    verb: 'cutsSockets',
    on: 'platform',
    group: 'The line',
    says: { slack: 'Cut its sockets without a word' },
    perform: onSlack(({ playground }) => playground.closesSockets(1006)),
  },
  {
    verb: 'withholds',
    on: 'platform',
    group: 'The line',
    says: { slack: 'Leave its sockets standing, silent' },
    perform: onSlack(({ playground }) => playground.withholds(['everything'])),
  },
  {
    verb: 'withholdsNothing',
    on: 'platform',
    group: 'The line',
    says: { slack: 'Let its sockets speak again' },
    perform: onSlack(({ playground }) => playground.withholds([])),
  },
  {
    verb: 'restrictsPrivateChannels',
    on: 'platform',
    group: 'Tokens and rights',
    says: { slack: 'Who may make private channels…' },
    asks: () => [choice('who', 'Who', ['administrators alone', 'everybody'])],
    perform: onSlack(({ playground, given }) =>
      playground.restrictsPrivateChannels(playground.workspaceId(), given('who') !== 'everybody'),
    ),
  },
  {
    verb: 'addsHiddenChannel',
    on: 'platform',
    group: 'People and names',
    says: { slack: 'A hidden channel takes a name…' },
    asks: () => [words('name', 'Name', 'cop-')],
    perform: onSlack(({ playground, given }) => playground.addsHiddenChannel(given('name'))),
  },
];

const discords: readonly Verb[] = [
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

export const onPlatform: readonly Verb[] = [...slacks, ...discords, ...whole];
