/** Trying again: after which answers, after how long, and for no longer than the bot is there. */
import { setTimeout as sleep } from 'node:timers/promises';
import { PlatformError } from './platform-error.ts';

const second = 1000;
export const minute = 60 * second;

/** Twice as long each time; as long as the platform asks for, if that is longer. */
export function pauseMs(tries: number, error: PlatformError, mostMs: number): number {
  const own = Math.min(second * 2 ** Math.min(tries, 20), mostMs);
  return error.kind === 'rate-limited' ? (error.retryAfterMs ?? own) : Math.max(own, error.retryAfterMs ?? 0);
}

/** Keeps the process alive. Rejects when the bot is stopped. */
export const pause = (ms: number, ended: AbortSignal): Promise<void> => sleep(ms, undefined, { signal: ended });

/** A machine that has just started may not have its network yet: no name is known, or no way leads out. */
export const soonThere: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const passing = new Set(['rate-limited', 'unreachable', 'unknown-outcome']);

/** Says nothing of what was asked for: asked again, it may be there. */
export const passes = (error: unknown): error is PlatformError =>
  error instanceof PlatformError && passing.has(error.kind);

/** `goesOn`: whether it is tried again after so many tries, for which this long would be waited. Rejects with what came of the last one. */
async function asking<T>(
  ask: () => Promise<T>,
  ended: AbortSignal,
  goesOn: (tries: number, waitMs: number) => boolean,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      const wait = passes(error) ? pauseMs(tries - 1, error, minute) : undefined;
      if (wait === undefined || !goesOn(tries, wait)) throw error;
      await pause(wait, ended);
    }
  }
}

/** For what is told of once, and read only: asked until the platform has answered, one way or the other. */
export const untilAnswered = <T>(ask: () => Promise<T>, ended: AbortSignal): Promise<T> =>
  asking(ask, ended, () => true);

/** While somebody waits: three times, and no longer than five seconds for the next; then it is up to who called. */
export const aFewTimes = <T>(ask: () => Promise<T>, ended: AbortSignal): Promise<T> =>
  asking(ask, ended, (tries, waitMs) => tries < 3 && waitMs <= 5 * second);
