import type { Kysely } from 'kysely';

/** Who chooses settings meets what somebody else chose meanwhile. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('settings')
    .addColumn('version', 'integer', c => c.notNull().defaultTo(1))
    .execute();
}
