/** What the database does to us, really done to it: a full disk, a lock, a cut connection, a server that says nothing. The cause is named, and all goes on. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { patiently } from '../../src/bot/patiently.ts';
import { openStore, type Store } from '../../src/store/engine.ts';
import { isStoreTrouble, Unsure } from '../../src/store/trouble.ts';
import { readiness } from '../../src/web/ready.ts';
import { engines } from '../support/engines.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cop-trouble-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
const open: Store[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

async function withWords(url: string): Promise<Store> {
  const store = await openStore(url);
  open.push(store);
  await sql`create table words (word text)`.execute(store.db);
  return store;
}
const words = async ({ db }: Store): Promise<number> =>
  Number((await sql<{ n: number }>`select count(*) as n from words`.execute(db)).rows[0]?.n);
const writing = ({ db }: Store, word: string) =>
  db.transaction().execute(tx => sql`insert into words values (${word})`.execute(tx));
const causeOf = (work: Promise<unknown>): Promise<{ code?: string }> =>
  work.then(
    () => ({}),
    (error: { code?: string }) => error,
  );

describe('on SQLite', () => {
  it('a full disk is named as that, and what was begun leaves nothing', async () => {
    const store = await withWords(`sqlite:${folder}/full.sqlite`);
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.db);
    await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(store.db);
    const error = await causeOf(writing(store, 'x'.repeat(100_000)));
    expect(error.code).toBe('SQLITE_FULL');
    expect(isStoreTrouble(error)).toBe(true);
    await sql.raw('pragma max_page_count = 100000').execute(store.db);
    await writing(store, 'x'.repeat(100_000));
    expect(await words(store)).toBe(1);
  });

  it("another's lock is named as that, and waited out", async () => {
    const store = await withWords(`sqlite:${folder}/locked.sqlite`);
    const other = new Sqlite(`${folder}/locked.sqlite`);
    other.exec('begin immediate');
    const error = await causeOf(writing(store, 'no'));
    expect(error.code).toBe('SQLITE_BUSY');
    expect(isStoreTrouble(error)).toBe(true);
    let tries = 0;
    await patiently(() => {
      if (++tries === 2) other.exec('rollback');
      return writing(store, 'yes');
    });
    expect([tries, await words(store)]).toEqual([2, 1]);
    other.close();
  });

  it('a bug in our SQL is none of its troubles', async () => {
    const store = await withWords('sqlite::memory:');
    expect(isStoreTrouble(await causeOf(sql`select nonsense`.execute(store.db)))).toBe(false);
  });
});

const postgres = engines.find(one => one.engine === 'postgres');

describe.skipIf(postgres?.skip)('on PostgreSQL', () => {
  const fresh = async () => (await postgres?.fresh()) ?? '';

  async function cut(url: string, condition: string): Promise<void> {
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    await other.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and ${condition}`,
    );
    await other.end();
  }

  it('a connection cut in the middle of a transaction is named as that, and replaced', async () => {
    const url = await fresh();
    const store = await withWords(url);
    const error = await causeOf(
      store.db.transaction().execute(async tx => {
        await sql`insert into words values ('no')`.execute(tx);
        await cut(url, 'true');
        await sql`insert into words values ('no')`.execute(tx);
      }),
    );
    expect(error).toMatchObject({ cause: { code: '57P01' } });
    expect(isStoreTrouble(error)).toBe(true);
    await writing(store, 'yes');
    expect(await words(store)).toBe(1);
  });

  it('a connection cut while nobody asks it anything, in a transaction, ends nothing but that', async () => {
    const url = await fresh();
    const store = await withWords(url);
    let goOn = () => {};
    const held = new Promise<void>(resolve => {
      goOn = resolve;
    });
    let begun = () => {};
    const begins = new Promise<void>(resolve => {
      begun = resolve;
    });
    const work = causeOf(
      store.db.transaction().execute(async tx => {
        await sql`insert into words values ('no')`.execute(tx);
        begun();
        await held;
        await sql`select 1`.execute(tx);
      }),
    );
    await begins;
    await cut(url, 'true');
    await writing(store, 'yes');
    goOn();
    expect(isStoreTrouble(await work)).toBe(true);
    expect(await words(store)).toBe(1);
  });

  it('a connection cut at the commit leaves it open whether it was written', async () => {
    const url = await fresh();
    const store = await withWords(url);
    await sql`create table once (word text unique deferrable initially deferred)`.execute(store.db);
    const error = await causeOf(
      store.db.transaction().execute(async tx => {
        await sql`insert into once values ('no')`.execute(tx);
        await cut(url, 'true');
      }),
    );
    expect(error).toBeInstanceOf(Unsure);
  });

  it('a process that stands still in a transaction lets go of what it locked', async () => {
    const store = await withWords(await fresh());
    const { rows } = await sql<{ setting: string }>`
      select setting from pg_settings where name = 'idle_in_transaction_session_timeout'`.execute(store.db);
    expect(rows).toEqual([{ setting: '10000' }]);
  });
});

it('a server that takes connections and says nothing does not answer, which is known without its answer', async () => {
  const sockets: Socket[] = [];
  const mute = createServer(socket => sockets.push(socket)).listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const store = await openStore(`postgres://x@127.0.0.1:${(mute.address() as { port: number }).port}/x`);
  open.push(store);
  expect(await readiness(store.db, new Set(), [])).toMatchObject({ ready: false, database: 'unreachable' });
  for (const socket of sockets) socket.destroy();
  mute.close();
});
