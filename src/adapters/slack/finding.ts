/** A message carries its effect's key as metadata, which people don't see, and is found by it in the recent history. */
import type { webApi } from '@slack/bolt';
import type { Effects, Posted } from '../../platform/chat-platform.ts';
import { posted, type Reach } from './connected.ts';
import { toPlatformError } from './errors.ts';

const eventType = 'cop_effect';
/** Our clock and Slack's differ, and ours may have been set right between the attempt and now: by minutes, either way. */
export const clockSlackMs = 3600_000;

export const metadata = (key: string) => ({ event_type: eventType, event_payload: { key } });

export async function findPost(
  connection: Reach,
  to: Effects['post']['in']['to'],
  key: string,
  since: number,
): Promise<Effects['post']['out'] | undefined> {
  const below = 'below' in to ? to.below : undefined;
  const channel = below?.channel.id ?? (await channelOf(connection, to as Exclude<typeof to, { below: Posted }>));
  for await (const one of whereItMayStand(connection, channel, since - clockSlackMs, below?.id))
    if (
      one.metadata?.event_type === eventType &&
      (one.metadata.event_payload as { key?: string } | undefined)?.key === key
    )
      return posted(connection, channel, one);
  return undefined;
}

/** Below what was deleted Slack posts into the channel itself, which is as good: whom it concerns reads it there. github.com/slack-go/slack/issues/1571 */
async function* whereItMayStand(
  connection: Reach,
  channel: string,
  since: number,
  thread: string | undefined,
): AsyncGenerator<Message> {
  try {
    yield* historySince(connection, channel, since, thread);
  } catch (error) {
    if (thread === undefined || toPlatformError(error).code !== 'thread_not_found') throw error;
    yield* historySince(connection, channel, since);
  }
}

async function channelOf(
  { client }: Reach,
  to: Exclude<Effects['post']['in']['to'], { below: Posted }>,
): Promise<string> {
  if (!('person' in to)) return to.id;
  return (await client.conversations.open({ users: to.person.id })).channel?.id ?? '';
}

type Message = NonNullable<webApi.ConversationsHistoryResponse['messages']>[number];

/** All of it since then, however little Slack gives at a time, the newest first; of a thread, if its first message is named. docs.slack.dev/apis/web-api/pagination */
export async function* historySince(
  { client }: Pick<Reach, 'client'>,
  channel: string,
  since: number,
  thread?: string,
): AsyncGenerator<Message> {
  let cursor: string | undefined;
  do {
    const page = await history({ client }, { channel, ts: thread, oldest: String(since / 1000), cursor });
    if (!page) return;
    yield* page.messages ?? [];
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
}

/** None where the bot may post but not read: in a public channel, which takes `channels:history`, which isn't asked for. Then it may stand there twice after a crash. */
async function history(
  { client }: Pick<Reach, 'client'>,
  {
    ts,
    ...where
  }: {
    readonly channel: string;
    readonly ts: string | undefined;
    readonly oldest: string;
    readonly cursor: string | undefined;
  },
) {
  const asked = { ...where, include_all_metadata: true, limit: 200 };
  try {
    return ts === undefined
      ? await client.conversations.history(asked)
      : await client.conversations.replies({ ...asked, ts });
  } catch (error) {
    if (['missing_scope', 'not_in_channel', 'channel_not_found'].includes(toPlatformError(error).code))
      return undefined;
    throw error;
  }
}
