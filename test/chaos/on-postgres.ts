/** A private PostgreSQL for worlds: each has a database of its own, and a line to it that can be held. */
import pg from 'pg';
import { systemClock } from '../../src/jobs/clock.ts';
import { pgBossJobs } from '../../src/jobs/pg-boss.ts';
import { openStore } from '../../src/store/engine.ts';
import { migrate } from '../../src/store/migrate.ts';
import { freshDatabase, ownPostgres } from '../support/postgres.ts';
import { quietly } from '../support/stage.ts';
import { type Base, type Ground, type Image, writes } from './base.ts';
import { type DatabaseLine, held, straight } from './database-line.ts';
import type { Rows } from './look.ts';

/** Columns that are made of others are made again. */
const tables = (which: string) => `
  select table_schema as in, table_name as name, array_agg(column_name::text order by ordinal_position) as columns
  from information_schema.columns join pg_tables on schemaname = table_schema and tablename = table_name
  where is_generated = 'NEVER' and (${which})
  group by 1, 2`;

/** Every table of ours, and what the dead process had in hand of pg-boss's. */
const kept =
  "(table_schema = 'public' and table_name not like 'kysely_%') or (table_schema = 'pgboss' and table_name = 'job_common')";

/** What pg-boss knows besides: of its queues, and of processes that there were. */
const besides =
  "table_schema = 'pgboss' and table_name in ('version', 'queue', 'instance', 'job_dependency', 'warning')";

/** A process that is gone is followed as soon as its claims have run out, and its heartbeat is missed: begun anew, it comes a while later. */
const aWhileLater = `
  update effects set claimed_until = claimed_until - 15000 where claimed_until is not null;
  update pgboss.job_common set heartbeat_on = heartbeat_on - interval '15 seconds', started_on = started_on - interval '15 seconds'
    where state = 'active'`;

/** In each world, of the bot and of pg-boss: what is asked for the first time on a connection takes ten times as long as the next time. */
const few = { rows: 2, work: 1 };

export interface Table {
  readonly in: string;
  readonly name: string;
  readonly columns: readonly string[];
}

/** A database, and who reads in it: they know its tables by then, and what is asked of them is planned. */
interface Left {
  readonly name: string;
  readonly reader: pg.Client;
}

/** A database that a world has left is begun anew in, by another role: to make one takes twenty times as long as to empty one. */
export async function onPostgres(): Promise<Ground | { readonly skip: string }> {
  const server = await ownPostgres();
  if ('skip' in server) return server;
  const template = await freshDatabase(server.url);
  const known = await laid(template);
  const head = new pg.Pool({ connectionString: server.url, max: 4 });
  head.on('error', () => {});
  head.on('connect', client => void client.on('error', () => {})); // the server may end while they say goodbye
  const left: Left[] = [];
  let bases = 0;
  const addressOf = (name: string, role = 'postgres') =>
    server.bySocket(server.url.replace('//postgres@', `//${role}@`).replace(/[^/]*$/, name));
  const original = new URL(template).pathname.slice(1);
  const made = async (): Promise<Left> => {
    const name = `database_${bases}`;
    await head.query(`create database ${name} template ${original}`);
    return { name, reader: await connected(addressOf(name)) };
  };
  return {
    engine: 'postgres',
    async opens(image, onWrite, isWatched) {
      const role = `world_${++bases}`;
      const before = left.pop();
      const { name, reader } = before ?? (await made());
      await head.query(`create role ${role} superuser login`);
      const url = addressOf(name, role);
      if (before) await fill(reader, known.besides, known.asLaid);
      if (before || image !== undefined) await fill(reader, known.kept, String(image ?? known.asLaid));
      if (image !== undefined) await reader.query(aWhileLater);
      const line = isWatched ? await held(url) : straight(url);
      const base = await begun(line, reader, known.kept, onWrite);
      return {
        ...base,
        async close() {
          await base.close();
          await head.query(`alter role ${role} nologin`);
          await head.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = $1', [role]);
          left.push({ name, reader });
        },
      };
    },
    async stop() {
      for (const { reader } of left) await reader.end();
      await head.end();
      await server.stop();
    },
  };
}

interface Laid {
  readonly kept: readonly Table[];
  readonly besides: readonly Table[];
  /** Of both. */
  readonly asLaid: string;
}

/** With everything in it that a start would make first. */
async function laid(url: string): Promise<Laid> {
  const store = await openStore(url);
  await migrate(store.db);
  const jobs = pgBossJobs(url, systemClock, quietly([]));
  await jobs.start([], { drain: async () => undefined, due: async () => [] });
  await jobs.stop();
  await store.close();
  const client = await connected(url);
  const known = await tablesIn(client);
  const others = await tablesIn(client, besides);
  const asLaid = await allIn(client, [...known, ...others]);
  await client.end();
  return { kept: known, besides: others, asLaid };
}

export const tablesIn = async (client: pg.Client, which = kept): Promise<readonly Table[]> =>
  (await client.query<Table>(tables(which))).rows;

const asJson = (known: readonly Table[]): string => {
  const each = known.map(
    one =>
      `select '${one.in}.${one.name}' as name, (select coalesce(json_agg(one), '[]') from ${one.in}."${one.name}" one) as held`,
  );
  return `select json_object_agg(name, held)::text as kept from (${each.join(' union all ')}) as each`;
};

const allIn = async (client: pg.Client, known: readonly Table[]): Promise<string> =>
  (await client.query<{ kept: string }>({ name: `kept ${known.length}`, text: asJson(known) })).rows[0]?.kept ?? '{}';

export const ourRows = async (client: pg.Client, known: readonly Table[]): Promise<Rows> =>
  oursOf(await allIn(client, known));

function oursOf(kept: string): Rows {
  const ours = Object.entries(JSON.parse(kept) as Rows).filter(([name]) => name.startsWith('public.'));
  return Object.fromEntries(ours.map(([name, all]) => [name.slice('public.'.length), all]));
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // its database is dropped under it
  await client.connect();
  // What reads all tables takes longer to compile, and to plan, than to read them.
  await client.query('set jit = off; set plan_cache_mode = force_generic_plan');
  return client;
}

const columnsOf = ({ columns }: Table) => columns.map(one => `"${one}"`).join(', ');

/** In one message: each that is waited for costs as much as what it says. */
async function fill(client: pg.Client, known: readonly Table[], image: string): Promise<void> {
  const kept = JSON.parse(image) as Record<string, unknown[]>;
  const inserts = known.flatMap(table => {
    const rows = kept[`${table.in}.${table.name}`] ?? [];
    if (rows.length === 0) return [];
    const into = `${table.in}."${table.name}"`;
    return `insert into ${into} (${columnsOf(table)}) overriding system value
      select ${columnsOf(table)} from json_populate_recordset(null::${into}, ${pg.escapeLiteral(JSON.stringify(rows))})`;
  });
  await client.query(
    [
      'set session_replication_role = replica',
      ...known.map(table => `delete from ${table.in}."${table.name}"`),
      ...inserts,
      'set session_replication_role = origin',
      "select setval(pg_get_serial_sequence('documents', 'n'), (select coalesce(max(n), 0) + 1 from documents), false)",
    ].join('; '),
  );
}

async function begun(
  line: DatabaseLine,
  reader: pg.Client,
  known: readonly Table[],
  onWrite: () => void,
): Promise<Base> {
  let commits = 0;
  const noting = (words: string) => {
    if (!writes.test(words)) return;
    commits += 1;
    onWrite();
  };
  const store = await openStore(line.url, noting, { connections: few.rows });
  let last: Promise<unknown> = Promise.resolve();
  let before = '';
  /** What is as before is kept once. */
  const read = async () => {
    const now = await allIn(reader, known);
    if (now !== before) before = now;
    return before;
  };
  const kept = (): Promise<string> => {
    const next = last.then(read);
    last = next.catch(() => {});
    return next;
  };
  return {
    store,
    jobs: async (clock, log) => pgBossJobs(line.url, clock, log, few.work),
    version: () => commits,
    image(): Promise<Image> {
      const reading = line.heldFor(kept);
      reading.catch(() => {}); // of a moment that isn't kept, nobody waits for it
      return reading;
    },
    rows: async () => oursOf(await kept()),
    async close() {
      await last;
      await store.close();
      await line.end();
    },
  };
}
