import type { Kysely } from 'kysely';

/** Channels that were chosen and can't be got into, told once; and who is in the Facilitators' forum, or left it by hand. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('lost_channels')
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('workspace_id', 'text', c => c.notNull())
    .addColumn('channel_id', 'text', c => c.notNull())
    .addColumn('lost_at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('lost_channels_once', ['workspace_id', 'channel_id'])
    .addForeignKeyConstraint('lost_channels_workspace', ['network_id', 'workspace_id'], 'workspaces', [
      'network_id',
      'id',
    ])
    .execute();
  await db.schema
    .createTable('forum_people')
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('workspace_id', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull())
    .addColumn('since', 'bigint', c => c.notNull())
    .addColumn('left_at', 'bigint')
    .addPrimaryKeyConstraint('forum_people_once', ['workspace_id', 'person_id'])
    .addForeignKeyConstraint('forum_people_workspace', ['network_id', 'workspace_id'], 'workspaces', [
      'network_id',
      'id',
    ])
    .addForeignKeyConstraint('forum_people_person', ['network_id', 'person_id'], 'persons', ['network_id', 'id'])
    .execute();
}
