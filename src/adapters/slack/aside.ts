/**
 * What is said to who pressed alone, beside what they pressed. In a thread that takes a call: what only they see and comes by a
 * response_url stands in the channel, where they aren't looking. docs.slack.dev/reference/methods/chat.postEphemeral,
 * docs.slack.dev/interactivity/handling-user-interaction#publishing_in_thread, github.com/slackapi/node-slack-sdk/issues/674
 */
import { aFewTimes } from '../../platform/again.ts';
import type { Card } from '../../platform/card.ts';
import type { Visitor } from '../../platform/chat-platform.ts';
import { toBlocks } from './blocks.ts';
import type { Reach } from './connected.ts';
import { orInWords, respond } from './replies.ts';
import { said, saidAlone } from './said.ts';

export interface Aside {
  readonly url: string;
  /** The one that they pressed in, by its first message. */
  readonly thread?: { readonly channel: string; readonly ts: string };
}

type Within = Pick<Reach, 'client' | 'team' | 'ended'>;

/** Where they asked, to them alone; by direct message, should that be closed, or Slack's bad moment last. */
export async function besides(within: Within, by: Visitor, card: Card, { url, thread }: Aside): Promise<void> {
  const { client, team, ended } = within;
  if (thread && (await inThread(within, by, card, thread))) return;
  try {
    await aFewTimes(() => respond(client, url, card, team, false), ended);
  } catch {
    if (ended.aborted) return;
    await client.chat.postMessage({ channel: by.id, ...saidAlone(toBlocks(card, team)) });
  }
}

/** Where the bot isn't in the channel, or Slack has a bad moment, the channel is better than nothing. */
async function inThread(
  { client, team }: Within,
  { id: user }: Visitor,
  card: Card,
  { channel, ts: thread_ts }: NonNullable<Aside['thread']>,
): Promise<boolean> {
  try {
    await orInWords(client, card, pictures =>
      client.chat.postEphemeral({ channel, user, thread_ts, ...said(toBlocks(card, team, pictures)) }),
    );
    return true;
  } catch {
    return false;
  }
}
