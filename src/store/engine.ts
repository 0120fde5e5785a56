/** SQLite or PostgreSQL, told apart by the address alone. What differs between them stands here, in engine/, and nowhere else. */
import { PostgresAdapter } from 'kysely';
import { conflict } from './engine/codes.ts';
import { openPostgres, postgres } from './engine/postgres.ts';
import { type Hold, holdFile, openSqlite, type Patience, readSqlite, sqlite } from './engine/sqlite.ts';
import type { OnQuery, Reader, Sql, Store } from './engine/store.ts';

export { type Hold, type Patience, StoreTaken } from './engine/sqlite.ts';
export type { Db, Page, Reader, Store, Tx } from './engine/store.ts';
export { Unusable } from './engine/unusable.ts';

interface Given {
  /** This process holds the file already. */
  readonly held?: Hold | undefined;
  /** What a database in memory begins with, as SQLite would have it in a file. */
  readonly image?: Buffer | undefined;
  /** It is looked at first: a broken one is refused, or somebody else's. */
  readonly checked?: boolean;
  /** Whoever looks after a bot, and is none. */
  readonly copbot?: boolean;
  /** To a server, at most so many at a time; ten, if left out. */
  readonly connections?: number;
}

const isPostgres = (url: string): boolean => url.startsWith('postgres');

/** `sqlite:data/cop.sqlite`, `sqlite::memory:` or `postgres://…`. Fails with StoreTaken where another process holds the file. */
export async function openStore(
  url: string,
  onQuery?: OnQuery,
  { held, image, checked, copbot, connections }: Given = {},
): Promise<Store> {
  if (isPostgres(url)) return openPostgres(url, onQuery, { copbot, connections });
  const hold = held ?? (await holdStore(url));
  try {
    return openSqlite(url, onQuery, held ? () => {} : hold.letGo, { image, checked });
  } catch (error) {
    if (!held) hold.letGo();
    throw error;
  }
}

/** For reading alone: beside a running bot, too. Fails where there is no such database. */
export async function openReading(url: string): Promise<Store> {
  return isPostgres(url) ? openPostgres(url, undefined, { copbot: true, reading: true }) : readSqlite(url);
}

/** Fails with StoreTaken where another process holds the file, and goes on doing so. */
export async function holdStore(url: string, patience?: Patience): Promise<Hold> {
  return isPostgres(url) ? { letGo() {} } : holdFile(url, patience);
}

export const dialectOf = (reader: Reader): Sql =>
  reader.getExecutor().adapter instanceof PostgresAdapter ? postgres : sqlite;

/** A row that must exist once was written twice: the other was first. */
export const isConflict = (error: unknown): boolean => conflict.test((error as { code?: string })?.code ?? '');

/** What was read has changed since: nobody's work is written over. */
export class Stale extends Error {
  override readonly name = 'Stale';
}
