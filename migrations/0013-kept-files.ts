import type { Kysely } from 'kysely';

/**
 * Files of documents that stand beside the database, by what is in them. `kept_files` names every one that may be on disc, written
 * before it is and deleted after it was: so none is ever left there unknown. Whose they are says `document_files` alone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('kept_files')
    .addColumn('sha256', 'text', c => c.primaryKey())
    .addColumn('noted_at', 'bigint', c => c.notNull())
    .execute();
  await db.schema.createIndex('documents_of_network').on('documents').columns(['network_id', 'id']).unique().execute();
  await db.schema
    .createTable('document_files')
    .addColumn('document_id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('sha256', 'text', c => c.notNull().references('kept_files.sha256'))
    .addColumn('bytes', 'bigint', c => c.notNull())
    .addColumn('mime', 'text', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('kept_at', 'bigint', c => c.notNull())
    .addForeignKeyConstraint(
      'document_files_document',
      ['network_id', 'document_id'],
      'documents',
      ['network_id', 'id'],
      c => c.onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('document_files_sha256').on('document_files').columns(['sha256']).execute();
}
