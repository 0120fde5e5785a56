/**
 * One process for a platform that would tell each of several everything: two unsharded ones of a Discord application both get every
 * press. On PostgreSQL, where several processes may run, a session's advisory lock says whose turn it is; it ends with the process that
 * holds it. On SQLite the file's lock has said so already.
 *
 * A session that is lost takes the lock with it. Whoever held it makes a new one and takes the lock again at once; who only waits for
 * it comes seconds later. If another process has it all the same, this one must end.
 */
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { answerMs, cut, ofBot, session } from './session.ts';
import type { Store } from './store.ts';

export interface Lease {
  /** Resolves when another process holds it: this one serves the platform no longer. */
  readonly lost: Promise<void>;
  giveBack(): Promise<void>;
}

type Line = (fields: Readonly<Record<string, unknown>>, sentence: string) => void;
type Say = { info: Line; warn: Line };

const againMs = { first: 100, longest: 1000 };
/** Longer than whoever held it needs to be back. */
const waiterMs = 3000;

/** Waits until nobody else holds it. */
export async function leaseFor(store: Store, what: string, log: Say): Promise<Lease> {
  if (!store.shared) return { lost: new Promise(() => {}), giveBack: async () => {} };
  const sessions = sessionsOn(store.url, what);
  let ended = false;
  let client = await sessions.taken(() =>
    log.info(
      { platform: what },
      'another process serves this platform; waiting until it ends, and serving nothing meanwhile',
    ),
  );
  let tell = () => {};
  const lost = new Promise<void>(resolve => {
    tell = resolve;
  });

  async function keep(): Promise<void> {
    while (!ended) {
      await cut(client, () => ended);
      if (ended) return;
      log.warn({ platform: what }, 'the lease was lost with its connection; it is taken again');
      for (let wait = againMs.first; !ended; wait = Math.min(wait * 2, againMs.longest)) {
        const again = await sessions.again().catch(() => 'away' as const);
        if (again === 'another') return tell();
        if (again !== 'away') {
          client = again;
          if (ended) await client.end();
          log.info({ platform: what }, 'the lease is held again');
          break;
        }
        await sleep(wait, undefined, { ref: false });
      }
    }
  }
  const keeping = keep();
  return {
    lost,
    async giveBack() {
      ended = true;
      await client.end().catch(() => {});
      await Promise.race([keeping, sleep(2000, undefined, { ref: false })]);
    },
  };
}

/** One after another, in the order in which every process takes them; `taken`, each. `lost`: what another process holds by now. */
export async function leasesFor<What extends string>(
  store: Store,
  all: readonly What[],
  log: Say,
  taken: (lease: Lease) => void,
): Promise<{ readonly lost: Promise<What> }> {
  const each: Promise<What>[] = [];
  for (const what of all) {
    const lease = await leaseFor(store, what, log);
    taken(lease);
    each.push(lease.lost.then(() => what));
  }
  return { lost: Promise.race(each) };
}

function sessionsOn(url: string, what: string) {
  const key = createHash('sha256').update(`cop-bot ${what}`).digest().readInt32BE();
  const name = `${ofBot}${what} ${randomUUID()}`;

  const begun = (query_timeout = 0) => session(url, name, query_timeout);

  async function got(client: Client): Promise<boolean> {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [key]);
    return rows[0]?.got === true;
  }

  return {
    /** Held by nobody else from now on. */
    async taken(waiting: () => void): Promise<Client> {
      let client = await begun(answerMs);
      while (!(await got(client).catch(() => false))) {
        client.end().catch(() => {});
        waiting();
        client = await waitedFor();
      }
      return client;
    },
    /** After a cut: a session of ours that the server still believes in is no other process's. */
    async again(): Promise<Client | 'another'> {
      const client = await begun(answerMs);
      try {
        await client.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
          [name],
        );
        for (let tries = 0; tries < 5; tries++) {
          if (await got(client)) return client;
          await sleep(100);
        }
      } catch (error) {
        client.end().catch(() => {});
        throw error;
      }
      client.end().catch(() => {});
      return 'another';
    },
  };

  /** Queued behind whoever has it; where that is cut, later than they come back. */
  async function waitedFor(): Promise<Client> {
    for (;;) {
      const client = await begun().catch(() => undefined);
      const has =
        client &&
        (await client.query('select pg_advisory_lock($1)', [key]).then(
          () => true,
          () => false,
        ));
      if (client && has) return client;
      client?.end().catch(() => {});
      await sleep(waiterMs);
    }
  }
}
