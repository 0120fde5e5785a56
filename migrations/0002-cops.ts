import { type Kysely, sql } from 'kysely';

/** CoPs and who is in them, asks in, is asked to facilitate, carries a role. Every reference stays within one network. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('cops')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('workspace_id', 'text', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('name_key', 'text', c => c.notNull())
    .addColumn('slug', 'text', c => c.notNull())
    .addColumn('domain', 'text', c => c.notNull())
    .addColumn('folded', 'text', c => c.notNull())
    .addColumn('statement', 'text')
    .addColumn('state', 'text', c => c.notNull().check(sql`state in ('starting', 'open', 'not-started')`))
    .addColumn('space_id', 'text')
    .addColumn('space_name', 'text')
    .addColumn('starter_id', 'text', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addUniqueConstraint('cops_in_network', ['network_id', 'id'])
    .addUniqueConstraint('cops_slug', ['network_id', 'slug'])
    .addUniqueConstraint('cops_space', ['workspace_id', 'space_id'])
    .addForeignKeyConstraint('cops_workspace', ['network_id', 'workspace_id'], 'workspaces', ['network_id', 'id'])
    .addForeignKeyConstraint('cops_starter', ['network_id', 'starter_id'], 'persons', ['network_id', 'id'])
    .execute();
  await db.schema
    .createIndex('cops_name')
    .on('cops')
    .columns(['network_id', 'name_key'])
    .unique()
    .where(sql.ref('state'), '<>', sql.lit('not-started'))
    .execute();

  await db.schema
    .createTable('memberships')
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull().check(sql`state in ('joining', 'member', 'left')`))
    .addColumn('role', 'text', c => c.notNull().check(sql`role in ('member', 'facilitator')`))
    .addColumn('since', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('memberships_once', ['cop_id', 'person_id'])
    .addForeignKeyConstraint('memberships_cop', ['network_id', 'cop_id'], 'cops', ['network_id', 'id'])
    .addForeignKeyConstraint('memberships_person', ['network_id', 'person_id'], 'persons', ['network_id', 'id'])
    .execute();
  await db.schema.createIndex('memberships_of_person').on('memberships').columns(['network_id', 'person_id']).execute();

  await db.schema
    .createTable('join_requests')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull())
    .addColumn('words', 'text')
    .addColumn('state', 'text', c => c.notNull().check(sql`state in ('pending', 'approved', 'declined', 'withdrawn')`))
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'bigint')
    .addColumn('reason', 'text')
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addUniqueConstraint('join_requests_in_network', ['network_id', 'id'])
    .addForeignKeyConstraint('join_requests_cop', ['network_id', 'cop_id'], 'cops', ['network_id', 'id'])
    .addForeignKeyConstraint('join_requests_person', ['network_id', 'person_id'], 'persons', ['network_id', 'id'])
    .addForeignKeyConstraint('join_requests_decider', ['network_id', 'decided_by'], 'persons', ['network_id', 'id'])
    .execute();
  await db.schema
    .createIndex('join_requests_one_pending')
    .on('join_requests')
    .columns(['cop_id', 'person_id'])
    .unique()
    .where(sql.ref('state'), '=', sql.lit('pending'))
    .execute();
  await db.schema
    .createIndex('join_requests_of_person')
    .on('join_requests')
    .columns(['network_id', 'person_id', 'created_at'])
    .execute();

  await db.schema
    .createTable('nominations')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('nominee_id', 'text', c => c.notNull())
    .addColumn('nominator_id', 'text', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull().check(sql`state in ('pending', 'accepted', 'declined')`))
    .addColumn('decided_at', 'bigint')
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addForeignKeyConstraint('nominations_cop', ['network_id', 'cop_id'], 'cops', ['network_id', 'id'])
    .addForeignKeyConstraint('nominations_nominee', ['network_id', 'nominee_id'], 'persons', ['network_id', 'id'])
    .addForeignKeyConstraint('nominations_nominator', ['network_id', 'nominator_id'], 'persons', ['network_id', 'id'])
    .execute();
  await db.schema
    .createIndex('nominations_one_pending')
    .on('nominations')
    .columns(['cop_id', 'nominee_id'])
    .unique()
    .where(sql.ref('state'), '=', sql.lit('pending'))
    .execute();

  await db.schema
    .createTable('core_roles')
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull())
    .addColumn('role', 'text', c => c.notNull())
    .addColumn('since', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('core_roles_once', ['cop_id', 'person_id', 'role'])
    .addForeignKeyConstraint('core_roles_membership', ['cop_id', 'person_id'], 'memberships', ['cop_id', 'person_id'])
    .addForeignKeyConstraint('core_roles_cop', ['network_id', 'cop_id'], 'cops', ['network_id', 'id'])
    .execute();
}
