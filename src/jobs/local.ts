/**
 * Wakes the outbox within this process, for SQLite. The database has one connection: a drain that a transaction woke begins with a
 * query of its own, and that query waits until the transaction has ended. If it was rolled back, the drain finds nothing.
 */
import { type Log, seldom } from '../platform/log.ts';
import { alarms } from './alarms.ts';
import type { Clock } from './clock.ts';
import type { Drains, Jobs, Work } from './jobs.ts';

const sweepMs = 5_000;
const afterErrorMs = 1_000;

export function localJobs(clock: Clock, log: Log): Jobs {
  const quiet = seldom(log);
  let drains: Drains | undefined;
  let served: readonly string[] = [];
  let callOffSweep = () => {};
  const underWay = new Map<string, Promise<void>>();
  const again = new Set<string>();
  const wakes = alarms(clock);

  function begin(work: Work): void {
    if (!drains || !served.includes(work.platform)) return;
    if (underWay.has(work.lane)) {
      again.add(work.lane);
      return;
    }
    underWay.set(
      work.lane,
      drainedAll(drains, work).finally(() => underWay.delete(work.lane)),
    );
  }

  async function drainedAll({ drain }: Drains, work: Work): Promise<void> {
    do {
      again.delete(work.lane);
      await new Promise(resolve => setImmediate(resolve)); // whoever woke it goes on first
      try {
        wakeAt(work, await drain(work));
      } catch (error) {
        log.error({ err: error, lane: work.lane }, 'a lane stopped; it is looked at again');
        wakeAt(work, clock.now() + afterErrorMs);
      }
    } while (again.has(work.lane) && drains);
  }

  function wakeAt(work: Work, time: number | undefined): void {
    wakes.set(work.lane, drains && time, () => begin(work));
  }

  async function sweep(): Promise<void> {
    try {
      for (const work of (await drains?.due(clock.now() + sweepMs)) ?? []) begin(work); // what is due before the next one gets its timer
    } catch (error) {
      quiet.error({ err: error }, 'what is due could not be looked up');
    }
    if (drains) callOffSweep = clock.at(clock.now() + sweepMs, () => void sweep());
  }

  return {
    async start(platforms, given) {
      drains = given;
      served = platforms;
      await sweep();
    },
    async wake(_tx, all) {
      for (const work of all) begin(work);
    },
    async stop() {
      drains = undefined;
      callOffSweep();
      wakes.callOff();
      await Promise.all(underWay.values());
    },
  };
}
