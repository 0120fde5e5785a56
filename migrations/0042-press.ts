import { type Kysely, sql } from 'kysely';

/** Of which press an effect is: the id that stands in the log. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table effects add column press text`.execute(db);
}
