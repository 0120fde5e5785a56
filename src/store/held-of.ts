/** What is held of one person, wherever it stands. Every table is searched: seldom, and when they ask. */
import { type RawBuilder, sql } from 'kysely';
import type { NetworkId, PersonId } from '../domain/ids.ts';
import { dialectOf, type Reader } from './engine.ts';
import { type Holding, namesIn } from './held/holding.ts';
import { held, type StateThere, type Table, type Whereabouts, whereabouts } from './held.ts';

export interface HeldRow {
  /** The CoP that it belongs to. */
  readonly cop: string | undefined;
  readonly at: number | undefined;
  readonly as: StateThere | undefined;
  /** What people wrote, or are called. */
  readonly words: readonly string[];
}

export interface HeldThere {
  readonly at: Whereabouts;
  readonly many: number;
  /** The latest of them. */
  readonly rows: readonly HeldRow[];
}

type Row = Readonly<Record<string, string | number | null>>;

const times = ['created_at', 'since', 'saved_at', 'at', 'sent_at', 'found_at', 'due_at'];
const named = ['name', 'title', 'external_id', 'locale', 'command'];

export async function heldOf(
  reader: Reader,
  network: NetworkId,
  person: PersonId,
  most: number,
): Promise<readonly HeldThere[]> {
  const all: HeldThere[] = [];
  for (const { at, table, columns } of whereabouts) {
    const theirs = isTheirs(reader, network, person, columns, at.endsWith('.inside'));
    const { rows } = await sql<{
      many: number;
    }>`select count(*) as many from ${sql.table(table)} t where ${theirs}`.execute(reader);
    const many = Number(rows[0]?.many ?? 0);
    if (many > 0) all.push({ at, many, rows: await latest(reader, table, columns, theirs, most) });
  }
  return all;
}

/** The ids are one of a kind: no other text holds one. */
const isTheirs = (
  reader: Reader,
  network: NetworkId,
  person: PersonId,
  columns: readonly string[],
  inside: boolean,
): RawBuilder<unknown> => {
  const { holds } = dialectOf(reader);
  const any = columns.map(column =>
    inside ? sql`coalesce(${holds(`t.${column}`, person)}, false)` : sql`${sql.ref(`t.${column}`)} = ${person}`,
  );
  return sql`${sql.ref('t.network_id')} = ${network} and (${sql.join(any, sql` or `)})`;
};

async function latest(
  reader: Reader,
  table: Table,
  columns: readonly string[],
  theirs: RawBuilder<unknown>,
  most: number,
) {
  const { plain, words = {} }: Holding = held[table];
  const has = (one: string) => namesIn(plain).includes(one);
  const time = times.find(has);
  const beside = has('cop_id') ? sql`left join cops c on c.id = t.cop_id` : sql``;
  const { rows } = await sql<Row>`
    select t.*, ${has('cop_id') ? sql.ref('c.name') : sql`null`} as its_cop from ${sql.table(table)} t ${beside}
    where ${theirs} order by ${time ? sql`${sql.ref(`t.${time}`)} desc` : sql`1`} limit ${sql.lit(most)}`.execute(
    reader,
  );
  const theirWords = Object.entries(words).flatMap(([column, whose]) =>
    columns.some(one => namesIn(whose).includes(one)) ? [column] : [],
  );
  const said = [...named.filter(has), ...theirWords];
  return rows.map(row => rowFrom(row, time, said));
}

const rowFrom = (row: Row, time: string | undefined, said: readonly string[]): HeldRow => ({
  cop: row.its_cop === null ? undefined : String(row.its_cop),
  at: time && row[time] ? Number(row[time]) : undefined,
  as: row.closed_at ? 'closed' : ((row.state ?? undefined) as StateThere | undefined), // a CoP that was closed keeps its state beside that
  words: said.flatMap(column => (row[column] ? [String(row[column])] : [])),
});
