import { type Kysely, sql } from 'kysely';

/**
 * Members are counted once a statement: on PostgreSQL each count leaves another version of the CoP's row behind, through which the next
 * one has to go. SQLite has no triggers of a statement, and writes the row in its place.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (db.getExecutor().adapter.supportsMultipleConnections !== true) return;
  for (const before of ['memberships_begun', 'memberships_changed', 'memberships_ended'])
    await sql`drop trigger ${sql.ref(before)} on memberships`.execute(db);
  await sql`drop function memberships_counted()`.execute(db);
  const triggers = [
    ['memberships_begun', 'insert', 'came'],
    ['memberships_changed', 'update', 'came', 'went'],
    ['memberships_ended', 'delete', 'went'],
  ] as const;
  for (const [name, event, ...rows] of triggers) await sql.raw(counting(name, event, rows)).execute(db);
}

type Rows = 'came' | 'went';
const tables = { came: 'new table as came', went: 'old table as went' } as const;
const each = { came: 1, went: -1 } as const;

function counting(name: string, event: string, rows: readonly Rows[]): string {
  const changes = rows.map(one => `select cop_id, ${each[one]} as many from ${one} where state = 'member'`);
  return `create function ${name}() returns trigger language plpgsql as $$ begin
      update cops set members = members + counted.many
        from (select cop_id, sum(many) as many from (${changes.join(' union all ')}) changes group by cop_id) counted
        where cops.id = counted.cop_id and counted.many <> 0;
      return null; end $$;
    create trigger ${name} after ${event} on memberships referencing ${rows.map(one => tables[one]).join(' ')}
      for each statement execute function ${name}()`;
}
