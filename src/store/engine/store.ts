/** What either engine gives: a store, and the SQL in which the two differ. */
import { type Dialect, Kysely, type RawBuilder, type SelectQueryBuilder, type Transaction } from 'kysely';
import type { CopId, NetworkId } from '../../domain/ids.ts';
import { tell } from '../../platform/figures.ts';
import type { Schema } from '../schema.ts';

export type Db = Kysely<Schema>;
/** What a command gets, and store functions take. Never `db` inside a transaction: on SQLite's one connection that waits for itself. */
export type Tx = Transaction<Schema>;
/** For reading alone, inside a transaction or out of it. */
export type Reader = Db | Tx;

export interface Store {
  readonly db: Db;
  readonly engine: 'sqlite' | 'postgres';
  /** Other processes may be at work in it. */
  readonly shared: boolean;
  readonly url: string;
  /** As it is now, into a file; not where the database has ways of its own. */
  copyTo?(file: string): Promise<void>;
  /** What is broken in it, page by page; not where the database sees to that itself. */
  broken?(): Promise<string | undefined>;
  close(): Promise<void>;
}

export type OnQuery = (sql: string, parameters: readonly unknown[]) => void;

const kinds = ['select', 'insert', 'update', 'delete'] as const;
const kindOf = (sql: string): string => kinds.find(kind => sql.startsWith(kind)) ?? 'other';

export function kysely(dialect: Dialect, onQuery?: OnQuery): Db {
  return new Kysely<Schema>({
    dialect,
    log({ level, query, queryDurationMillis: ms }) {
      tell('asked', { statement: kindOf(query.sql), ok: level === 'query', ms });
      onQuery?.(query.sql, query.parameters);
    },
  });
}

/** By the bytes, behind all that begins with it. */
export const past = (prefix: string): string => `${prefix}\u{10ffff}`;

export interface Page {
  readonly from: number;
  readonly most: number;
}

type Query<DB, TB extends keyof DB, O> = SelectQueryBuilder<DB, TB, O>;

/** What differs in SQL. Columns are named as the query around them names them. */
export interface Sql {
  /** Until the transaction ends nobody else changes these rows, or those of one of the tables; who wants to waits. */
  lock<DB, TB extends keyof DB, O>(query: Query<DB, TB, O>, of?: TB & string): Query<DB, TB, O>;
  /** The same, but for others who only want them to stay as they are too. */
  share<DB, TB extends keyof DB, O>(query: Query<DB, TB, O>): Query<DB, TB, O>;
  /** No other transaction is at work while one is: what was read once needn't be read again locked. */
  readonly alone: boolean;
  /** Where there can be others' tables beside ours: the schema that ours are in, or will be. */
  readonly home?: RawBuilder<{ readonly name: string }>;
  /** Tells older processes, where there can be any, of a step that breaks what they do. */
  breaks?(step: string): RawBuilder<unknown>;
  /** Tells the processes side by side, where there can be any, that somebody's account is otherwise now. */
  tellsOf?(account: string): RawBuilder<unknown>;
  /** Letter by letter, whatever a database's collation takes for the same. */
  startsWith(column: string, prefix: string): RawBuilder<boolean>;
  holds(column: string, words: string): RawBuilder<boolean>;
  /** The time by which claims run out: a database that is shared has its own, so that processes whose clocks differ mean the same. */
  now(by: number): RawBuilder<number>;
  /** Rows of `cops` that the directory's index has for all of these: each of them one way or another, a way being all its grams. */
  listed(sought: readonly (readonly (readonly string[])[])[]): RawBuilder<Schema['cops']>;
  /** What was deleted is in no index of words any more: an index may keep it until it is tidied. */
  readonly tidies: readonly RawBuilder<unknown>[];
  /** Documents that hold every word, each as the beginning of a word: first where the title holds them all, of equals the latest. */
  search(network: NetworkId, cop: CopId, sought: readonly (readonly string[])[], page: Page): RawBuilder<unknown>;
}
