/**
 * How long Discord says to wait stands in the answer's header and in its body, and the two may differ: of the edits of a published
 * announcement the header says a second, the body twenty minutes. discord.js reads the header alone, and only a number of seconds.
 * github.com/discord/discord-api-docs/issues/6109, docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit
 */
import type { ResponseLike } from 'discord.js';
import { retryAfterMs } from '../../platform/retry-after.ts';

/** Of a 429: the longer of the two. */
export async function withWholeWait(answer: ResponseLike): Promise<ResponseLike> {
  const said = await answer.text();
  const told = [answer.headers.get('retry-after'), inBody(said)].filter(one => one !== null);
  const waits = told.map(one => retryAfterMs(one));
  const headers = new Headers([...answer.headers]);
  headers.set('retry-after', String(Math.max(...(waits.length > 0 ? waits : [retryAfterMs(null)])) / 1000));
  return new Response(said, { status: 429, headers });
}

function inBody(said: string): number | string | null {
  try {
    return (JSON.parse(said) as { readonly retry_after?: number | string | null }).retry_after ?? null;
  } catch {
    return null; // a page of whatever stands between
  }
}
