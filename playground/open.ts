/** Both platforms at once, with the town's people in them, and a page to be one of them: for whoever has no tokens. */
import { type DiscordApp, startDiscord } from './discord/index.ts';
import { keeper } from './keep.ts';
import { openPage, type Reading } from './page/server.ts';
import { type SlackApp, startSlack } from './slack/index.ts';
import { callings, outsider, town } from './town.ts';

export { fromManifest } from './slack/index.ts';

export interface OpenOptions {
  /** Of the page; the next free one, if it is taken. */
  readonly port: number;
  /** Where everything is kept. */
  readonly file: string;
  /** Forgets what was kept. */
  readonly fresh: boolean;
  /** What the app's own set-up at Slack grants and names: `fromManifest(manifest)`. */
  readonly slackApp: SlackApp;
  /** The same for Discord; unless told, it may read what people write, and what README's link asks for. */
  readonly discordApp?: DiscordApp;
}

export interface OpenPlayground {
  readonly slack: { readonly botToken: string; readonly appToken: string; readonly apiUrl: string };
  readonly discord: { readonly token: string; readonly apiUrl: string };
  /** Where to point a browser. */
  readonly url: string;
  /** What to tell whoever started it. */
  readonly welcome: readonly string[];
  /** The bot that is served lets its store be looked at there. */
  letsPeek(url: string): void;
  /** The bot serves its public pages there; they are shown under the page's own address. */
  showsPages(url: string): void;
  stop(): Promise<void>;
}

export async function openPlayground(options: OpenOptions): Promise<OpenPlayground> {
  const { port, slackApp, discordApp } = options;
  const keeping = keeper(options.file, options.fresh);
  const { kept } = keeping;
  const workspaces = [town];
  const [slack, discord] = await Promise.all([
    startSlack({ workspaces, ...slackApp, ...(kept.slack ? { state: kept.slack } : {}) }),
    startDiscord({
      workspaces,
      intents: { messageContent: true },
      ...discordApp,
      ...(kept.discord ? { state: kept.discord } : {}),
    }),
  ]);
  const playgrounds = [slack, discord] as const;
  const read: Reading = kept.read ?? {};
  const keep = (): void => keeping.soon(() => ({ slack: slack.state(), discord: discord.state(), read }));
  for (const one of playgrounds) one.onChange(keep);
  let peek: string | undefined;
  let pages: string | undefined;
  const page = await openPage({
    title: 'CoP playground',
    playgrounds,
    people: [...town.people.map(({ name }) => ({ name, calling: callings[name] ?? '' })), outsider],
    read,
    port,
    peek: () => peek,
    pages: () => pages,
    onRead: keep,
  });
  return {
    slack: { botToken: slack.botToken(), appToken: slack.appToken, apiUrl: slack.apiUrl },
    discord: { token: discord.token, apiUrl: discord.apiUrl },
    url: page.url,
    welcome: welcomeTo(page, port, kept.slack !== undefined),
    letsPeek(url) {
      peek = url;
    },
    showsPages(url) {
      pages = url;
    },
    async stop() {
      keep();
      keeping.close();
      await Promise.all([page.stop(), slack.stop(), discord.stop()]);
    },
  };
}

const welcomeTo = (page: { readonly url: string; readonly port: number }, port: number, goesOn: boolean): string[] => [
  ...(page.port === port ? [] : [`port ${port} is taken, so the playground is at ${page.port}`]),
  goesOn
    ? 'it goes on where it stopped; npm start -- --fresh begins anew'
    : 'no tokens are set, so this is the playground: a Slack and a Discord on this machine alone, with the bot in them',
  `open ${page.url} in your browser; Ctrl-C ends it`,
];
