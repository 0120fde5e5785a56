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
  /** Events heard so far, oldest first; a fence is heard last. */
  readonly heard: { type: string; subtype?: string; [key: string]: unknown }[];
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
  app.event(/.*/, async ({ event }) => void heard.push(event as unknown as Here['heard'][number]));
  listen(app);
  await app.start();
  await slack.until(() => slack.connected(), 'a connection');
  const client = new webApi.WebClient(slack.botToken(), { ...clientOptions, logger: quiet });
  return {
    slack,
    client,
    heard,
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

/** Every event so far has been heard: this one, sent after them, was. */
export async function allHeard({ slack, heard }: Here): Promise<readonly string[]> {
  const before = heard.length;
  const name = `somebody-${before}`;
  slack.joinsWorkspace(name);
  await slack.until(
    () => heard.some(one => one.type === 'team_join' && (one.user as { real_name: string }).real_name === name),
    'the last event',
  );
  return heard
    .filter(one => one.type !== 'team_join' && one.type !== 'member_joined_channel')
    .map(one => [one.type, one.subtype].filter(Boolean).join(' '));
}
