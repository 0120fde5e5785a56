import { type Kysely, sql } from 'kysely';

/** The outbox (effects) and what it posted where (posts). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('effects')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('workspace_id', 'text', c => c.notNull())
    .addColumn('lane', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('wish', 'text', c => c.notNull())
    .addColumn('needs', 'text', c => c.notNull())
    .addColumn('batch', 'text', c => c.notNull())
    .addColumn('on_failure', 'text')
    .addColumn('state', 'text', c =>
      c.notNull().check(sql`state in ('waiting', 'intended', 'parked', 'done', 'failed', 'skipped')`),
    )
    .addColumn('attempts', 'integer', c => c.notNull())
    .addColumn('due_at', 'bigint', c => c.notNull())
    .addColumn('intended_at', 'bigint')
    .addColumn('claimed_until', 'bigint')
    .addColumn('error', 'text')
    .addColumn('settled_at', 'bigint')
    .addForeignKeyConstraint('effects_cop', ['network_id', 'cop_id'], 'cops', ['network_id', 'id'])
    .addForeignKeyConstraint('effects_workspace', ['network_id', 'workspace_id'], 'workspaces', ['network_id', 'id'])
    .execute();
  await db.schema
    .createIndex('effects_open')
    .on('effects')
    .columns(['lane', 'id'])
    .where(sql.ref('settled_at'), 'is', sql.lit(null))
    .execute();
  await db.schema.createIndex('effects_batch').on('effects').columns(['batch']).execute();

  await db.schema
    .createTable('posts')
    .addColumn('effect_id', 'text', c => c.primaryKey().references('effects.id'))
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('workspace_id', 'text', c => c.notNull())
    .addColumn('message', 'text', c => c.notNull())
    .addColumn('about_kind', 'text', c => c.notNull())
    .addColumn('about_id', 'text', c => c.notNull())
    .addColumn('channel_id', 'text', c => c.notNull())
    .addColumn('message_id', 'text', c => c.notNull())
    .addForeignKeyConstraint('posts_workspace', ['network_id', 'workspace_id'], 'workspaces', ['network_id', 'id'])
    .execute();
  await db.schema.createIndex('posts_about').on('posts').columns(['network_id', 'about_id', 'message']).execute();
}
