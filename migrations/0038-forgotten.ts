import { type Kysely, sql } from 'kysely';

/**
 * Who is to stay forgotten, by a keyed hash of their account, though a backup knows them. And with somebody's name their account goes
 * out of the audit as well: the id of a press may hold it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('forgotten')
    .addColumn('hash', 'text', c => c.primaryKey())
    .addColumn('forgotten_at', 'bigint', c => c.notNull())
    .execute();
  if (db.getExecutor().adapter.supportsMultipleConnections === true) await onPostgres(db);
  else await onSqlite(db);
}

async function onSqlite(db: Kysely<unknown>): Promise<void> {
  await sql`drop trigger audit_no_update`.execute(db);
  const columns = ['id', 'network_id', 'at', 'command', 'about_kind', 'about_id', 'workspace_id'];
  const same = columns.map(one => `new.${one} is old.${one}`).join(' and ');
  await sql
    .raw(`create trigger audit_no_update before update on audit when not (new.actor_id is null and new.press in (old.press, old.id) and ${same})
      begin select raise(abort, 'the audit is only added to'); end`)
    .execute(db);
}

async function onPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`create or replace function audit_keeps_its_words() returns trigger language plpgsql as $$ begin
    if new.actor_id is null and new.press in (old.press, old.id)
      and (to_jsonb(new) - 'actor_id' - 'press') = (to_jsonb(old) - 'actor_id' - 'press') then return new; end if;
    raise exception 'the audit is only added to'; end $$`.execute(db);
}
