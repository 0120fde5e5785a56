/** Of two apps side by side, as of one made for trying, each token is taken and all looks well; and nothing that people press or type reaches the bot. */
import type { webApi } from '@slack/bolt';

export const oneApp =
  'copy both tokens from the same app at api.slack.com/apps: OAuth & Permissions has the one, Basic Information the other';

interface Two {
  readonly ofBot: string;
  readonly ofApp: string;
}

/** Which apps the two tokens are of, where those aren't one. An app-level token has its app's id in it (`xapp-1-A…-`); a bot's is asked for. */
export async function twoApps(
  client: webApi.WebClient,
  bot: string | undefined,
  appToken: string,
): Promise<Two | undefined> {
  const [, ofApp] = /^xapp-\d+-(A[A-Z0-9]+)-/.exec(appToken) ?? [];
  if (!ofApp || !bot) return undefined;
  const ofBot = (await client.bots.info({ bot })).bot?.app_id;
  return ofBot && ofBot !== ofApp ? { ofBot, ofApp } : undefined;
}
