/** Work on the database, all of it again where that helps: within the time that somebody who pressed waits. */
import { setTimeout as sleep } from 'node:timers/promises';
import { isConflict, Stale } from '../store/engine.ts';
import { isPassing, Unsure } from '../store/trouble.ts';

const patienceMs = 1500;
const firstWaitMs = 40;
/** As many as may well press at once where nothing is locked first: what was chosen for a workspace. */
const races = 5;

/** The loser of a race runs again, and so meets the winner's decision; what meets a lock or a cut connection, a few times. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  let raced = 0;
  let unsure: Unsure | undefined;
  for (let wait = firstWaitMs; ; wait *= 2) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Unsure) unsure = error;
      if (raced < races && (error instanceof Stale || isConflict(error))) {
        raced++;
        continue;
      }
      if (!isPassing(error) || performance.now() - begun + wait > patienceMs) throw unsure ?? error;
      await sleep(wait);
    }
  }
}
