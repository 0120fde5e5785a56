import { type Kysely, sql } from 'kysely';
import { madeAnew } from './support/widened.ts';

/**
 * What was done long ago goes: a post outlives the effect that posted it, as long as what it is about does. The audit stays only added
 * to, but that somebody's name may be taken out of it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter.supportsMultipleConnections === true;
  if (postgres) await onPostgres(db);
  else await onSqlite(db);
  await sql`create index effects_settled on effects (settled_at, batch) where settled_at is not null`.execute(db);
}

async function onSqlite(db: Kysely<unknown>): Promise<void> {
  await madeAnew(db, 'posts', ' references "effects" ("id")', '');
  await sql`drop trigger audit_no_update`.execute(db);
  const columns = ['id', 'network_id', 'at', 'command', 'about_kind', 'about_id', 'workspace_id', 'press'];
  const same = columns.map(one => `new.${one} is old.${one}`).join(' and ');
  await sql
    .raw(`create trigger audit_no_update before update on audit when not (new.actor_id is null and ${same})
      begin select raise(abort, 'the audit is only added to'); end`)
    .execute(db);
}

async function onPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`alter table posts drop constraint posts_effect_id_fkey`.execute(db);
  await sql`drop trigger audit_only_added_to on audit`.execute(db);
  await sql`create function audit_keeps_its_words() returns trigger language plpgsql as $$ begin
    if new.actor_id is null and (to_jsonb(new) - 'actor_id') = (to_jsonb(old) - 'actor_id') then return new; end if;
    raise exception 'the audit is only added to'; end $$`.execute(db);
  await sql`create trigger audit_only_added_to before delete or truncate on audit execute function audit_is_only_added_to()`.execute(
    db,
  );
  await sql`create trigger audit_no_update before update on audit for each row execute function audit_keeps_its_words()`.execute(
    db,
  );
}
