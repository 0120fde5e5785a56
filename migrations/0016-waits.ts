import type { Kysely } from 'kysely';

/** How many of an effect's attempts were merely told to wait: they wear it out no more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('effects')
    .addColumn('waits', 'integer', c => c.notNull().defaultTo(0))
    .execute();
}
