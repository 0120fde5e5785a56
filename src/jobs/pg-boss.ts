/**
 * Wakes and shares the outbox's work on PostgreSQL: one job a lane, sent in the transaction that wrote its effects, taken by any process
 * that serves the lane's platform.
 *
 * Policy `stately`: at most one job of a lane waits and one runs. (`exclusive` would drop what is sent while one runs.) pg-boss's own
 * retries are off, and no job is sent for later: a delayed one would swallow an immediate one of the same lane. What is due later is a
 * timer of this process, and the sweep finds what a process left behind when it died: that it drains itself, since the job of the dead
 * stands in the way of another for longer than the claims on its effects do.
 *
 * What pg-boss meets while the database is away it says as an event, and goes on: its pool, its workers and its listener connect anew.
 * Only the end of a job that fell into that time it would never write down, and the job would hold its lane up until its heartbeat is
 * missed: so that is written here, again until it is.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { fromKysely, PgBoss } from 'pg-boss';
import { platformNames } from '../domain/platforms.ts';
import { type Log, seldom } from '../platform/log.ts';
import type { Db, Tx } from '../store/engine.ts';
import type { Clock } from './clock.ts';
import type { Drains, Jobs, Work } from './jobs.ts';

const sweepMs = 4_000;
const afterErrorMs = 1_000;
const endAgainMs = 250;
const leftAtOnce = 8;
const queueOf = (platform: string): string => `effects-${platform}`;

/** Of its pool; a query that hangs would keep its workers waiting for as long as the system believes in the connection. */
const patience = { connectionTimeoutMillis: 2000, query_timeout: 30_000, keepAlive: true };

export function pgBossJobs(url: string, clock: Clock, log: Log): Jobs {
  const boss = new PgBoss({
    connectionString: url,
    schema: 'pgboss',
    max: 4,
    useListenNotify: true,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
    schedule: false,
    ...patience,
  });
  const quiet = seldom(log);
  boss.on('error', error => quiet.error({ err: error }, 'waking work on PostgreSQL failed'));
  const timers = new Map<string, () => void>();
  const draining = new Map<string, Promise<void>>();
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
        send(work).catch((error: unknown) => {
          quiet.error({ err: error }, 'a lane could not be woken; tried again');
          wakeAt(work, clock.now() + afterErrorMs);
        });
    };
    timers.set(work.lane, clock.at(time, fire));
  }

  async function drained({ drain }: Drains, work: Work): Promise<void> {
    if (!running) return;
    try {
      wakeAt(work, await drain(work));
    } catch (error) {
      log.error({ err: error, lane: work.lane }, 'a lane stopped; it is looked at again');
      wakeAt(work, clock.now() + afterErrorMs);
    }
  }

  async function ended(queue: string, job: string): Promise<void> {
    while (running) {
      try {
        await boss.complete(queue, job);
        return;
      } catch (error) {
        quiet.warn({ err: error }, 'the end of a job could not be written; tried again');
        await sleep(endAgainMs);
      }
    }
  }

  function takeOver(drains: Drains, work: Work): void {
    if (draining.has(work.lane) || draining.size >= leftAtOnce) return;
    draining.set(
      work.lane,
      drained(drains, work).finally(() => draining.delete(work.lane)),
    );
  }

  async function sweep(drains: Drains): Promise<void> {
    let next = sweepMs;
    try {
      for (const work of await drains.due(clock.now()))
        if (work.left) takeOver(drains, work);
        else await send(work);
    } catch (error) {
      next = afterErrorMs;
      if (running) quiet.error({ err: error }, 'what is due could not be looked up');
    }
    if (running) callOffSweep = clock.at(clock.now() + next, () => void sweep(drains));
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
            for (const { id, data } of jobs) {
              await drained(drains, { lane: data.lane, platform });
              await ended(queueOf(platform), id);
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
      await Promise.all(draining.values());
      await boss
        .stop({ graceful: true, timeout: 10_000 })
        .catch((error: unknown) => log.warn({ err: error }, 'pg-boss could not say goodbye to its database'));
    },
  };
}
