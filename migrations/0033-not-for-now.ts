import type { Kysely } from 'kysely';

/** Of who was taken out of a CoP: when they may ask to join it again, where that is not at once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('memberships').addColumn('asks_again_at', 'bigint').execute();
}
