import type { Kysely } from 'kysely';

/** A CoP rests from then on; until then, or until somebody wakes it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('cops').addColumn('resting_since', 'bigint').execute();
  await db.schema.alterTable('cops').addColumn('resting_until', 'bigint').execute();
}
