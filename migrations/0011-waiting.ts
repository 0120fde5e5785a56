import { type Kysely, sql } from 'kysely';

const twoDays = 2 * 24 * 3600_000;

/** What people who wait bring with them: the clock of a join request, the talk before its answer, and who looks at a Home that stays current. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('join_requests').addColumn('look_at', 'bigint').execute();
  await db.schema
    .alterTable('join_requests')
    .addColumn('held_ms', 'bigint', c => c.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable('join_requests').addColumn('held_until', 'bigint').execute();
  await sql`update join_requests set look_at = created_at + ${sql.lit(twoDays)}`.execute(db);
  await db.schema
    .createIndex('join_requests_look_at')
    .on('join_requests')
    .columns(['look_at'])
    .where(sql.ref('state'), '=', sql.lit('pending'))
    .execute();

  await db.schema
    .createTable('reminders')
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('request_id', 'text', c => c.notNull())
    .addColumn('step', 'text', c => c.notNull().check(sql`step in ('first', 'second', 'last')`))
    .addColumn('reader', 'text', c => c.notNull())
    .addColumn('day', 'text', c => c.notNull())
    .addColumn('sent_at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('reminders_once', ['request_id', 'step', 'reader'])
    .addForeignKeyConstraint('reminders_request', ['network_id', 'request_id'], 'join_requests', ['network_id', 'id'])
    .execute();
  await db.schema
    .createIndex('reminders_one_a_day')
    .on('reminders')
    .columns(['reader', 'day'])
    .unique()
    .where(sql.ref('reader'), '<>', sql.lit('support'))
    .execute();

  await db.schema
    .createTable('talks')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('request_id', 'text', c => c.notNull())
    .addColumn('facilitator_id', 'text', c => c.notNull())
    .addColumn('turns', 'integer', c => c.notNull())
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addUniqueConstraint('talks_once', ['request_id', 'facilitator_id'])
    .addForeignKeyConstraint('talks_cop', ['network_id', 'cop_id'], 'cops', ['network_id', 'id'])
    .addForeignKeyConstraint('talks_request', ['network_id', 'request_id'], 'join_requests', ['network_id', 'id'])
    .addForeignKeyConstraint('talks_facilitator', ['network_id', 'facilitator_id'], 'persons', ['network_id', 'id'])
    .execute();

  await db.schema
    .createTable('homes')
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('workspace_id', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull())
    .addColumn('since', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('homes_once', ['workspace_id', 'person_id'])
    .addForeignKeyConstraint('homes_workspace', ['network_id', 'workspace_id'], 'workspaces', ['network_id', 'id'])
    .addForeignKeyConstraint('homes_person', ['network_id', 'person_id'], 'persons', ['network_id', 'id'])
    .execute();
}
