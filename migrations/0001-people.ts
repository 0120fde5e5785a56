import type { Kysely } from 'kysely';

/** Networks, and who belongs to them: workspaces, persons and their accounts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('networks')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('created_at', 'bigint', c => c.notNull())
    .execute();

  await db.schema
    .createTable('workspaces')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addUniqueConstraint('workspaces_in_network', ['network_id', 'id'])
    .execute();

  await db.schema
    .createTable('persons')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addUniqueConstraint('persons_in_network', ['network_id', 'id'])
    .execute();

  await db.schema
    .createTable('accounts')
    .addColumn('workspace_id', 'text', c => c.notNull())
    .addColumn('external_id', 'text', c => c.notNull())
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('accounts_once', ['workspace_id', 'external_id'])
    .addUniqueConstraint('accounts_one_a_workspace', ['person_id', 'workspace_id'])
    .addForeignKeyConstraint('accounts_workspace', ['network_id', 'workspace_id'], 'workspaces', ['network_id', 'id'])
    .addForeignKeyConstraint('accounts_person', ['network_id', 'person_id'], 'persons', ['network_id', 'id'])
    .execute();
}
