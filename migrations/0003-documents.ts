import type { Kysely } from 'kysely';

/** The libraries. `folded` is what is searched: title and why, without case and accents. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('documents')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('title', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('permalink', 'text', c => c.notNull())
    .addColumn('url', 'text')
    .addColumn('message_key', 'text', c => c.notNull())
    .addColumn('shared_by', 'text', c => c.notNull())
    .addColumn('shared_at', 'bigint', c => c.notNull())
    .addColumn('saved_by', 'text', c => c.notNull())
    .addColumn('saved_at', 'bigint', c => c.notNull())
    .addColumn('why', 'text')
    .addColumn('untitled', 'integer', c => c.notNull())
    .addColumn('folded', 'text', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull())
    .addUniqueConstraint('documents_once', ['cop_id', 'message_key'])
    .addForeignKeyConstraint('documents_cop', ['network_id', 'cop_id'], 'cops', ['network_id', 'id'])
    .addForeignKeyConstraint('documents_sharer', ['network_id', 'shared_by'], 'persons', ['network_id', 'id'])
    .addForeignKeyConstraint('documents_saver', ['network_id', 'saved_by'], 'persons', ['network_id', 'id'])
    .execute();
  await db.schema
    .createIndex('documents_latest')
    .on('documents')
    .columns(['network_id', 'cop_id', 'saved_at'])
    .execute();
}
