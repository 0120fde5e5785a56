import { type Kysely, sql } from 'kysely';

/** Why a first conversation is off, where it is that whoever asked for it had left; and which somebody has asked for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('first_conversations').addColumn('withdrawn_as', 'text').execute();
  await sql`create index first_conversations_of_person on first_conversations (person_id, state)`.execute(db);
}
