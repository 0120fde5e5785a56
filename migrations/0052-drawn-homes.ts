import type { Kysely } from 'kysely';

/** What each Home shows, so that processes side by side know it of each other; nothing, where nobody is sure. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('homes').addColumn('drawn', 'text').execute();
}
