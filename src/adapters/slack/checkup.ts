/**
 * Slack, looked at for whoever runs the bot. No socket is opened: of several, each press goes to one of them, and it must not be this one.
 * Which events the app is subscribed to Slack tells no app.
 */
import { webApi } from '@slack/bolt';
import { aheadBy, type Finding, type Findings, lettingOut, outTo, type WayOutTo } from '../../platform/finding.ts';
import { clientOptionsFor } from './client.ts';
import { meanings, newAppToken } from './codes.ts';
import { ofCode, toPlatformError } from './errors.ts';
import { costs } from './scopes.ts';
import { oneApp, twoApps } from './two-apps.ts';

export interface ToCheck extends WayOutTo {
  readonly botToken: string;
  readonly appToken: string;
  /** The events that the manifest subscribes to. */
  readonly events: readonly string[];
}

const pasteManifest =
  'paste slack-app-manifest.json into the app at api.slack.com/apps, App Manifest, and install the app again';

export async function checkup({ botToken, appToken, apiUrl, proxy, events }: ToCheck): Promise<Findings> {
  let aheadMs: number | undefined;
  const fetching: NonNullable<webApi.WebClientOptions['fetch']> = async (url, init) => {
    const asked = Date.now();
    const answer = await fetch(url, init as RequestInit);
    aheadMs ??= aheadBy(answer, asked, Date.now());
    return answer as never;
  };
  const client = (token: string) =>
    new webApi.WebClient(token, {
      ...clientOptionsFor(apiUrl),
      fetch: fetching,
      logger: silent,
    });
  const way = { apiUrl, proxy };
  const ofBot = await tokenOf(client(botToken), appToken, way);
  const ofApp = await socketOf(client(appToken), way);
  return { findings: [...ofBot, ...ofApp, unseen(events)], aheadMs };
}

async function tokenOf(client: webApi.WebClient, appToken: string, way: WayOutTo): Promise<readonly Finding[]> {
  const what = 'the bot token';
  try {
    const { team, user, bot_id, response_metadata, is_enterprise_install } = await client.auth.test();
    if (is_enterprise_install) return [notTaken(what, 'org_wide_token', ofCode('org_wide_token').remedy)];
    const says = `taken: the bot is ${user ?? 'nameless'} in the workspace ${team ?? '?'}`;
    const good: Finding = { grade: 'good', what, says };
    return [good, ...(await apart(client, bot_id, appToken)), ...scopesIn(response_metadata?.scopes)];
  } catch (error) {
    return [refusal(what, error, 'SLACK_BOT_TOKEN', way)];
  }
}

/** A scope that is missing for the question is told by itself. */
async function apart(client: webApi.WebClient, bot: string | undefined, token: string): Promise<readonly Finding[]> {
  const two = await twoApps(client, bot, token).catch(() => undefined);
  if (!two) return [];
  return [
    {
      grade: 'mend',
      what: 'the tokens',
      says: `are of two apps: the bot's of ${two.ofBot}, the app-level one of ${two.ofApp}`,
      costs: 'nothing that people press or type reaches the bot',
      remedy: oneApp,
    },
  ];
}

function scopesIn(scopes: readonly string[] | undefined): readonly Finding[] {
  if (!scopes) return [{ grade: 'unseen', what: 'scopes', says: 'Slack did not tell which scopes the app has' }];
  const missing = Object.entries(costs).filter(([scope]) => !scopes.includes(scope));
  if (missing.length === 0)
    return [{ grade: 'good', what: 'scopes', says: `all ${Object.keys(costs).length} of them are there` }];
  return missing.map(([scope, costing]) => ({
    grade: 'mend',
    what: `scope ${scope}`,
    says: 'is missing',
    costs: costing,
    remedy: pasteManifest,
  }));
}

/** The address that Slack answers with goes unused: it dies by itself. */
async function socketOf(client: webApi.WebClient, way: WayOutTo): Promise<readonly Finding[]> {
  const what = 'the app token';
  try {
    const { url } = await client.apps.connections.open({});
    const host = new URL(url ?? '').origin.replace(/^ws/, 'http');
    const good: Finding = { grade: 'good', what, says: 'taken, and Socket Mode is on' };
    return [good, await socketHost(host, way)];
  } catch (error) {
    return [refusal(what, error, 'SLACK_APP_TOKEN', way)];
  }
}

async function socketHost(address: string, { proxy }: WayOutTo): Promise<Finding> {
  const { host, port, protocol } = new URL(address);
  const at = port || (protocol === 'http:' ? 80 : 443);
  const what = `${host}, where presses come from`;
  return fetch(address, { signal: AbortSignal.timeout(5000) }).then(
    () => ({ grade: 'good', what, says: 'answers' }),
    () => ({
      grade: 'mend',
      what,
      says: 'does not answer',
      costs: 'nothing that people press reaches the bot',
      remedy: lettingOut(`it, port ${at}, WebSockets too`, proxy),
    }),
  );
}

const tokens: Readonly<Record<string, string>> = {
  SLACK_BOT_TOKEN: meanings.invalid_auth?.remedy ?? '',
  SLACK_APP_TOKEN: newAppToken,
};

function refusal(what: string, error: unknown, variable: string, way: WayOutTo): Finding {
  const { code, remedy } = toPlatformError(error);
  if (!(error instanceof webApi.WebAPIPlatformError))
    return {
      grade: 'mend',
      what: 'Slack',
      says: `can't be reached to ask about ${what} (${code})`,
      remedy: remedy ?? outTo('slack.com', 'SLACK_API_URL', way),
    };
  const own = variable === 'SLACK_BOT_TOKEN' ? meanings[code]?.remedy : undefined;
  return notTaken(what, code, own ?? tokens[variable]);
}

const notTaken = (what: string, code: string, remedy = ''): Finding => ({
  grade: 'mend',
  what,
  says: `is not taken (${code})`,
  costs: 'nobody on Slack is served',
  remedy,
});

const unseen = (events: readonly string[]): Finding => ({
  grade: 'unseen',
  what: 'events',
  says: 'Slack tells no app which events it is subscribed to',
  remedy: `compare api.slack.com/apps, Event Subscriptions, with: ${events.join(', ')}; or paste slack-app-manifest.json there once more`,
});

const silent = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => 'error' as never,
  setName() {},
};
