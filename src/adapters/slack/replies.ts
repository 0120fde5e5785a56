/** Going on with an answer: a view while it is open, a response_url for 30 minutes and five times. docs.slack.dev/interactivity/handling-user-interaction */
import type { webApi } from '@slack/bolt';
import type { Card } from '../../platform/card.ts';
import type { ReplyRef } from '../../platform/chat-platform.ts';
import { toBlocks } from './blocks.ts';
import { ofCode, ofStatus } from './errors.ts';
import { toCardView } from './forms.ts';

const halfHour = 30 * 60_000;

type Token = { readonly view: string } | { readonly url: string };

export const replyTo = (token: Token, now: number): ReplyRef => ({
  platform: 'slack',
  token: JSON.stringify(token),
  expiresAt: now + halfHour,
});

export async function redraw(client: webApi.WebClient, reply: ReplyRef, card: Card, team: string): Promise<void> {
  const token = JSON.parse(reply.token) as Token;
  if ('view' in token) await client.views.update({ view_id: token.view, view: toCardView(card, team) as never });
  else await respond(token.url, card, team, true);
}

/** Only to who pressed; `inPlace`: instead of what they see there now. */
export async function respond(url: string, card: Card, team: string, inPlace: boolean): Promise<void> {
  const { text, blocks } = toBlocks(card, team);
  const body = JSON.stringify({ text, blocks, response_type: 'ephemeral', replace_original: inPlace });
  const answered = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    signal: AbortSignal.timeout(10_000),
  });
  if (answered.ok) return;
  const told = (await answered.json().catch(() => ({}))) as { error?: string };
  throw told.error ? ofCode(told.error) : answered.status === 404 ? ofCode('expired_url') : ofStatus(answered.status);
}
