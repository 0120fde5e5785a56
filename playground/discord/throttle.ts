/** Rate limits: a bucket for each route and its first id, and fifty calls a second in all; by the real clock, since the client waits by it. discord.com/developers/docs/topics/rate-limits */
import { createHash } from 'node:crypto';
import { buckets, limits, usualBucket } from './limits.ts';
import type { Answer } from './server.ts';

export interface Throttle {
  /** Counts the call; its `X-RateLimit-*` headers, and the 429 if it is one too many. */
  pass(name: string, major: string): { readonly headers: Record<string, string>; readonly refused?: Answer };
}

/** Discord's own 429. `retryAfter` in seconds: to the millisecond in the body, in whole ones in the header. discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit */
export function limited(retryAfter: number | string, global = false, headers: Record<string, string> = {}): Answer {
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: retryAfter, global },
    headers: {
      'retry-after': typeof retryAfter === 'number' ? String(Math.ceil(retryAfter)) : retryAfter,
      'x-ratelimit-scope': global ? 'global' : 'user',
      ...(global ? { 'x-ratelimit-global': 'true' } : {}),
      ...headers,
    },
  };
}

/** Of the edits of a published announcement the header says a second, and the body how long it is. github.com/discord/discord-api-docs/issues/6109 */
export function limitedAs({
  rateLimit,
  inBody,
}: {
  readonly rateLimit: number | string;
  readonly inBody?: number;
}): Answer {
  const answer = limited(rateLimit);
  return inBody === undefined
    ? answer
    : { ...answer, body: { ...(answer.body as object), code: 20028, retry_after: inBody } };
}

export function throttle(): Throttle {
  const used = new Map<string, { count: number; resetsAt: number }>();
  let second = { count: 0, resetsAt: 0 };

  return {
    pass(name, major) {
      const now = Date.now();
      const { most, within } = buckets[name] ?? usualBucket;
      const key = `${name} ${major}`;
      const before = used.get(key);
      const bucket = before && before.resetsAt > now ? before : { count: 0, resetsAt: now + within };
      used.set(key, bucket);
      if (second.resetsAt <= now) second = { count: 0, resetsAt: now + 1000 };
      const rest = (bucket.resetsAt - now) / 1000;
      const headers = (remaining: number): Record<string, string> => ({
        'x-ratelimit-limit': String(most),
        'x-ratelimit-remaining': String(remaining),
        'x-ratelimit-reset': String(bucket.resetsAt / 1000),
        'x-ratelimit-reset-after': String(rest),
        'x-ratelimit-bucket': createHash('md5').update(name).digest('hex'),
      });
      if (second.count >= limits.globalPerSecond)
        return { headers: {}, refused: limited((second.resetsAt - now) / 1000, true) };
      if (bucket.count >= most) return { headers: {}, refused: limited(rest, false, headers(0)) };
      second.count += 1;
      bucket.count += 1;
      return { headers: headers(most - bucket.count) };
    },
  };
}
