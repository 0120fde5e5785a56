/** Calls to Discord's API. Whatever goes wrong is a PlatformError; nothing is ever repeated here unasked, and nothing outlives `end`. */
import {
  DefaultRestOptions,
  type RawFile,
  REST,
  type RESTOptions,
  type RequestMethod,
  type RouteLike,
} from 'discord.js';
import { attempt, tookEffect } from '../../platform/attempt.ts';
import { calling as timing } from '../../platform/figures.ts';
import { momentMs, monotonic, pacing } from '../../platform/pace.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { stillOurTurn } from '../../platform/turn.ts';
import { bucketOf, callsASecond, everything, inAll, isGlobal, isSeen, methodOf } from './buckets.ts';
import { isOfToken, toPlatformError } from './errors.ts';
import { ownAnswer } from './own-answer.ts';
import { refusedToken } from './refused-token.ts';
import { withWholeWait } from './whole-wait.ts';

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

/**
 * discord.js (undici 6) sends through the process's one dispatcher, which is undici 8's as soon as Bolt is there too; that one refuses
 * Node's own FormData (UND_ERR_INVALID_ARG, measured with 14.28 beside Bolt 5.1). So a form goes out as the bytes it stands for.
 */
const sendEncoded: RESTOptions['makeRequest'] = async (url, init) => {
  await stillOurTurn();
  const answer = await send(url, init);
  return answer.status === 429 ? withWholeWait(answer) : ownAnswer(init.method ?? 'GET', url, answer);
};

const send: RESTOptions['makeRequest'] = async (url, init) => {
  if (!(init.body instanceof FormData)) return DefaultRestOptions.makeRequest(url, init);
  const form = new Response(init.body);
  const headers = new Headers(init.headers as Record<string, string>);
  headers.set('content-type', form.headers.get('content-type') ?? '');
  const body = Buffer.from(await form.arrayBuffer());
  return DefaultRestOptions.makeRequest(url, { ...init, headers: Object.fromEntries(headers), body });
};

/** How long Discord is waited for, in milliseconds. */
const answerMs = 10_000;

/** discord.js sleeps on 429 and repeats 5xx, POST included, unless told not to; and it counts what Discord doesn't, so that whoever pressed would wait behind work. */
export const restOptions = (apiUrl: string | undefined) => ({
  ...(apiUrl && { api: apiUrl }),
  retries: 0,
  globalRequestsPerSecond: Number.POSITIVE_INFINITY,
  rejectOnRateLimit: () => true,
  timeout: answerMs,
  makeRequest: sendEncoded,
});

/** Ten megabytes take a while on the way up. */
const isLarge = (files: readonly RawFile[] = []): boolean =>
  files.some(({ data }) => typeof data === 'object' && data.byteLength > 1_000_000);

/**
 * All calls end with it, each by a signal of its own: discord.js never takes its listener off the one it was given, so that one for all
 * would keep something of each call for as long as the bot runs, and each call would go through all of it
 * (github.com/discordjs/discord.js/pull/11594, which 14.28 hasn't).
 */
function endingWith() {
  const underWay = new Set<AbortController>();
  let over = false;
  return {
    isOver: () => over,
    async during<T>(call: (signal: AbortSignal) => Promise<T>): Promise<T> {
      const own = new AbortController();
      if (over) own.abort();
      underWay.add(own);
      try {
        return await call(own.signal);
      } finally {
        underWay.delete(own);
      }
    },
    end() {
      over = true;
      for (const one of underWay) one.abort();
    },
  };
}

export function calling(token: string, apiUrl: string | undefined, perSecond = callsASecond): Calls {
  const pace = pacing(monotonic);
  const all = { name: everything, limit: inAll(perSecond) };
  const rest = new REST({ version: '10', ...restOptions(apiUrl) });
  const patient = new REST({ version: '10', ...restOptions(apiUrl), timeout: 50_000 });
  const going = endingWith();
  const refused = refusedToken(monotonic.now);

  /** What still waits for its turn when the bot is stopped was never sent: discord.js's queue says so by an Error of no kind. */
  const unlessStopped = (error: PlatformError): PlatformError =>
    going.isOver() && error.code === 'bug' ? new PlatformError('unreachable', 'stopped') : error;

  /** Discord may be slow, and do it after all: it is waited for as long again, before anybody looks whether it stands there. */
  const asLongAgain = (error: PlatformError): PlatformError =>
    error.code === 'timeout' && !going.isOver() ? error.told({ retryAfterMs: answerMs }) : error;

  /** discord.js forgets the token at the first 401. */
  async function once<T>(method: `${RequestMethod}`, route: RouteLike, request: Request): Promise<T> {
    const { query, ...given } = request;
    const [name, seen] = [bucketOf(method, route, request.body), isSeen(method, route)];
    const own = request.auth !== false;
    await pace.turn(own ? [{ name }, all] : [{ name }]);
    if (own) refused.ask(route);
    const over = timing('discord', methodOf(method, route));
    try {
      const answer = await going.during(signal =>
        (isLarge(request.files) ? patient : rest).setToken(token).request({
          ...given,
          ...(query && { query: new URLSearchParams(query) }),
          method: method as RequestMethod,
          fullRoute: route,
          signal,
        }),
      );
      over('ok');
      if (own) refused.heard();
      if (seen) tookEffect();
      return answer as T;
    } catch (error) {
      const heard = unlessStopped(toPlatformError(error));
      const known = seen ? asLongAgain(heard) : heard;
      over(known.kind === 'rate-limited' ? 'rate-limited' : 'failed');
      if (own) refused.heard(known);
      if (known.kind === 'rate-limited') pace.hold(isGlobal(error) ? all : { name }, known.retryAfterMs ?? 0);
      else if (known.kind === 'unknown-outcome' && seen) tookEffect();
      throw known;
    }
  }

  return {
    /** A moment's wait is waited out, once; and a single 401 says nothing yet of the token: nothing was done, and it is asked again. */
    ask: <T>(method: `${RequestMethod}`, route: RouteLike, request: Request = {}) =>
      once<T>(method, route, request).catch((error: PlatformError) => {
        const stray = request.auth !== false && isOfToken(error);
        const moment = attempt() && error.kind === 'rate-limited' && (error.retryAfterMs ?? 0) <= momentMs;
        if (!stray && !moment) throw error;
        return once<T>(method, route, request);
      }),
    end() {
      going.end();
      for (const one of [rest, patient]) {
        one.clearHandlerSweeper();
        one.clearHashSweeper();
      }
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
    await monotonic.sleep(error.retryAfterMs);
    return call();
  }
}
