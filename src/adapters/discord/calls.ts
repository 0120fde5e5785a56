/** Calls to Discord's API. Whatever goes wrong is a PlatformError; nothing is ever repeated here unasked, and nothing outlives `end`. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type RawFile, REST, type RequestMethod, type RouteLike } from 'discord.js';
import { PlatformError } from '../../platform/platform-error.ts';
import { toPlatformError } from './errors.ts';

interface Request {
  readonly body?: unknown;
  readonly files?: RawFile[];
  readonly query?: Readonly<Record<string, string>>;
  /** What carries an interaction's token needs no other, and works when the bot's own is gone. */
  readonly auth?: false;
}

export interface Calls {
  ask<T = unknown>(method: `${RequestMethod}`, route: RouteLike, request?: Request): Promise<T>;
  end(): void;
}

/** discord.js sleeps on 429 and repeats 5xx, POST included, unless told not to. */
export const restOptions = (apiUrl: string | undefined) => ({
  ...(apiUrl && { api: apiUrl }),
  retries: 0,
  rejectOnRateLimit: () => true,
  timeout: 10_000,
});

export function calling(token: string, apiUrl: string | undefined): Calls {
  const rest = new REST({ version: '10', ...restOptions(apiUrl) }).setToken(token);
  const ended = new AbortController();
  return {
    async ask<T>(method: `${RequestMethod}`, route: RouteLike, { query, ...request }: Request = {}) {
      try {
        return (await rest.request({
          ...request,
          ...(query && { query: new URLSearchParams(query) }),
          method: method as RequestMethod,
          fullRoute: route,
          signal: ended.signal,
        })) as T;
      } catch (error) {
        throw toPlatformError(error);
      }
    },
    end() {
      ended.abort();
      rest.clearHandlerSweeper();
      rest.clearHashSweeper();
    },
  };
}

/** For what a person waits for: a short wait that Discord asks for is waited out, once. */
export async function patiently<T>(call: () => Promise<T>, mostMs = 5000): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof PlatformError) || error.kind !== 'rate-limited') throw error;
    if (error.retryAfterMs === undefined || error.retryAfterMs > mostMs) throw error;
    await sleep(error.retryAfterMs, undefined, { ref: false });
    return call();
  }
}
