import { type Kysely, sql } from 'kysely';

/** Whom the words of a request are for besides the facilitators. Of requests that were made before, nobody was asked: for nobody. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('join_requests')
    .addColumn('words_for', 'text', c => c.check(sql`words_for in ('members')`))
    .execute();
}
