import type { Kysely } from 'kysely';

/** Which server role goes with which role of a CoP, and who was given one for it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('server_roles')
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('workspace_id', 'text', c => c.notNull())
    .addColumn('role', 'text', c => c.notNull())
    .addColumn('external_id', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('server_roles_once', ['workspace_id', 'role'])
    .addForeignKeyConstraint('server_roles_workspace', ['network_id', 'workspace_id'], 'workspaces', [
      'network_id',
      'id',
    ])
    .execute();
  await db.schema
    .createTable('server_role_grants')
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('workspace_id', 'text', c => c.notNull())
    .addColumn('external_id', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('server_role_grants_once', ['workspace_id', 'external_id', 'person_id'])
    .addForeignKeyConstraint('server_role_grants_workspace', ['network_id', 'workspace_id'], 'workspaces', [
      'network_id',
      'id',
    ])
    .addForeignKeyConstraint('server_role_grants_person', ['network_id', 'person_id'], 'persons', ['network_id', 'id'])
    .execute();
}
