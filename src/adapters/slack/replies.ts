/** Going on with an answer: a view while it is open, a response_url for 30 minutes and five times. docs.slack.dev/interactivity/handling-user-interaction */
import type { Card } from '../../platform/card.ts';
import type { ReplyRef } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { type Drawn, toBlocks } from './blocks.ts';
import type { SlackClient } from './client.ts';
import { isPage, ofAnswer, ofCode } from './errors.ts';
import { toCardView } from './forms.ts';
import { type Uploaded, withPictures } from './pictures.ts';

/** So long an address is good. */
export const halfHour = 30 * 60_000;

/** `name`: what the window is called. */
type Token = { readonly view: string; readonly name?: string | undefined } | { readonly url: string };

export const replyTo = (token: Token, now: number): ReplyRef => ({
  platform: 'slack',
  token: JSON.stringify(token),
  expiresAt: now + halfHour,
});

/** Of a window, what it is called. */
export function windowOf({ token }: ReplyRef): string | undefined {
  const known = JSON.parse(token) as Token;
  return 'view' in known ? known.name : undefined;
}

export async function redraw(client: SlackClient, reply: ReplyRef, card: Card, team: string): Promise<void> {
  const token = JSON.parse(reply.token) as Token;
  if ('url' in token) return respond(client, token.url, card, team, true);
  const { view, name } = token;
  await orInWords(client, card, pictures =>
    client.views.update({ view_id: view, view: toCardView(card, team, name, pictures) as never }),
  );
}

/** Only to who pressed; `inPlace`: instead of what they see there now. */
export const respond = (client: SlackClient, url: string, card: Card, team: string, inPlace: boolean): Promise<void> =>
  orInWords(client, card, pictures => send(client, url, toBlocks(card, team, pictures), inPlace));

/** Somebody waits for it: where pictures can't be shown to them, they are told in words. */
export async function orInWords(
  client: SlackClient,
  card: Card,
  show: (pictures: Uploaded) => Promise<unknown>,
): Promise<void> {
  let isTried = false;
  try {
    await withPictures(client, card, pictures => {
      isTried = true;
      return show(pictures);
    });
  } catch (error) {
    if (isTried) throw error;
    await show(new Map());
  }
}

async function send(client: SlackClient, url: string, { text, blocks }: Drawn, inPlace: boolean): Promise<void> {
  const body = JSON.stringify({ text, blocks, response_type: 'ephemeral', replace_original: inPlace });
  const headers = { 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) };
  const answered = await client.send('response_url', url, init, true);
  if (answered.status === 429) throw ofAnswer(answered);
  const said = (await answered.text().catch(() => '')).trim();
  const no = noIn(said);
  if (no !== undefined) throw ofCode(no);
  if (answered.ok && !isPage(said)) return;
  if (answered.ok) throw new PlatformError('unknown-outcome', 'no_json'); // a page of whatever stands between
  throw answered.status === 404 ? ofCode('expired_url') : ofAnswer(answered);
}

/** As JSON, or as a bare word; with 200 as well. github.com/slackapi/java-slack-sdk/issues/1017, github.com/hndrs/slack-spring-boot-starter/issues/343 */
function noIn(said: string): string | undefined {
  if (/^[a-z]+(_[a-z]+)+$/.test(said)) return said;
  if (!said.startsWith('{')) return undefined;
  try {
    return (JSON.parse(said) as { readonly error?: string }).error;
  } catch {
    return undefined;
  }
}
