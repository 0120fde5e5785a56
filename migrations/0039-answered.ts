import type { Kysely } from 'kysely';

/** Answered requests of a CoP are looked back at, the latest first. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('join_requests_of_cop').on('join_requests').columns(['cop_id', 'decided_at']).execute();
}
