import { type Kysely, sql } from 'kysely';

/**
 * Core roles as offers: who carries which and for how long, a network's own besides the five, and whom somebody thinks of. Roles could
 * be kept before, but nobody could take one up: the table is made anew, with an id to be asked about and room for those who stepped back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('network_roles')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('name_key', 'text', c => c.notNull())
    .addColumn('line', 'text', c => c.notNull())
    .addColumn('removed_at', 'bigint')
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addUniqueConstraint('network_roles_in_network', ['network_id', 'id'])
    .execute();
  await db.schema
    .createIndex('network_roles_name')
    .on('network_roles')
    .columns(['network_id', 'name_key'])
    .unique()
    .where(sql.ref('removed_at'), 'is', null)
    .execute();

  await db.schema.dropTable('core_roles').execute();
  await db.schema
    .createTable('core_roles')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull())
    .addColumn('role', 'text', c => c.notNull())
    .addColumn('network_role_id', 'text', c => c.check(sql`network_role_id is null or network_role_id = role`))
    .addColumn('since', 'bigint', c => c.notNull())
    .addColumn('ends_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('version', 'integer', c => c.notNull())
    .addForeignKeyConstraint('core_roles_membership', ['cop_id', 'person_id'], 'memberships', ['cop_id', 'person_id'])
    .addForeignKeyConstraint('core_roles_cop', ['network_id', 'cop_id'], 'cops', ['network_id', 'id'])
    .addForeignKeyConstraint('core_roles_person', ['network_id', 'person_id'], 'persons', ['network_id', 'id'])
    .addForeignKeyConstraint('core_roles_own', ['network_id', 'network_role_id'], 'network_roles', ['network_id', 'id'])
    .execute();
  await db.schema
    .createIndex('core_roles_once')
    .on('core_roles')
    .columns(['cop_id', 'role', 'person_id'])
    .unique()
    .where(sql.ref('ended_at'), 'is', null)
    .execute();
  await db.schema.createIndex('core_roles_of_own').on('core_roles').columns(['network_role_id']).execute();

  await db.schema
    .createTable('role_suggestions')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('role', 'text', c => c.notNull())
    .addColumn('network_role_id', 'text', c => c.check(sql`network_role_id is null or network_role_id = role`))
    .addColumn('person_id', 'text', c => c.notNull())
    .addColumn('suggester_id', 'text', c => c.notNull())
    .addColumn('words', 'text')
    .addColumn('state', 'text', c => c.notNull().check(sql`state in ('pending', 'accepted', 'declined', 'withdrawn')`))
    .addColumn('decided_at', 'bigint')
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addForeignKeyConstraint('role_suggestions_cop', ['network_id', 'cop_id'], 'cops', ['network_id', 'id'])
    .addForeignKeyConstraint('role_suggestions_person', ['network_id', 'person_id'], 'persons', ['network_id', 'id'])
    .addForeignKeyConstraint('role_suggestions_membership', ['cop_id', 'person_id'], 'memberships', [
      'cop_id',
      'person_id',
    ])
    .addForeignKeyConstraint('role_suggestions_suggester', ['network_id', 'suggester_id'], 'persons', [
      'network_id',
      'id',
    ])
    .addForeignKeyConstraint('role_suggestions_own', ['network_id', 'network_role_id'], 'network_roles', [
      'network_id',
      'id',
    ])
    .execute();
  await db.schema
    .createIndex('role_suggestions_one_pending')
    .on('role_suggestions')
    .columns(['cop_id', 'role', 'person_id'])
    .unique()
    .where(sql.ref('state'), '=', sql.lit('pending'))
    .execute();
  await db.schema
    .createIndex('role_suggestions_of_person')
    .on('role_suggestions')
    .columns(['network_id', 'person_id'])
    .execute();
  await offeredByAndBy(db);
}

/** 92 days: as long as three months get. */
const threeMonths = 92 * 24 * 3600_000;

/** CoPs that were there before: their welcome names what nobody carries, too, once they are three months old. A CoP's id is no other effect's. */
async function offeredByAndBy(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into effects (id, network_id, cop_id, workspace_id, lane, kind, wish, needs, batch, state, attempts, due_at)
    select id, network_id, id, workspace_id, 'cop:' || id, 'revise',
      '{"kind":"revise","cop":"' || id || '","message":"cop-welcome","about":{"kind":"cop","id":"' || id || '"}}',
      '[]', id, 'waiting', 0, created_at + ${sql.lit(threeMonths)}
    from cops where state = 'open' and space_id is not null`.execute(db);
}
