import type { Kysely } from 'kysely';

/** Why somebody who was asked to facilitate need not answer any more, where it is that they had left. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('nominations').addColumn('withdrawn_as', 'text').execute();
}
