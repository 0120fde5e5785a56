/**
 * How either engine would find what a statement asks for. SQLite's own words for it: sqlite.org/eqp.html. PostgreSQL plans without
 * knowing the values, and with whole tables out of the question: what is left of a scan then is one that no index can spare.
 */
import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { Look } from './judge.ts';

export async function onSqlite(
  db: Kysely<unknown>,
  statement: string,
  parameters: readonly unknown[],
): Promise<readonly Look[]> {
  const { rows } = await db.executeQuery<{ detail: string }>(
    CompiledQuery.raw(`explain query plan ${statement}`, [...parameters]),
  );
  const names = namesIn(statement);
  return rows.flatMap(({ detail }) => lookOf(detail, names) ?? []);
}

/** `SEARCH m USING INDEX memberships_once (cop_id=? AND person_id>?)`, `SCAN cops`. What is no table (a part of the query, a search index) isn't looked at. */
function lookOf(detail: string, names: ReadonlyMap<string, string>): Look | undefined {
  const read = /^(SCAN|SEARCH) (\S+)(?: USING (?:COVERING )?(?:INDEX (\S+)|INTEGER PRIMARY KEY))?(?: \((.*)\))?/.exec(
    detail,
  );
  const table = names.get(read?.[2] ?? '');
  if (!read || !table || detail.includes('VIRTUAL TABLE')) return undefined;
  return {
    table,
    index: read[3],
    by: [...(read[4] ?? '').matchAll(/(\w+|<expr>)[=<>]/g)].map(([, column = '']) => column),
  };
}

/** Tables by what a statement calls them. */
function namesIn(statement: string): ReadonlyMap<string, string> {
  const plain = statement.replaceAll('"', '');
  const named = [
    ...plain.matchAll(
      /\b(?:from|join|update|into) (\w+)(?: as (\w+)| (?!on\b|where\b|set\b|inner\b|left\b|cross\b|order\b|limit\b|group\b|returning\b|union\b|values\b)(\w+))?/gi,
    ),
  ];
  const parts = new Set([...plain.matchAll(/(\w+) as (?:materialized )?\(/g)].map(([, part]) => part));
  return new Map(
    named.flatMap(([, table = '', as, bare]) => (parts.has(table) ? [] : [[as ?? bare ?? table, table] as const])),
  );
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Node[];
}

const settings = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin'];

/** What sort it is (`pending`) stands in the plan as the driver has it planned: whose it is doesn't. */
const isSort = (value: unknown): value is string => typeof value === 'string' && /^[a-z][a-z-]*$/.test(value);

function withSorts(statement: string, parameters: readonly unknown[]): string {
  const left: number[] = [];
  return statement.replace(/\$(\d+)/g, (_, n) => {
    const value = parameters[Number(n) - 1];
    if (isSort(value)) return `'${value}'`;
    if (!left.includes(Number(n))) left.push(Number(n));
    return `$${left.indexOf(Number(n)) + 1}`;
  });
}

export async function onPostgres(
  db: Kysely<unknown>,
  written: string,
  parameters: readonly unknown[],
): Promise<readonly Look[]> {
  const statement = withSorts(written, parameters);
  const values = Math.max(0, ...[...statement.matchAll(/\$(\d+)/g)].map(([, n]) => Number(n)));
  const given = values === 0 ? '' : `(${Array(values).fill('null').join(',')})`;
  return db.connection().execute(async one => {
    await sql`set plan_cache_mode = force_generic_plan`.execute(one);
    await sql`set random_page_cost = 1`.execute(one); // a small table's index is in memory, as a large one's upper part is
    for (const setting of settings) await sql`set ${sql.raw(setting)} = off`.execute(one);
    await sql.raw(`prepare planned as ${statement}`).execute(one);
    try {
      const { rows } = await sql
        .raw<{ 'QUERY PLAN': readonly { Plan: Node }[] }>(`explain (format json) execute planned${given}`)
        .execute(one);
      const looks = (rows[0]?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => looksOf(Plan, undefined));
      const { rows: indexes } = await sql<{ index: string; first: string }>`
        select indexrelid::regclass::text as index, pg_get_indexdef(indexrelid, 1, true) as first from pg_index`.execute(
        one,
      );
      const first = new Map(indexes.map(found => [found.index, found.first]));
      return looks.map(look => fromTheStart(look, first.get(look.index ?? '')));
    } finally {
      await sql`deallocate planned`.execute(one);
    }
  });
}

/** Without its first column an index is walked from one end to the other. */
const fromTheStart = (look: Look, first: string | undefined): Look =>
  first === undefined || !/^\w+$/.test(first) || look.by.includes(first) ? look : { ...look, by: [] };

/** A bitmap's index is a node below the one that names its table. */
function looksOf(node: Node, above: string | undefined): readonly Look[] {
  const table = node['Relation Name'] ?? above;
  const type = node['Node Type'];
  const looks = type === 'Seq Scan' || /^(Bitmap )?Index/.test(type);
  const by = [...(node['Index Cond'] ?? '').matchAll(/\(?(\w+)\)?(?:::\w+)? (?:=|<|>|<=|>=|@@|@>|\^@) /g)].map(
    ([, c = '']) => c,
  );
  const here = looks && table ? [{ table, index: node['Index Name'], by }] : [];
  return [...here, ...(node.Plans ?? []).flatMap(one => looksOf(one, table))];
}
