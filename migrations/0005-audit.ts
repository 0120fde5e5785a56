import { type Kysely, sql } from 'kysely';

/**
 * Who did what, to which record. Only ever added to; never a message's words.
 * It is also what was received: the same press of the same workspace stands in it once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('at', 'bigint', c => c.notNull())
    .addColumn('actor_id', 'text')
    .addColumn('command', 'text', c => c.notNull())
    .addColumn('about_kind', 'text', c => c.notNull())
    .addColumn('about_id', 'text')
    .addColumn('workspace_id', 'text', c => c.notNull())
    .addColumn('press', 'text', c => c.notNull())
    .addUniqueConstraint('audit_once', ['workspace_id', 'press'])
    .addForeignKeyConstraint('audit_actor', ['network_id', 'actor_id'], 'persons', ['network_id', 'id'])
    .execute();

  if (db.getExecutor().adapter.supportsMultipleConnections) await onlyAddedToOnPostgres(db);
  else await onlyAddedToOnSqlite(db);
}

async function onlyAddedToOnSqlite(db: Kysely<unknown>): Promise<void> {
  for (const what of ['update', 'delete'])
    await sql`create trigger ${sql.raw(`audit_no_${what}`)} before ${sql.raw(what)} on audit begin select raise(abort, 'the audit is only added to'); end`.execute(
      db,
    );
}

async function onlyAddedToOnPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`create function audit_is_only_added_to() returns trigger language plpgsql as $$ begin raise exception 'the audit is only added to'; end $$`.execute(
    db,
  );
  await sql`create trigger audit_only_added_to before update or delete or truncate on audit execute function audit_is_only_added_to()`.execute(
    db,
  );
}
