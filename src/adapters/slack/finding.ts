/** A message carries its effect's key as metadata, which people don't see, and is found by it in the recent history. */
import type { Effects, Posted } from '../../platform/chat-platform.ts';
import { type Connection, posted } from './connected.ts';
import { toPlatformError } from './errors.ts';

const eventType = 'cop_effect';
const mostPages = 5;
/** The clocks of two machines differ. */
const slackMs = 60_000;

export const metadata = (key: string) => ({ event_type: eventType, event_payload: { key } });

export async function findPost(
  { client, team }: Connection,
  to: Effects['post']['in']['to'],
  key: string,
  since: number,
): Promise<Posted | undefined> {
  const channel =
    'person' in to ? ((await client.conversations.open({ users: to.person.id })).channel?.id ?? '') : to.id;
  let cursor: string | undefined;
  for (let n = 0; n < mostPages; n++) {
    const page = await history({ client }, { channel, oldest: String((since - slackMs) / 1000), cursor });
    if (!page) return undefined;
    const found = page.messages?.find(
      one =>
        one.metadata?.event_type === eventType &&
        (one.metadata.event_payload as { key?: string } | undefined)?.key === key,
    );
    if (found) return posted(team, channel, found.ts ?? '');
    cursor = page.response_metadata?.next_cursor || undefined;
    if (!cursor) return undefined;
  }
  return undefined;
}

/** None where the bot may post but not read: in a public channel that it isn't in. Then it may stand there twice after a crash. */
async function history(
  { client }: Pick<Connection, 'client'>,
  where: { readonly channel: string; readonly oldest: string; readonly cursor: string | undefined },
) {
  try {
    return await client.conversations.history({ ...where, include_all_metadata: true, limit: 100 });
  } catch (error) {
    if (['missing_scope', 'not_in_channel', 'channel_not_found'].includes(toPlatformError(error).code))
      return undefined;
    throw error;
  }
}
