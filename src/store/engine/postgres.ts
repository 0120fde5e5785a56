/** PostgreSQL: a pool, shared by several processes. */
import { type DatabaseConnection, PostgresDialect, type PostgresDialectConfig, PostgresDriver, sql } from 'kysely';
import { isCut, Unsure } from '../trouble.ts';
import { breaksChannel, peopleChannel } from './outdated.ts';
import { closingClients, findingOut, ofBot, seenAs, without } from './session.ts';
import { kysely, type OnQuery, past, type Reader, type Sql, type Store } from './store.ts';

interface As {
  /** Whoever looks after a bot, and is none. */
  readonly copbot?: boolean | undefined;
  /** Every transaction only reads. */
  readonly reading?: boolean;
  /** At most so many at a time. */
  readonly connections?: number | undefined;
}

export async function openPostgres(
  url: string,
  onQuery?: OnQuery,
  { copbot, reading, connections = 10 }: As = {},
): Promise<Store> {
  const { default: pg } = await import('pg');
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({
    Client: await closingClients(),
    connectionString: without(url, 'application_name'),
    application_name: copbot ? seenAs.copbot : seenAs.rows,
    max: connections,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5000,
    connectionTimeoutMillis: 2000,
    query_timeout: 30_000,
    /** A process that stands still lets go of what it had locked. */
    onConnect: async client => {
      await client.query(`set idle_in_transaction_session_timeout = 10000; ${findingOut}`);
      if (reading) await client.query('set default_transaction_read_only = on');
    },
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
  return { db, engine: 'postgres', shared: true, url, close: () => db.destroy() };
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

export const postgres: Sql = {
  lock: (query, of) => query.forUpdate(of as never),
  share: query => query.forShare(),
  tidies: [], // vacuum's work
  alone: false,
  home: sql`select coalesce(
    (select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = to_regclass('kysely_migration')),
    current_schema()) as name`,
  breaks: step => sql`select pg_notify(${breaksChannel}, ${step})`,
  tellsOf: account => sql`select pg_notify(${peopleChannel}, ${account})`,
  startsWith: (column, prefix) =>
    sql<boolean>`(${sql.ref(column)} collate "C" >= ${prefix} and ${sql.ref(column)} collate "C" < ${past(prefix)})`,
  holds: (column, words) => sql<boolean>`strpos(${sql.ref(column)}, ${words}) > 0`,
  now: () => sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`,

  listed(sought) {
    const holds = (grams: readonly string[]) => sql`string_to_array(grams, ' ') @> ${[...grams]}::text[]`;
    const any = (ways: readonly (readonly string[])[]) => sql`(${sql.join(ways.map(holds), sql` or `)})`;
    return sql`(select * from cops where ${sql.join(sought.map(any), sql` and `)} offset 0)`; // found by these alone
  },

  search(network, cop, sought, { from, most }) {
    const [anywhere, titled] = ['', 'A'].map(weight =>
      sought.map(ways => `(${ways.map(word => `'${word}':*${weight}`).join(' | ')})`).join(' & '),
    );
    return sql`
    select d.* from documents d
    where d.search @@ to_tsquery('simple', ${anywhere}) and d.state = 'kept'
      and d.network_id = ${network} and d.cop_id = ${cop}
    order by d.search @@ to_tsquery('simple', ${titled}) desc, d.n desc limit ${most} offset ${from}`;
  },
};

/** Whether the user that it is come to with may make tables there, and the schema of the wake-ups. Not so by itself: from PostgreSQL 15 on only whoever owns a database may. */
export async function mayBegin(reader: Reader): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select has_database_privilege(current_database(), 'CREATE')
    and coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) as may`.execute(reader);
  return rows[0]?.may ?? false;
}

/** Processes of the bot that are at it: each listens for newer ones. */
export async function otherProcesses(reader: Reader): Promise<number> {
  const { rows } = await sql<{ many: number }>`select count(*)::int as many from pg_stat_activity
    where datname = current_database() and application_name = ${seenAs.newer}`.execute(reader);
  return rows[0]?.many ?? 0;
}

/** Whether anything of a bot is at it: one that is just starting hears of newer ones only later on, and one that was cut off not at once again. */
export async function isAtWork(reader: Reader): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_stat_activity
    where datname = current_database() and application_name like ${`${ofBot}%`} limit 1`.execute(reader);
  return rows.length > 0;
}
