import type { Kysely } from 'kysely';

/** What somebody was to have in a space, and the bot had not to hand on just then, in the platform's own words. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('memberships').addColumn('lacking', 'text').execute();
}
