import type { Kysely } from 'kysely';

/** Who reads a channel that was chosen for few: people of another organisation that it is shared with, or everybody. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('opened_channels')
    .addColumn('readers', 'text', c => c.notNull().defaultTo('everybody'))
    .execute();
}
