import type { Kysely } from 'kysely';

/** Who reads what in which language: a person's own by what their platform tells, a network's by choice, a message's as it was posted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('accounts').addColumn('locale', 'text').execute();
  await db.schema.alterTable('settings').addColumn('language', 'text').execute();
  await db.schema.alterTable('posts').addColumn('language', 'text').execute();
  await db.schema
    .createIndex('posts_message')
    .on('posts')
    .columns(['workspace_id', 'channel_id', 'message_id'])
    .execute();
}
