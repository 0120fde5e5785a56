import type { Kysely } from 'kysely';

/** Where a CoP was before it was closed, if it lives on in another space. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('cops').addColumn('former_space_id', 'text').execute();
}
