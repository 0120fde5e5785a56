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
import type { Lane } from '../domain/effect.ts';
import { platformNames } from '../domain/platforms.ts';
import { type Log, seldom } from '../platform/log.ts';
import { inWords } from '../store/engine/in-words.ts';
import { findingOut, seenAs, without } from '../store/engine/session.ts';
import type { Db, Tx } from '../store/engine.ts';
import { type Alarms, alarms } from './alarms.ts';
import type { Clock } from './clock.ts';
import type { Drains, Jobs, Work } from './jobs.ts';

const sweepMs = 4_000;
const afterErrorMs = 1_000;
const endAgainMs = 250;
const leftAtOnce = 8;
const queueOf = (platform: string): string => `effects-${platform}`;

/** Of its pool; a query that hangs would keep its workers waiting for as long as the system believes in the connection. */
const patience = {
  connectionTimeoutMillis: 2000,
  query_timeout: 30_000,
  keepAlive: true,
  onConnect: (client: { query(words: string): Promise<unknown> }) => client.query(findingOut),
};

const usual = {
  schema: 'pgboss',
  application_name: seenAs.work,
  useListenNotify: true,
  superviseIntervalSeconds: 2,
  monitorIntervalSeconds: 2,
  schedule: false,
};

const queue = {
  policy: 'stately',
  notify: true,
  retryLimit: 0,
  heartbeatSeconds: 10,
  expireInSeconds: 600,
  deleteAfterSeconds: 3600,
} as const;

/** What this process has to do with the work that all of them share. */
interface Share {
  readonly boss: PgBoss;
  readonly clock: Clock;
  readonly log: Log;
  readonly quiet: Log;
  readonly alarms: Alarms;
  /** Taken over from others. */
  readonly draining: Map<Lane, Promise<void>>;
  running: boolean;
  callOffSweep(): void;
}

/** `connections`: at most so many, and one that listens. */
export function pgBossJobs(url: string, clock: Clock, log: Log, connections = 4): Jobs {
  const boss = new PgBoss({
    connectionString: without(url, 'application_name'),
    max: connections,
    ...usual,
    ...patience,
  });
  const quiet = seldom(log);
  boss.on('error', error => quiet.error({ err: error }, 'waking work on PostgreSQL failed'));
  const share: Share = {
    boss,
    clock,
    log,
    quiet,
    alarms: alarms(clock),
    draining: new Map(),
    running: false,
    callOffSweep() {},
  };

  return {
    async start(served, drains) {
      await boss.start().catch((error: unknown) => {
        throw inWords({ engine: 'postgres', url }, error);
      });
      for (const platform of platformNames) await boss.createQueue(queueOf(platform), queue);
      share.running = true;
      for (const platform of served) await serve(share, platform, drains);
      await sweep(share, drains);
    },

    async wake(tx, all) {
      if (!share.running) return; // the sweep at the start finds it
      for (const work of all) await send(share, work, tx);
    },

    stop: () => end(share),
  };
}

function send({ boss }: Share, work: Work, db?: Tx | Db): Promise<string | null> {
  const options = { singletonKey: work.lane, retryLimit: 0, ...(db && { db: fromKysely(db as never) }) };
  return boss.send(queueOf(work.platform), { lane: work.lane }, options);
}

function serve(share: Share, platform: string, drains: Drains): Promise<string> {
  return share.boss.work<{ lane: Lane }>(
    queueOf(platform),
    { localConcurrency: 4, pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 2 },
    async jobs => {
      for (const { id, data } of jobs) {
        await drained(share, drains, { lane: data.lane, platform });
        await ended(share, queueOf(platform), id);
      }
    },
  );
}

async function drained(share: Share, { drain }: Drains, work: Work): Promise<void> {
  if (!share.running) return;
  try {
    wakeAt(share, work, await drain(work));
  } catch (error) {
    share.log.error({ err: error, lane: work.lane }, 'a lane stopped; it is looked at again');
    wakeAt(share, work, share.clock.now() + afterErrorMs);
  }
}

function wakeAt(share: Share, work: Work, time: number | undefined): void {
  share.alarms.set(work.lane, share.running ? time : undefined, () => {
    if (!share.running) return;
    send(share, work).catch((error: unknown) => {
      share.quiet.error({ err: error }, 'a lane could not be woken; tried again');
      wakeAt(share, work, share.clock.now() + afterErrorMs);
    });
  });
}

async function ended(share: Share, queue: string, job: string): Promise<void> {
  while (share.running) {
    try {
      await share.boss.complete(queue, job);
      return;
    } catch (error) {
      share.quiet.warn({ err: error }, 'the end of a job could not be written; tried again');
      await sleep(endAgainMs);
    }
  }
}

async function sweep(share: Share, drains: Drains): Promise<void> {
  const { clock, quiet } = share;
  let next = sweepMs;
  try {
    for (const work of await drains.due(clock.now()))
      if (work.left) takeOver(share, drains, work);
      else await send(share, work);
  } catch (error) {
    next = afterErrorMs;
    if (share.running) quiet.error({ err: error }, 'what is due could not be looked up');
  }
  if (share.running) share.callOffSweep = clock.at(clock.now() + next, () => void sweep(share, drains));
}

function takeOver(share: Share, drains: Drains, work: Work): void {
  const { draining } = share;
  if (draining.has(work.lane) || draining.size >= leftAtOnce) return;
  draining.set(
    work.lane,
    drained(share, drains, work).finally(() => draining.delete(work.lane)),
  );
}

async function end(share: Share): Promise<void> {
  if (!share.running) return;
  share.running = false;
  share.callOffSweep();
  share.alarms.callOff();
  await Promise.all(share.draining.values());
  await share.boss
    .stop({ graceful: true, timeout: 10_000 })
    .catch((error: unknown) => share.log.warn({ err: error }, 'pg-boss could not say goodbye to its database'));
}
