import { type Kysely, sql } from 'kysely';
import { widened } from './support/widened.ts';

/** What was chosen for a workspace, who is known to be of its Support Team, and the first conversations. */
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

  await db.schema
    .createTable('first_conversations')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull())
    .addColumn('way', 'text', c => c.notNull().check(sql`way in ('in-person', 'phone', 'email', 'not-now')`))
    .addColumn('words', 'text')
    .addColumn('state', 'text', c => c.notNull().check(sql`state in ('asked', 'taken', 'done', 'withdrawn')`))
    .addColumn('taken_by', 'text')
    .addColumn('planned', 'text')
    .addColumn('notes', 'text')
    .addColumn('draft_domain', 'text')
    .addColumn('draft_statement', 'text')
    .addColumn('draft', 'text', c => c.notNull().check(sql`draft in ('none', 'shown', 'used')`))
    .addColumn('not_yet', 'text')
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addForeignKeyConstraint('first_conversations_cop', ['network_id', 'cop_id'], 'cops', ['network_id', 'id'])
    .addForeignKeyConstraint('first_conversations_person', ['network_id', 'person_id'], 'persons', ['network_id', 'id'])
    .addForeignKeyConstraint('first_conversations_taker', ['network_id', 'taken_by'], 'persons', ['network_id', 'id'])
    .execute();
  await db.schema
    .createIndex('first_conversations_of_cop')
    .on('first_conversations')
    .columns(['network_id', 'cop_id'])
    .execute();

  await widened(db, 'cops', "'starting', 'open', 'not-started'", "'proposed'");
  await widened(db, 'nominations', "'pending', 'accepted', 'declined'", "'withdrawn'");
}
