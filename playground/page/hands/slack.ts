/** What happens to Slack only: its tokens and scopes, its sockets, what it refuses. */
import type { SlackPlayground } from '../../slack/index.ts';
import { choice, onSlack, type Verb, words } from './verb.ts';

const scopes = (playground: unknown) => (playground as SlackPlayground).scopes();

export const onSlackAlone: readonly Verb[] = [
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
    asks: () => [choice('who', 'Who', ['administrators only', 'everybody'])],
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
