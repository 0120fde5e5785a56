import { type Kysely, sql } from 'kysely';

/** For how long answered requests to join are kept, as an administrator chose; those that are kept no longer are found by when they were answered; and who asked something of a CoP lately. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('settings').addColumn('keeps_requests', 'text').execute();
  await sql`create index audit_questions on audit (about_id, actor_id, at) where command = 'question ask'`.execute(db);
  await sql`create index join_requests_answered on join_requests (decided_at) where state <> 'pending'`.execute(db);
}
