import type { Kysely } from 'kysely';

/** What a CoP asks who asks in, and says to who comes in; and what a request was an answer to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('cops').addColumn('join_question', 'text').execute();
  await db.schema.alterTable('cops').addColumn('welcome', 'text').execute();
  await db.schema.alterTable('join_requests').addColumn('question', 'text').execute();
}
