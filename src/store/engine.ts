/**
 * SQLite or PostgreSQL, told apart by the address alone. What differs between them stands here and nowhere else.
 * SQLite: one file, one process, one writer, the statements kept prepared. PostgreSQL: a pool, shared by several processes.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type RawBuilder,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  sql,
  type Transaction,
} from 'kysely';
import type { Schema } from './schema.ts';
import { isCut, Unsure } from './trouble.ts';

export type Db = Kysely<Schema>;
/** What a command gets, and store functions take. Never `db` inside a transaction: on SQLite's one connection that waits for itself. */
export type Tx = Transaction<Schema>;
/** For reading alone, inside a transaction or out of it. */
export type Reader = Db | Tx;

export interface Store {
  readonly db: Db;
  readonly engine: 'sqlite' | 'postgres';
  readonly url: string;
  close(): Promise<void>;
}

export class StoreTaken extends Error {}

type OnQuery = (sql: string, parameters: readonly unknown[]) => void;

interface Given {
  /** This process holds the file already. */
  readonly held?: Hold | undefined;
  /** What a database in memory begins with, as SQLite would have it in a file. */
  readonly image?: Buffer | undefined;
}

/** `sqlite:data/cop.sqlite`, `sqlite::memory:` or `postgres://…`. Fails with StoreTaken where another process holds the file. */
export async function openStore(url: string, onQuery?: OnQuery, { held, image }: Given = {}): Promise<Store> {
  if (url.startsWith('postgres')) return openPostgres(url, onQuery);
  const hold = held ?? (await holdStore(url));
  return openSqlite(fileOf(url), onQuery, held ? () => {} : hold.letGo, image);
}

const fileOf = (url: string): string => url.replace(/^sqlite:(\/\/)?/, '');

function kysely(dialect: Dialect, onQuery?: OnQuery): Db {
  return new Kysely<Schema>({ dialect, log: onQuery && (event => onQuery(event.query.sql, event.query.parameters)) });
}

/** Nothing else happens in the process while SQLite waits for a lock: the rest of the patience is whoever's it is that waits. */
const busyMs = 250;

function openSqlite(file: string, onQuery: OnQuery | undefined, letGo: () => void, image?: Buffer): Store {
  const connection = new Sqlite(image ?? file, { timeout: busyMs });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  const db = kysely(
    new OneWriter({ database: keepingStatements(connection) }, () => connection.inTransaction),
    onQuery,
  );
  const close = async () => {
    await db.destroy();
    letGo();
  };
  return { db, engine: 'sqlite', url: file, close };
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

const lookAgainMs = 100;

/** Fails with StoreTaken where another process holds the file, and goes on doing so. */
export async function holdStore(url: string, patience?: Patience): Promise<Hold> {
  const file = fileOf(url);
  if (url.startsWith('postgres') || file === ':memory:') return { letGo() {} };
  mkdirSync(dirname(file), { recursive: true });
  for (let waited = 0; ; waited += lookAgainMs) {
    const hold = holdFile(file);
    if (hold) return hold;
    if (waited >= (patience?.mostMs ?? 0))
      throw new StoreTaken(`${file} is in use by another process of this bot; end that one first`);
    if (waited === 0) patience?.waiting();
    await sleep(lookAgainMs);
  }
}

/** The system gives the lock back however the process ends: a lock on an empty database beside the real one, which others may still read. */
function holdFile(file: string): Hold | undefined {
  const lock = new Sqlite(`${file}.lock`, { timeout: 0 });
  try {
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

async function openPostgres(url: string, onQuery?: OnQuery): Promise<Store> {
  const { default: pg } = await import('pg');
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5000,
    connectionTimeoutMillis: 2000,
    query_timeout: 30_000,
    /** A process that stands still lets go of what it had locked. */
    onConnect: client => client.query('set idle_in_transaction_session_timeout = 10000').then(() => {}),
  });
  pool.on('error', () => {}); // a lost idle connection is replaced by the next query, which says so if it can't be
  pool.on('connect', client => {
    const lost = { why: undefined as unknown };
    client.on('error', why => {
      lost.why ??= why; // one that is lost at work: whoever asks it next is told
    });
    cuttingWhatHangs(client as never, lost);
  });
  const db = kysely(new Pooled({ pool }), onQuery);
  return { db, engine: 'postgres', url, close: () => db.destroy() };
}

/** A query that isn't answered in time holds its connection for ever: it is cut, and the pool makes another. */
function cuttingWhatHangs(
  client: {
    query(...given: unknown[]): unknown;
    readonly connection: { readonly stream: { destroy(): void } };
  },
  lost: { readonly why: unknown },
): void {
  const ask = client.query.bind(client);
  client.query = (...given) => {
    const asked = ask(...given);
    if (asked instanceof Promise)
      asked.catch((error: Error) => {
        if (lost.why !== error) error.cause ??= lost.why;
        if (error.message === 'Query read timeout') client.connection.stream.destroy();
      });
    return asked;
  };
}

class Pooled extends PostgresDialect {
  readonly #config: PostgresDialectConfig;
  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createDriver() {
    return new CutDriver(this.#config);
  }
}

class CutDriver extends PostgresDriver {
  /** On a connection that is cut it fails too (the driver throws that connection away), and its error would hide the cause. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(connection as never).catch(() => {});
  }
  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.commitTransaction(connection as never);
    } catch (cause) {
      if (!isCut(cause)) throw cause;
      throw new Unsure('the connection was cut at the commit: what was to be written may be there', { cause });
    }
  }
}

/** The time by which claims run out: on PostgreSQL its own, so that processes whose clocks differ mean the same. */
export const timeOf = (reader: Reader, now: number): RawBuilder<number> =>
  reader.getExecutor().adapter instanceof PostgresAdapter
    ? sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`
    : sql<number>`${now}`;

/** A row that must exist once was written twice: the other was first. */
export function isConflict(error: unknown): boolean {
  const code = (error as { code?: string })?.code ?? '';
  return (
    code === '23505' ||
    code === '40001' ||
    code === '40P01' ||
    code.startsWith('SQLITE_CONSTRAINT_UNIQUE') ||
    code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
  );
}

/** What was read has changed since: nobody's work is written over. */
export class Stale extends Error {
  override readonly name = 'Stale';
}
