/** What wakes the outbox, one suite over both: the loop in the process on SQLite, pg-boss on PostgreSQL. */
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Lane } from '../../src/domain/effect.ts';
import type { Drains, Jobs, Work } from '../../src/jobs/jobs.ts';
import { openStore, type Store } from '../../src/store/engine.ts';
import { type TestClock, testClock } from '../support/clock.ts';
import { engines } from '../support/engines.ts';
import { jobsFor } from '../support/jobs.ts';
import { quietly } from '../support/stage.ts';

const lane = (name: string): Work => ({ lane: `cop:${name}` as Lane, platform: 'slack' });
const seen = { timeout: 20_000, interval: 5 };

describe.each(engines)('$engine', ({ skip, fresh }) => {
  describe.skipIf(skip)(`jobs${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let store: Store;
    let clock: TestClock;
    let jobs: Jobs;
    let drained: string[];
    let due: Work[];
    let drain: Drains['drain'];
    const drains: Drains = { drain: work => drain(work), due: async () => due.splice(0) };
    const wake = (...work: Work[]) => store.db.transaction().execute(tx => jobs.wake(tx, work));
    const reached = (count: number) => vi.waitUntil(() => drained.length >= count, seen);

    beforeEach(async () => {
      store = await openStore(await fresh());
      clock = testClock();
      drained = [];
      due = [];
      drain = async work => {
        drained.push(work.lane);
        return undefined;
      };
      jobs = await jobsFor(store, quietly([]), clock);
      await jobs.start(['slack'], drains);
    });
    afterEach(async () => {
      await jobs.stop();
      await store.close();
    });

    it('drain a lane that is woken', async () => {
      await wake(lane('a'), lane('b'));
      await reached(2);
      expect([...drained].sort()).toEqual(['cop:a', 'cop:b']);
    });

    it('find what was left behind, at the start and later', async () => {
      due = [lane('a')];
      await clock.advance(31_000);
      await reached(1);
      expect(drained).toEqual(['cop:a']);
    });

    it('show a drain nothing of a transaction that is not over, or was rolled back', async () => {
      await sql`create table kept (n integer)`.execute(store.db);
      const counts: number[] = [];
      drain = async work => {
        counts.push((await sql`select n from kept`.execute(store.db)).rows.length);
        drained.push(work.lane);
        return undefined;
      };
      const rolledBack = store.db.transaction().execute(async tx => {
        await sql`insert into kept values (1)`.execute(tx);
        await jobs.wake(tx, [lane('a')]);
        await new Promise(resolve => setImmediate(resolve));
        throw new Error('rolled back');
      });
      await expect(rolledBack).rejects.toThrow('rolled back');
      await wake(lane('b'));
      await vi.waitUntil(() => drained.includes('cop:b'), seen);
      expect(new Set(counts)).toEqual(new Set([0]));
    });

    it('drain different lanes side by side, and one lane never twice at once', async () => {
      const under = new Map<string, number>();
      let mostOfOne = 0;
      let together = 0;
      const gates: (() => void)[] = [];
      drain = async work => {
        under.set(work.lane, (under.get(work.lane) ?? 0) + 1);
        mostOfOne = Math.max(mostOfOne, under.get(work.lane) ?? 0);
        together = Math.max(together, [...under.values()].filter(Boolean).length);
        await new Promise<void>(resolve => gates.push(resolve));
        under.set(work.lane, (under.get(work.lane) ?? 1) - 1);
        drained.push(work.lane);
        return undefined;
      };
      await wake(lane('a'), lane('b'));
      await vi.waitUntil(() => together === 2, seen);
      await wake(lane('a'));
      await wake(lane('a'));
      for (const open of gates.splice(0)) open();
      await vi.waitUntil(() => gates.length === 1, seen); // woken while it was drained: once more
      for (const open of gates.splice(0)) open();
      await reached(3);
      expect(mostOfOne).toBe(1);
      expect([...drained].sort()).toEqual(['cop:a', 'cop:a', 'cop:b']);
    });

    it('come back when a drain asks for it', async () => {
      drain = async work => {
        drained.push(work.lane);
        return drained.length === 1 ? clock.now() + 4000 : undefined;
      };
      await wake(lane('a'));
      await reached(1);
      await vi.waitUntil(async () => {
        await clock.advance(1000);
        return drained.length === 2;
      }, seen);
    });

    it('come back to a lane that stopped', async () => {
      drain = async work => {
        drained.push(work.lane);
        if (drained.length === 1) {
          due = [lane('a')];
          throw new Error('stopped');
        }
        return undefined;
      };
      await wake(lane('a'));
      await reached(1);
      await vi.waitUntil(async () => {
        await clock.advance(31_000);
        return drained.length >= 2;
      }, seen);
    });

    it('leave alone what another platform needs', async () => {
      await wake({ lane: 'cop:x' as Lane, platform: 'discord' }, lane('a'));
      await reached(1);
      await wake(lane('b'));
      await reached(2);
      expect(drained).toEqual(['cop:a', 'cop:b']);
    });

    it('begin nothing after they were stopped, and wait for what is under way', async () => {
      let ended = false;
      let begun = () => {};
      const beginning = new Promise<void>(resolve => {
        begun = resolve;
      });
      drain = async () => {
        begun();
        await new Promise(resolve => setImmediate(resolve));
        ended = true;
        return undefined;
      };
      await wake(lane('a'));
      await beginning;
      await jobs.stop();
      expect(ended).toBe(true);
      drain = async work => {
        drained.push(work.lane);
        return undefined;
      };
      await wake(lane('b'));
      await clock.advance(60_000);
      expect(drained).toEqual([]);
    });
  });
});

const postgres = engines.find(one => one.engine === 'postgres');

it.skipIf(postgres?.skip)('two processes share the lanes on PostgreSQL, each drained by one at a time', async () => {
  const store = await openStore((await postgres?.fresh()) ?? '');
  const under = new Map<string, number>();
  let worst = 0;
  const by = new Map<string, number>();
  const drains = (name: string): Drains => ({
    async drain(work) {
      under.set(work.lane, (under.get(work.lane) ?? 0) + 1);
      worst = Math.max(worst, under.get(work.lane) ?? 0);
      await new Promise(resolve => setImmediate(resolve));
      by.set(name, (by.get(name) ?? 0) + 1);
      under.set(work.lane, (under.get(work.lane) ?? 1) - 1);
      return undefined;
    },
    due: async () => [],
  });
  const both = [await jobsFor(store, quietly([])), await jobsFor(store, quietly([]))];
  await Promise.all(both.map((jobs, n) => jobs.start(['slack'], drains(`process ${n}`))));
  const lanes = Array.from({ length: 40 }, (_, n) => lane(String(n)));
  for (const one of lanes) await store.db.transaction().execute(tx => both[0]?.wake(tx, [one]) ?? Promise.resolve());
  await vi.waitUntil(() => [...by.values()].reduce((sum, many) => sum + many, 0) >= lanes.length, seen);
  expect(worst).toBe(1);
  await Promise.all(both.map(jobs => jobs.stop()));
  await store.close();
});
