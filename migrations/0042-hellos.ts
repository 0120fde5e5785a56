import { type Kysely, sql } from 'kysely';

/** What a newcomer would say as a hello, until it is posted or left; and when they wrote it, or said it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('memberships').addColumn('hello', 'text').execute();
  await db.schema.alterTable('memberships').addColumn('hello_at', 'bigint').execute();
  await sql`create index memberships_hellos on memberships (hello_at) where hello is not null`.execute(db);
}
