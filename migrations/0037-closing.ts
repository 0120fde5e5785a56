import type { Kysely } from 'kysely';

/**
 * A CoP that is to be closed on a day: who asked for it, what is kept of it, and who asked to wait. Who would like to be named in what is
 * kept, and to have it, stands with their membership. How often a document was opened in its library, by nobody's name.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('cops').addColumn('closes_at', 'bigint').execute();
  await db.schema.alterTable('memberships').addColumn('named', 'integer').execute();
  await db.schema.alterTable('memberships').addColumn('wants_harvest', 'integer').execute();
  await db.schema
    .alterTable('documents')
    .addColumn('opened', 'integer', c => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('closings')
    .addColumn('cop_id', 'text', c => c.primaryKey().references('cops.id'))
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('asked_by', 'text', c => c.notNull().references('persons.id'))
    .addColumn('asked_at', 'bigint', c => c.notNull())
    .addColumn('due_at', 'bigint', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('waits_for', 'text', c => c.references('persons.id'))
    .addColumn('keeps_roles', 'integer', c => c.notNull())
    .addColumn('keeps_library', 'integer', c => c.notNull())
    .addColumn('story', 'text')
    .addColumn('other_story', 'text')
    .addColumn('space', 'text', c => c.notNull())
    .execute();
}
