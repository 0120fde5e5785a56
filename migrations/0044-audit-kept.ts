import { type Kysely, sql } from 'kysely';

/** For how long what was done is remembered, as an administrator chose: what is more than a year old may go, and nothing else. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('settings').addColumn('keeps_audit', 'text').execute();
  await sql`create index audit_of_workspace on audit (workspace_id, at)`.execute(db);
  await sql`drop index join_requests_answered`.execute(db);
  if (db.getExecutor().adapter.supportsMultipleConnections === true) await onPostgres(db);
  else await onSqlite(db);
}

async function onSqlite(db: Kysely<unknown>): Promise<void> {
  await sql`drop trigger audit_no_delete`.execute(db);
  await sql`create trigger audit_no_delete before delete on audit
    when old.at >= (cast(strftime('%s', 'now') as integer) - 365 * 86400) * 1000
    begin select raise(abort, 'the audit is only added to'); end`.execute(db);
}

async function onPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`drop trigger audit_only_added_to on audit`.execute(db);
  await sql`create trigger audit_only_added_to before truncate on audit execute function audit_is_only_added_to()`.execute(
    db,
  );
  await sql`create function audit_goes_by_age() returns trigger language plpgsql as $$ begin
    if old.at < (extract(epoch from now()) - 365 * 86400) * 1000 then return old; end if;
    raise exception 'the audit is only added to'; end $$`.execute(db);
  await sql`create trigger audit_no_delete before delete on audit for each row execute function audit_goes_by_age()`.execute(
    db,
  );
}
