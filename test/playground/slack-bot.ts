/** A small app of the real Bolt's at the playground's Slack, and the real client beside it. */
import { App, LogLevel, SocketModeReceiver, webApi } from '@slack/bolt';
import { type SlackOptions, type SlackPlayground, startSlack } from '../../playground/slack/index.ts';

export const clinic = {
  name: 'Clinic',
  people: [
    { name: 'Amira Haddad' },
    { name: 'Ben Okafor', timeZone: 'Asia/Kolkata' },
    { name: 'Joan Mills', admin: true },
  ],
};

export interface Here {
  readonly slack: SlackPlayground;
  readonly client: webApi.WebClient;
  /** Events heard so far. */
  readonly heard: { type: string; subtype?: string; [key: string]: unknown }[];
  /** The ids of all of them. */
  readonly taken: ReadonlySet<string>;
  refusal(call: Promise<unknown>): Promise<string>;
  stop(): Promise<void>;
}

export async function open(options: Partial<SlackOptions> = {}, listen: (app: App) => void = () => {}): Promise<Here> {
  const slack = await startSlack({ workspaces: [clinic], ackMs: 2000, patienceMs: 4000, ...options });
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions },
  });
  const app = new App({
    token: slack.botToken(),
    receiver,
    clientOptions,
    logLevel: LogLevel.ERROR,
    ignoreSelf: false,
  });
  const heard: Here['heard'] = [];
  const taken = new Set<string>();
  app.event(/.*/, async ({ event, body }) => {
    heard.push(event as unknown as Here['heard'][number]);
    taken.add(body.event_id);
  });
  listen(app);
  await app.start();
  await slack.until(() => slack.connected(), 'a connection');
  const client = new webApi.WebClient(slack.botToken(), { ...clientOptions, logger: quiet });
  return {
    slack,
    client,
    heard,
    taken,
    refusal: call =>
      call.then(
        () => 'taken',
        error => error.data?.error ?? String(error),
      ),
    async stop() {
      await app.stop();
      await slack.stop();
    },
  };
}

const nothing = () => undefined;
export const quiet = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};

/** What the app was told of by now, whole: Bolt takes in events beside each other. Who joined a channel is left out. */
export async function allHeard({ slack, heard, taken }: Here): Promise<readonly string[]> {
  const told = slack.traffic.filter(one => one.direction === 'event' && one.name === 'events_api');
  const ids = told.map(one => (one.request as { event_id: string }).event_id);
  await slack.until(() => ids.every(id => taken.has(id)), 'all events to be taken in');
  return heard
    .toSorted((a, b) => Number(a.event_ts) - Number(b.event_ts))
    .filter(one => one.type !== 'member_joined_channel')
    .map(one => [one.type, one.subtype].filter(Boolean).join(' '));
}
