import type { Kysely } from 'kysely';

/** Channels that were chosen for few, and that everybody can read since: whoever chose them is told once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('opened_channels')
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('workspace_id', 'text', c => c.notNull())
    .addColumn('channel_id', 'text', c => c.notNull())
    .addColumn('opened_at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('opened_channels_once', ['workspace_id', 'channel_id'])
    .addForeignKeyConstraint('opened_channels_workspace', ['network_id', 'workspace_id'], 'workspaces', [
      'network_id',
      'id',
    ])
    .execute();
}
