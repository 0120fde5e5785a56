import type { Kysely } from 'kysely';

/** Invites that the bot made for people without an account, and those that are still to be taken back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('settings').addColumn('way_in_invites', 'text').execute();
}
