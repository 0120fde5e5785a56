/** Both platforms at once, with the town's people in them, for whoever has no tokens. */
import { startDiscord } from './discord/index.ts';
import { startSlack } from './slack/index.ts';
import { town } from './town.ts';

export interface OpenPlayground {
  readonly slack: { readonly botToken: string; readonly appToken: string; readonly apiUrl: string };
  readonly discord: { readonly token: string; readonly apiUrl: string };
  /** What to tell whoever started it. */
  readonly welcome: readonly string[];
  stop(): Promise<void>;
}

export async function openPlayground(): Promise<OpenPlayground> {
  const workspaces = [town];
  const [slack, discord] = await Promise.all([
    startSlack({ workspaces }),
    startDiscord({ workspaces, intents: { messageContent: true } }),
  ]);
  return {
    slack: { botToken: slack.botToken(), appToken: slack.appToken, apiUrl: slack.apiUrl },
    discord: { token: discord.token, apiUrl: discord.apiUrl },
    welcome: [
      `no tokens are set, so this is the playground: a Slack at ${slack.apiUrl} and a Discord at ${discord.apiUrl}, on this machine alone`,
      `${town.people.map(person => person.name).join(', ')} are there`,
      'try: npm run demo (in another terminal) tells the whole story; README.md says how to connect your own Slack or Discord',
    ],
    stop: async () => {
      await Promise.all([slack.stop(), discord.stop()]);
    },
  };
}
