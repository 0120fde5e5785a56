/** SQLite: one file, one process, one writer, the statements kept prepared. */
import { closeSync, existsSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, SqliteAdapter, SqliteDialect, SqliteDriver, sql } from 'kysely';
import { wordsIn } from '../../domain/search.ts';
import { byItsName } from './by-its-name.ts';
import { allPages, copied } from './copied.ts';
import { giveToOwner } from './give-to-owner.ts';
import { makeFolder } from './make-folder.ts';
import { kysely, type OnQuery, past, type Sql, type Store } from './store.ts';
import { brokenness, foreignness, mustBeSound, notThere, saying, sayingOfLock } from './unusable.ts';

export class StoreTaken extends Error {}

export const fileOf = (url: string): string => url.replace(/^sqlite:(\/\/)?/, '');

/** Kept nowhere: gone with the process. */
export const inMemory = (url: string): boolean => url.startsWith('sqlite:') && fileOf(url) === ':memory:';

/** Nothing else happens in the process while SQLite waits for a lock: the rest of the patience is whoever's it is that waits. */
const busyMs = 250;

/** SQLite opens what can only be read without a word, and begins even a writing transaction in it. */
function mustTakeWrites(opened: Sqlite.Database): void {
  const version = opened.pragma('user_version', { simple: true });
  opened.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${version}`);
  opened.exec('ROLLBACK');
}

interface Opening {
  /** What a database in memory begins with. */
  readonly image?: Buffer | undefined;
  /** Looked at first, page by page. */
  readonly checked?: boolean | undefined;
}

/** Fails with Unusable where somebody has to see to the file. */
export function openSqlite(url: string, onQuery: OnQuery | undefined, letGo: () => void, given: Opening = {}): Store {
  const file = fileOf(url);
  const connection = saying(file, () => {
    if (!given.image) forUsAlone(file);
    const opened = new Sqlite(given.image ?? file, { timeout: busyMs });
    try {
      if (given.checked) mustBeSound(file, opened);
      opened.pragma('journal_mode = WAL');
      opened.pragma('synchronous = FULL');
      opened.pragma('foreign_keys = ON');
      opened.pragma('secure_delete = ON'); // what is deleted isn't left in the file's free pages
      if (given.checked) mustTakeWrites(opened);
      return opened;
    } catch (error) {
      opened.close();
      throw error;
    }
  });
  const db = kysely(
    new OneWriter({ database: keepingStatements(connection) }, () => connection.inTransaction),
    onQuery,
  );
  const close = async () => {
    await db.destroy();
    letGo();
  };
  const copyTo = (to: string) => copied(connection, to);
  return { db, engine: 'sqlite', shared: false, url: file, copyTo, close };
}

/** Its `-wal` and `-shm` take the mode that the file has; one that was there keeps its own. https://sqlite.org/wal.html */
function forUsAlone(file: string): void {
  if (file === ':memory:' || file === '') return;
  try {
    const made = byItsName(file);
    closeSync(openSync(made, 'ax', 0o600));
    giveToOwner(made);
  } catch {
    // it was there; or it can't be made, which SQLite says in its own way
  }
}

/** For reading alone, also beside the process that has it; nothing is made where nothing is. */
export function readSqlite(url: string): Store {
  const file = fileOf(url);
  if (!existsSync(file)) throw notThere(file);
  const connection = saying(file, () => new Sqlite(file, { timeout: busyMs, readonly: true, fileMustExist: true }));
  const db = kysely(new OneWriter({ database: keepingStatements(connection) }, () => connection.inTransaction));
  const copyTo = (to: string) => copied(connection, to, { progress: () => allPages });
  const broken = async () => brokenness(connection) ?? foreignness(connection);
  return { db, engine: 'sqlite', shared: false, url: file, copyTo, broken, close: () => db.destroy() };
}

/** While it lasts no other process opens the same SQLite file. */
export interface Hold {
  letGo(): void;
}

/** How long one that is just ending may take, and what is to be said meanwhile. */
export interface Patience {
  readonly mostMs: number;
  waiting(): void;
}

/** Beside the file itself: by whichever name two of them call it, only one has it. */
export const lockOf = (file: string): string => `${byItsName(file)}.lock`;

const lookAgainMs = 100;

export async function holdFile(url: string, patience?: Patience): Promise<Hold> {
  const file = fileOf(url);
  if (file === ':memory:') return { letGo() {} };
  saying(file, () => makeFolder(dirname(file)));
  for (let waited = 0; ; waited += lookAgainMs) {
    const hold = saying(file, () => locked(file));
    if (hold) return hold;
    if (waited >= (patience?.mostMs ?? 0))
      throw new StoreTaken(`${file} is in use by another process of this bot; end that one first`);
    if (waited === 0) patience?.waiting();
    await sleep(lookAgainMs);
  }
}

/** The system gives the lock back however the process ends: a lock on an empty database beside the real one, which others may still read. */
function locked(file: string): Hold | undefined {
  const beside = lockOf(file);
  const lock = sayingOfLock(beside, () => new Sqlite(beside, { timeout: 0 }));
  giveToOwner(beside);
  try {
    sayingOfLock(beside, () => mustTakeWrites(lock)); // one that can only be read, SQLite gives to everybody at once
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    if ((cause as { code?: string }).code !== 'SQLITE_BUSY') throw cause;
    return undefined;
  }
  return { letGo: () => void lock.close() };
}

/** Preparing a statement costs more than running it (measured: 10,600 against 36,700 look-ups a second). */
function keepingStatements(connection: Sqlite.Database) {
  const kept = new Map<string, Sqlite.Statement>();
  return {
    prepare(sql: string) {
      let statement = kept.get(sql);
      if (!statement) {
        statement = connection.prepare(sql);
        if (kept.size >= 500) kept.delete(kept.keys().next().value as string);
        kept.set(sql, statement);
      }
      return statement as never;
    },
    close: () => connection.close(),
  };
}

/** Takes the write lock at once (a plain BEGIN that reads first fails when it comes to write), and does DDL in transactions, as SQLite can. */
class OneWriter extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDialect>[0];
  readonly #open: () => boolean;
  constructor(config: ConstructorParameters<typeof SqliteDialect>[0], open: () => boolean) {
    super(config);
    this.#config = config;
    this.#open = open;
  }
  override createDriver() {
    return new ImmediateDriver(this.#config, this.#open);
  }
  override createAdapter() {
    return new TransactionalDdl();
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #open: () => boolean;
  constructor(config: ConstructorParameters<typeof SqliteDriver>[0], open: () => boolean) {
    super(config);
    this.#open = open;
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await this.rollbackTransaction(connection); // one that could not be ended is nobody's any more
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
  /** With a full disk SQLite has rolled back by itself: another one fails, and its error would hide the cause. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#open()) await super.rollbackTransaction(connection).catch(() => {});
  }
}

class TransactionalDdl extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

const one = <Q>(query: Q): Q => query;

export const sqlite: Sql = {
  lock: one, // the transaction is alone already
  share: one,
  alone: true,
  startsWith: (column, prefix) =>
    sql<boolean>`(${sql.ref(column)} >= ${prefix} and ${sql.ref(column)} < ${past(prefix)})`,
  holds: (column, words) => sql<boolean>`instr(${sql.ref(column)}, ${words}) > 0`,
  now: by => sql<number>`${by}`,

  listed(sought) {
    const all = (grams: readonly string[]) => grams.map(gram => `"${gram}"`).join(' AND ');
    const match = sought.map(ways => `(${ways.map(grams => `(${all(grams)})`).join(' OR ')})`).join(' AND ');
    return sql`(select cops.* from directory_search cross join directory d on d.n = directory_search.rowid
      cross join cops on cops.id = d.cop_id where directory_search match ${match})`;
  },

  // A contentless FTS5 table only marks what is deleted; its words stand in the segments until those are merged. https://www.sqlite.org/fts5.html#the_optimize_command
  tidies: ['documents_search', 'directory_search'].map(
    index => sql`insert into ${sql.table(index)} (${sql.ref(index)}) values ('optimize')`,
  ),

  /** Read from the index backwards and no further than the page, so it takes no longer in a large library (bm25 would count all of it). */
  search(network, cop, sought, { from, most }) {
    const words = sought.map(ways => `(${ways.map(word => `"${word}" *`).join(' OR ')})`).join(' AND ');
    const within = (columns: string) => `scope : "${wordsIn(cop).join(' ')}" AND ${columns} : (${words})`;
    const enough = from + most;
    return sql`
    with titled as materialized (select rowid as n from documents_search
        where documents_search match ${within('title')} order by rowid desc limit ${enough}),
      anywhere as materialized (select rowid as n from documents_search
        where documents_search match ${within('{title more}')} order by rowid desc limit ${2 * enough}),
      hits as (select n, 1 as in_title from titled
        union all select n, 0 from anywhere where n not in (select n from titled))
    select d.* from hits cross join documents d on d.n = hits.n
    where d.network_id = ${network} and d.cop_id = ${cop}
    order by hits.in_title desc, d.n desc limit ${most} offset ${from}`;
  },
};
