import { type Clock, systemClock } from '../../src/jobs/clock.ts';
import type { Jobs } from '../../src/jobs/jobs.ts';
import { localJobs } from '../../src/jobs/local.ts';
import type { Log } from '../../src/platform/log.ts';
import type { Store } from '../../src/store/engine.ts';

/** As main.ts chooses. */
export async function jobsFor(
  store: Pick<Store, 'shared' | 'url'>,
  log: Log,
  clock: Clock = systemClock,
): Promise<Jobs> {
  return store.shared
    ? (await import('../../src/jobs/pg-boss.ts')).pgBossJobs(store.url, clock, log)
    : localJobs(clock, log);
}
