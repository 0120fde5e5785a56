/** PostgreSQL goes away while a lane is drained: nobody writes down that the job has ended, and the lane is free all the same once it is back. */
import { afterAll, expect, it, vi } from 'vitest';
import type { Lane } from '../../src/domain/effect.ts';
import { openStore } from '../../src/store/engine.ts';
import { jobsFor } from '../support/jobs.ts';
import { freshDatabase, type OwnServer, ownPostgres } from '../support/postgres.ts';
import { quietly } from '../support/stage.ts';

const found = await ownPostgres();
const skip = 'skip' in found;
const server = found as OwnServer;
afterAll(async () => {
  if (!skip) await server.stop();
});

it.skipIf(skip)('a lane is free again as soon as PostgreSQL is back', { timeout: 60_000 }, async () => {
  const store = await openStore(await freshDatabase(server.url));
  const work = { lane: 'cop:a' as Lane, platform: 'slack' };
  let drained = 0;
  let ended = false;
  const jobs = await jobsFor(store, quietly([]));
  await jobs.start(['slack'], {
    async drain() {
      if (++drained === 1) await server.down();
      ended = true;
      return undefined;
    },
    due: async () => [],
  });
  await jobs.wake(store.db, [work]);
  await vi.waitUntil(() => ended, { timeout: 20_000, interval: 5 });
  await server.up();
  const since = performance.now();
  await jobs.wake(store.db, [work]);
  await vi.waitUntil(() => drained === 2, { timeout: 30_000, interval: 5 });
  expect(performance.now() - since).toBeLessThan(9500); // its heartbeat would be missed after ten seconds
  await jobs.stop();
  await store.close();
});
