import { type Kysely, sql } from 'kysely';

/** Which platform a workspace is on, told by its id: a column of its own to ask by, that the database keeps by itself. SQLite adds only such as are worked out when read, which an index holds all the same. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter.supportsMultipleConnections === true;
  const told = postgres ? sql`split_part(id, ':', 1)` : sql`substr(id, 1, instr(id, ':') - 1)`;
  const kept = postgres ? sql`stored` : sql`virtual`;
  await sql`alter table workspaces add column platform text generated always as (${told}) ${kept}`.execute(db);
  await sql`create index workspaces_on on workspaces (platform, id)`.execute(db);
}
