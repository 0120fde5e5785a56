/**
 * Wakes and shares the outbox's work on PostgreSQL: one job a lane, sent in the transaction that wrote its effects, taken by any process
 * that serves the lane's platform.
 *
 * Policy `stately`: at most one job of a lane waits and one runs. (`exclusive` would drop what is sent while one runs.) pg-boss's own
 * retries are off, and no job is sent for later: a delayed one would swallow an immediate one of the same lane. What is due later is a
 * timer of this process, and the sweep finds what a process left behind when it died.
 */
import { fromKysely, PgBoss } from 'pg-boss';
import { platformNames } from '../domain/platforms.ts';
import type { Log } from '../platform/log.ts';
import type { Db, Tx } from '../store/engine.ts';
import type { Clock } from './clock.ts';
import type { Drains, Jobs, Work } from './jobs.ts';

const sweepMs = 5_000;
const queueOf = (platform: string): string => `effects-${platform}`;

export function pgBossJobs(url: string, clock: Clock, log: Log): Jobs {
  const boss = new PgBoss({
    connectionString: url,
    schema: 'pgboss',
    max: 4,
    useListenNotify: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    schedule: false,
  });
  boss.on('error', error => log.error({ err: error }, 'waking work on PostgreSQL failed'));
  const timers = new Map<string, () => void>();
  let callOffSweep = () => {};
  let running = false;

  const send = (work: Work, db?: Tx | Db) =>
    boss.send(
      queueOf(work.platform),
      { lane: work.lane },
      { singletonKey: work.lane, retryLimit: 0, ...(db && { db: fromKysely(db as never) }) },
    );

  function wakeAt(work: Work, time: number | undefined): void {
    timers.get(work.lane)?.();
    timers.delete(work.lane);
    if (time === undefined || !running) return;
    const fire = () => {
      timers.delete(work.lane);
      if (running)
        send(work).catch((error: unknown) => log.error({ err: error }, 'a lane could not be woken; the sweep will'));
    };
    timers.set(work.lane, clock.at(time, fire));
  }

  async function sweep(drains: Drains): Promise<void> {
    try {
      for (const work of await drains.due(clock.now())) await send(work);
    } catch (error) {
      if (running) log.error({ err: error }, 'what is due could not be looked up');
    }
    if (running) callOffSweep = clock.at(clock.now() + sweepMs, () => void sweep(drains));
  }

  return {
    async start(served, drains) {
      await boss.start();
      for (const platform of platformNames)
        await boss.createQueue(queueOf(platform), {
          policy: 'stately',
          notify: true,
          retryLimit: 0,
          heartbeatSeconds: 10,
          expireInSeconds: 600,
          deleteAfterSeconds: 3600,
        });
      running = true;
      for (const platform of served)
        await boss.work<{ lane: Work['lane'] }>(
          queueOf(platform),
          { localConcurrency: 4, pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 2 },
          async jobs => {
            for (const { data } of jobs) {
              const work = { lane: data.lane, platform };
              if (running) wakeAt(work, await drains.drain(work));
            }
          },
        );
      await sweep(drains);
    },

    async wake(tx, all) {
      if (!running) return; // the sweep at the start finds it
      for (const work of all) await send(work, tx);
    },

    async stop() {
      if (!running) return;
      running = false;
      callOffSweep();
      for (const callOff of timers.values()) callOff();
      timers.clear();
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}
