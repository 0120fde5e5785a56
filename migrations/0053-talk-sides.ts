import { type Kysely, sql } from 'kysely';

/** How often each side of a talk has written. Of one that is under way nobody knows: it is taken that they took turns, the facilitator first. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('talks')
    .addColumn('applicant_turns', 'integer', c => c.notNull().defaultTo(0))
    .execute();
  await sql`update talks set applicant_turns = turns / 2`.execute(db);
}
