/** Trouble with the way into Slack: told to whoever waits for the start, or said and waited out. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '../../platform/chat-platform.ts';
import { tell } from '../../platform/figures.ts';
import type { Log } from '../../platform/log.ts';
import { toPlatformError } from './errors.ts';
import { type Backoff, passes, refused, remedyOf } from './refused.ts';
import { type Half, standing } from './standing.ts';

/** So long the bot's start waits for Slack; the rest of it doesn't depend on it. */
const startMs = 3000;

export interface Trying {
  standing(): Connection | undefined;
  /** Settled once: what comes later is waited out, whatever it is. */
  readonly started: Promise<void>;
  /** Says what it is and waits; who called tries again. */
  trouble(part: Half, error: unknown, backoff: Backoff): Promise<void>;
  /** Slack ended it, as it does every day; or is about to, and it stands still. */
  lost(why: string, backoff: Backoff, stillStands: boolean): Promise<void>;
  /** Nothing is heard just now. */
  gone(): void;
  recovered(part: Half): void;
}

export interface TryingOptions {
  readonly log: Log;
  readonly now: () => number;
  readonly pause: (ms: number, ending: AbortSignal) => Promise<void>;
  readonly ending: AbortController;
  readonly returned: () => Promise<void>;
  /** That its address is the right one. */
  readonly sure: boolean;
}

export function trying({ log, now, pause, ending, returned, sure }: TryingOptions): Trying {
  const { signal } = ending;
  const { promise: started, resolve, reject } = Promise.withResolvers<void>();
  const stands = standing(now);
  let begun = true;
  const wait = async (ms: number) => ms > 0 && pause(ms, signal);
  const goOn = () => {
    begun = false;
    resolve();
  };
  void pausing(startMs, signal).then(() => {
    if (!begun || signal.aborted) return;
    stands.is('socket', 'reconnecting');
    log.warn({}, 'Slack has not answered yet: the bot starts without it and goes on trying');
    goOn();
  });
  return {
    standing: stands.now,
    started,
    async trouble(part, error, backoff) {
      if (signal.aborted) return;
      const known = toPlatformError(error);
      const remedy = remedyOf(error, part);
      if (begun && !passes(error, sure)) {
        ending.abort();
        return reject(remedy ? known.told({ remedy }) : error);
      }
      stands.is(part, refused(error) ? 'stopped' : 'reconnecting');
      goOn();
      const againInMs = backoff.after(error);
      const fields = { err: error, code: known.code, againInMs, ...(remedy && { remedy }) };
      if (refused(error))
        log.error(fields, 'Slack does not let the bot in: see to its tokens and its app there; trying again');
      else log.warn(fields, 'Slack can not be reached; trying again');
      await wait(againInMs);
    },
    async lost(why, backoff, stillStands) {
      if (!stillStands) stands.is('socket', why === 'link_disabled' ? 'stopped' : 'reconnecting');
      const againInMs = backoff.after();
      if (stillStands)
        log.info({ why, againInMs }, 'the connection to Slack is about to end; another is opened beside it');
      else log.info({ why, againInMs }, 'the connection to Slack ended; trying again');
      await wait(againInMs);
    },
    gone: () => stands.is('socket', 'reconnecting'),
    recovered(part) {
      const before = stands.now()?.state;
      stands.is(part, 'ok');
      if (stands.now()?.state !== 'ok' || before === 'ok') return;
      log.info({}, 'connected to Slack');
      if (!begun) {
        tell('reconnected', { platform: 'slack' });
        void returned();
      }
      goOn();
    },
  };
}

/** Keeps the process alive meanwhile. */
export const pausing = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);
