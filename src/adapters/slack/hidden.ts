/**
 * On the free plan Slack hides what is older than ninety days, and shows it again with another plan. Where it is named, Slack may answer as
 * though it had been deleted; only a history says that something before it is hidden. slack.com/help/articles/115002422943,
 * docs.slack.dev/reference/methods/conversations.history (`is_limited`)
 */
import type { webApi } from '@slack/bolt';
import type { Posted } from '../../platform/chat-platform.ts';
import type { Reach } from './connected.ts';
import { toPlatformError } from './errors.ts';
import { clockSlackMs } from './finding.ts';

/** Not in the types of Slack's own client. */
type Past = webApi.ConversationsHistoryResponse & { readonly is_limited?: boolean };

const visibleMs = 90 * 24 * 3600_000;

/** What is hidden stands as it was said: that is nobody's trouble. */
export async function unlessHidden<T>(reach: Reach, message: Posted, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const known = toPlatformError(error);
    throw known.code === 'message_not_found' && (await isHidden(reach, message))
      ? known.told({ whose: 'nobody' })
      : known;
  }
}

/** Nothing is shown up to where it stood, and something that isn't shown is there. Where the bot may not read, it is as Slack said first. */
async function isHidden({ client, now }: Reach, { channel, id }: Posted): Promise<boolean> {
  if (now() - Number(id) * 1000 < visibleMs - clockSlackMs) return false;
  const upToIt = { channel: channel.id, latest: id, inclusive: true, limit: 1 };
  const past: Past = await client.conversations.history(upToIt).catch(unlessShut);
  return past.messages?.length === 0 && past.is_limited === true;
}

function unlessShut(error: unknown): webApi.ConversationsHistoryResponse {
  const known = toPlatformError(error);
  if (known.code === 'missing_scope' || known.code === 'not_in_channel') return { ok: false };
  throw known;
}
