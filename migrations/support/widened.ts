import { type Kysely, sql } from 'kysely';

/** A table's `state`, or another column, may be one thing more. `states`: those it may be so far, as its definition has them. */
export async function widened(
  db: Kysely<unknown>,
  table: string,
  states: string,
  more: string,
  column = 'state',
): Promise<void> {
  const all = `${states}, ${more}`;
  if (!db.getExecutor().adapter.supportsMultipleConnections) return madeAnew(db, table, states, all);
  const named = sql.ref(`${table}_${column}_check`);
  await sql`alter table ${sql.ref(table)} drop constraint ${named}, add constraint ${named} check (${sql.ref(column)} in (${sql.raw(all)}))`.execute(
    db,
  );
}

/**
 * SQLite can't change a table's constraints: the table is made anew beside it, filled, and put in its place.
 * sqlite.org/lang_altertable.html#otheralter. What points to it is looked at no sooner than it is there again; switching the pragma off
 * forgets what was missing in between.
 */
export async function madeAnew(db: Kysely<unknown>, table: string, before: string, after: string): Promise<void> {
  const { rows } = await sql<{ type: string; sql: string }>`
    select type, sql from sqlite_schema where tbl_name = ${table} and sql is not null`.execute(db);
  const beside = `${table}_beside`;
  const definition = rows.find(one => one.type === 'table')?.sql ?? '';
  if (!definition.includes(before)) throw new Error(`${table} is not as it was expected to be`);
  await sql`pragma defer_foreign_keys = on`.execute(db);
  await sql`pragma legacy_alter_table = on`.execute(db); // or triggers of other tables that name this one would miss it
  await sql.raw(definition.replace(before, after).replace(`"${table}"`, `"${beside}"`)).execute(db);
  await sql`insert into ${sql.ref(beside)} select * from ${sql.ref(table)}`.execute(db);
  await sql`drop table ${sql.ref(table)}`.execute(db);
  await sql`alter table ${sql.ref(beside)} rename to ${sql.ref(table)}`.execute(db);
  await sql`pragma legacy_alter_table = off`.execute(db);
  for (const one of rows) if (one.type !== 'table') await sql.raw(one.sql).execute(db);
  await sql`pragma defer_foreign_keys = off`.execute(db);
}
