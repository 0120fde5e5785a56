import { type Kysely, sql } from 'kysely';

/** How people without an account get in, as an administrator said once; nothing is told of it until then. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('settings')
    .addColumn('way_in', 'text', c => c.check(sql`way_in in ('link', 'person')`))
    .execute();
  await db.schema.alterTable('settings').addColumn('way_in_words', 'text').execute();
}
