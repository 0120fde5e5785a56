/**
 * How long Discord says to wait stands in the answer's header and in its body, and the two may differ: of the edits of a published
 * announcement the header says a second, the body twenty minutes. Else the header has the body's wait rounded up to whole seconds, and a
 * press can't wait for a whole second. discord.js reads the header alone, and only a number of seconds.
 * github.com/discord/discord-api-docs/issues/6109, docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit
 */
import type { ResponseLike } from 'discord.js';
import { retryAfterMs } from '../../platform/retry-after.ts';

/** Whom a limit is for: the wall before Discord shuts out all that this machine asks. */
export const wholeMachine = 'machine';

/** In seconds, where the wall says no more; it lasts longer for who goes on asking. */
const minute = 60;

/** Of a 429: the longer of the two, save where the longer one is only less exact. */
export async function withWholeWait(answer: ResponseLike): Promise<ResponseLike> {
  const said = await answer.text();
  const header = answer.headers.get('retry-after');
  const body = inBody(said);
  const told = (isRounded(header, body) ? [body] : [header, body]).filter(one => one !== null);
  const headers = new Headers([...answer.headers]);
  if (isOfWall(headers, body)) {
    headers.set('x-ratelimit-scope', wholeMachine);
    if (told.length === 0) told.push(minute);
  }
  const waits = told.map(one => retryAfterMs(one));
  headers.set('retry-after', String(Math.max(...(waits.length > 0 ? waits : [retryAfterMs(null)])) / 1000));
  return new Response(said, { status: 429, headers });
}

const isRounded = (header: string | null, body: number | string | null): boolean =>
  header !== null && body !== null && Number(header) === Math.ceil(Number(body));

/**
 * After too many calls that Discord refused, from whichever program: a page, or JSON without a time to wait, and no word of a bucket.
 * github.com/discord/discord-api-docs/issues/5810, docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
 */
const isOfWall = (headers: Headers, inBody: unknown): boolean =>
  inBody === null && ![...headers.keys()].some(one => one.startsWith('x-ratelimit-'));

function inBody(said: string): number | string | null {
  try {
    return (JSON.parse(said) as { readonly retry_after?: number | string | null } | null)?.retry_after ?? null;
  } catch {
    return null; // a page of whatever stands between
  }
}
