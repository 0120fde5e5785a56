/**
 * One process a Discord application: two unsharded ones would both get every press. On PostgreSQL, where several processes may run, a
 * session's advisory lock says whose turn it is; it ends with the process that holds it. On SQLite the file's lock has said so already.
 */
import { createHash } from 'node:crypto';
import type { Store } from './engine.ts';

export interface Lease {
  giveBack(): Promise<void>;
}

type Say = { info(fields: object, sentence: string): void };

/** Waits until nobody else holds it. `what`: nothing, where no lease is needed. */
export async function leaseFor(store: Store, what: string | undefined, log: Say): Promise<Lease> {
  if (!what || store.engine !== 'postgres') return { giveBack: async () => {} };
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: store.url, keepAlive: true });
  await client.connect();
  client.on('error', error => {
    throw error; // the lock went with its connection: somebody else may be at it already
  });
  const key = createHash('sha256').update(`cop-bot ${what}`).digest().readInt32BE();
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [key]);
  if (!rows[0]?.got) {
    log.info({ platform: what }, 'another process serves this platform; waiting until it ends');
    await client.query('select pg_advisory_lock($1)', [key]);
  }
  return { giveBack: () => client.end() };
}
