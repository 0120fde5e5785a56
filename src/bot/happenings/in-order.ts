/**
 * What happened in one place is taken in one after another, and again until the database takes it: nobody tells it a second time. So it
 * is, a few times, where the platform is asked something besides and doesn't answer just then.
 * It waits in memory alone; what a restart loses, or what the platform doesn't tell, the look at every space finds.
 */
import { minute, passes, pauseMs } from '../../platform/again.ts';
import type { Happening } from '../../platform/chat-platform.ts';
import { seldom } from '../../platform/log.ts';
import { isConflict, Stale } from '../../store/engine.ts';
import { isStoreTrouble } from '../../store/trouble.ts';
import type { Bot } from '../the-bot.ts';

const most = 1000;
/** Of how places stand, which the next look finds in any case: what nobody tells again has the other half for itself. */
const mostToBeFound = most / 2;
const firstWaitMs = 100;
const longestWaitMs = 5000;
/** Tries at what a platform doesn't answer: what else happens there waits meanwhile. */
const mostUnanswered = 4;

export type InOrder = (place: string, what: Happening['kind'], work: () => Promise<void>) => Promise<void>;

export function inOrder({ clock, log }: Pick<Bot, 'clock' | 'log'>, ending?: AbortSignal): InOrder {
  const last = new Map<string, Promise<void>>();
  const quiet = seldom(log);
  let waiting = 0;

  return async (place, what, work) => {
    if (waiting >= (what === 'changed' ? mostToBeFound : most))
      return log.error({ happened: what }, 'too much of what happened waits for the database; this was let go of');
    waiting++;
    const mine = (last.get(place) ?? Promise.resolve()).then(() => takenIn(what, work));
    last.set(place, mine);
    await mine;
    waiting--;
    if (last.get(place) === mine) last.delete(place);
  };

  async function takenIn(happened: Happening['kind'], work: () => Promise<void>): Promise<void> {
    for (let tries = 1, wait = firstWaitMs; ; tries++, wait = Math.min(wait * 2, longestWaitMs)) {
      try {
        return await work();
      } catch (err) {
        const isUnanswered = passes(err);
        const next = isUnanswered ? pauseMs(tries - 1, err, minute) : wait;
        if (!isUnanswered && !isOfTheStore(err))
          return log.error({ err, happened }, 'what happened could not be taken in');
        if (ending?.aborted) return log.warn({ err, happened }, 'what happened could not be taken in before the end');
        if (isUnanswered && (tries === mostUnanswered || next > minute))
          return log.warn({ err, happened }, 'the platform does not answer what happened; the next look finds it');
        if (!isUnanswered) quiet.warn({ err, happened }, 'the database did not take in what happened; tried again');
        await pause(clock, next, ending);
      }
    }
  }
}

/** It may well be taken the next time. */
export const isOfTheStore = (error: unknown): boolean =>
  isStoreTrouble(error) || isConflict(error) || error instanceof Stale;

export function pause(clock: Bot['clock'], ms: number, ending: AbortSignal | undefined): Promise<void> {
  if (ending?.aborted) return Promise.resolve();
  return new Promise(resolve => {
    const end = () => {
      cancel();
      ending?.removeEventListener('abort', end);
      resolve();
    };
    const cancel = clock.at(clock.now() + ms, end);
    ending?.addEventListener('abort', end, { once: true });
  });
}
