import { type Kysely, sql } from 'kysely';

/** What was chosen for a workspace, and who is known to be of its Support Team. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('settings')
    .addColumn('workspace_id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('support_channel', 'text')
    .addColumn('forum', 'text', c => c.notNull().check(sql`forum in ('none', 'wanted', 'there')`))
    .addColumn('forum_channel', 'text')
    .addColumn('starters', 'text', c => c.notNull().check(sql`starters in ('anyone', 'admins')`))
    .addColumn('start_policy', 'text', c => c.notNull().check(sql`start_policy in ('open', 'after-conversation')`))
    .addColumn('time_zone', 'text')
    .addColumn('offered_at', 'bigint')
    .addColumn('chosen_at', 'bigint')
    .addForeignKeyConstraint('settings_workspace', ['network_id', 'workspace_id'], 'workspaces', ['network_id', 'id'])
    .execute();

  await db.schema
    .createTable('support_people')
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('workspace_id', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull())
    .addColumn('since', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('support_people_once', ['workspace_id', 'person_id'])
    .addForeignKeyConstraint('support_people_workspace', ['network_id', 'workspace_id'], 'workspaces', [
      'network_id',
      'id',
    ])
    .addForeignKeyConstraint('support_people_person', ['network_id', 'person_id'], 'persons', ['network_id', 'id'])
    .execute();
}
