import type { Clock } from '../../jobs/clock.ts';

/** Platforms wait three seconds for an acknowledgement, and the way here and back takes some of them. */
const patienceMs = 2000;
/** Where the platform was asked first and took its time, it is tried all the same. */
const leastMs = 400;

/** Too late to be kept: nothing of it was. */
export class Late extends Error {
  override readonly name = 'Late';
}

/**
 * What somebody pressed is kept in time, or surely not at all: whoever is told that it was heard can rely on it, also when the process
 * dies the next moment. `keep` is the last thing before the commit; past the time, it is what rolls back.
 * `waited`: how many milliseconds they have waited before.
 */
export function inTime<T>(clock: Clock, work: (keep: () => void) => Promise<T>, waited = 0): Promise<T> {
  let state: 'open' | 'kept' | 'late' = 'open';
  return new Promise<T>((resolve, reject) => {
    const callOff = clock.at(clock.now() + Math.max(patienceMs - waited, leastMs), () => {
      if (state !== 'open') return; // its commit is under way: nobody can take that back
      state = 'late';
      reject(new Late());
    });
    const keep = () => {
      if (state === 'late') throw new Late();
      state = 'kept';
    };
    work(keep).then(resolve, reject).finally(callOff);
  });
}
