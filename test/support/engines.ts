/** What runs on both engines: `describe.each(engines)`, each test with a database of its own. */
import { inject } from 'vitest';
import type { Clock } from '../../src/jobs/clock.ts';
import { systemClock } from '../../src/jobs/clock.ts';
import type { Jobs } from '../../src/jobs/jobs.ts';
import { localJobs } from '../../src/jobs/local.ts';
import type { Log } from '../../src/platform/log.ts';
import type { Store } from '../../src/store/engine.ts';
import { freshDatabase } from './postgres.ts';

export interface Engine {
  readonly engine: 'sqlite' | 'postgres';
  /** Why it can't be tested here. */
  readonly skip: string | undefined;
  fresh(): Promise<string>;
}

const postgres = inject('postgres');

export const engines: readonly Engine[] = [
  { engine: 'sqlite', skip: undefined, fresh: async () => 'sqlite::memory:' },
  {
    engine: 'postgres',
    skip: 'skip' in postgres ? postgres.skip : undefined,
    fresh: () => freshDatabase('url' in postgres ? postgres.url : ''),
  },
];

/** As main.ts chooses. */
export async function jobsFor(
  store: Pick<Store, 'engine' | 'url'>,
  log: Log,
  clock: Clock = systemClock,
): Promise<Jobs> {
  return store.engine === 'postgres'
    ? (await import('../../src/jobs/pg-boss.ts')).pgBossJobs(store.url, clock, log)
    : localJobs(clock, log);
}
