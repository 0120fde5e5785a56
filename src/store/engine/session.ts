/** A session of our own on PostgreSQL, beside the pool: for what lives as long as the session does. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, ClientConfig } from 'pg';

const askEveryMs = 5000;
export const answerMs = 4000;

/** Where logging in goes wrong on this side (a password that is asked for, and not there), the driver leaves the line open, and with it the process, until the server has had enough. */
export async function closingClients(): Promise<typeof Client> {
  const { default: pg } = await import('pg');
  return class extends pg.Client {
    constructor(given?: ClientConfig) {
      super(given);
      const { connection } = this as unknown as { readonly connection: Line };
      connection.once('error', () => connection.stream.destroy());
    }
  };
}

interface Line {
  readonly stream: { destroy(): void };
  once(event: 'error', heard: () => void): void;
}

/** What an address says of a setting wins over what is said beside it; and our sessions are found by their name. */
export function without(url: string, ...settings: readonly ('application_name' | 'query_timeout')[]): string {
  const [address = '', query] = url.split(/\?(.*)/s);
  const others = query?.split('&').filter(one => !settings.some(name => name === one.split('=')[0])) ?? [];
  return others.length > 0 ? `${address}?${others.join('&')}` : address;
}

/** `query_timeout`: in ms; 0 waits for ever. */
export async function session(url: string, application_name: string, query_timeout = 0): Promise<Client> {
  const Closing = await closingClients();
  const client = new Closing({
    connectionString: without(url, 'application_name', 'query_timeout'),
    application_name,
    keepAlive: true,
    connectionTimeoutMillis: 2000,
    query_timeout,
  });
  client.on('error', () => {}); // noticed by whoever watches it
  await client.connect();
  await client.query(findingOut);
  return client;
}

/** A machine that is gone says no goodbye: the server finds out within seconds, not hours. */
export const findingOut = Object.entries({ idle: 5, interval: 2, count: 3 })
  .map(([setting, value]) => `set tcp_keepalives_${setting} = ${value}`)
  .join('; ');

/** As whom this process is seen on the server, by what it does there: the bot by names that begin alike, and `copbot` beside it. */
export const seenAs = { rows: 'cop-bot rows', work: 'cop-bot work', newer: 'cop-bot newer', copbot: 'copbot' } as const;

/** What those of the bot begin with, that of a lease as well. */
export const ofBot = 'cop-bot ';

/** Resolves once the session is gone, or doesn't answer any more. */
export async function cut(client: Client, ended: () => boolean): Promise<void> {
  let over = false;
  const gone = new Promise<void>(resolve => {
    client.once('end', resolve);
    client.once('error', () => resolve());
  }).then(() => {
    over = true;
  });
  if ((client as unknown as { _ended?: boolean })._ended) return;
  while (!over && !ended()) {
    await Promise.race([gone, sleep(askEveryMs, undefined, { ref: false })]);
    if (over || ended()) return;
    const answered = client.query('select 1').then(
      () => true,
      () => false,
    );
    over = !(await Promise.race([answered, sleep(answerMs, false, { ref: false })])) || over;
  }
  client.end().catch(() => {});
}

/**
 * Whether something stands between that hands sessions out, as PgBouncer does: it tells whoever comes of a process that isn't the server's.
 * By the transaction it takes locks and listening away with each; by the session it does no harm. Which of the two can't be seen.
 */
export async function isPooled(url: string): Promise<boolean> {
  const client = await session(url, seenAs.copbot, answerMs);
  try {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    return rows[0]?.pid !== (client as unknown as { readonly processID: number }).processID;
  } finally {
    await client.end();
  }
}
