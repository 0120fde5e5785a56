import { type Kysely, sql } from 'kysely';

/** CoPs that nobody looks after, since when, whether their members were asked; and who of them would. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('cops').addColumn('unattended_since', 'bigint').execute();
  await db.schema.alterTable('cops').addColumn('members_asked_at', 'bigint').execute();
  await db.schema
    .createTable('stand_ins')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull().check(sql`state in ('pending', 'accepted', 'declined', 'withdrawn')`))
    .addColumn('objected_at', 'bigint')
    .addColumn('decider_id', 'text')
    .addColumn('decided_at', 'bigint')
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addForeignKeyConstraint('stand_ins_cop', ['network_id', 'cop_id'], 'cops', ['network_id', 'id'])
    .addForeignKeyConstraint('stand_ins_decider', ['network_id', 'decider_id'], 'persons', ['network_id', 'id'])
    .addForeignKeyConstraint('stand_ins_person', ['network_id', 'person_id'], 'persons', ['network_id', 'id'])
    .execute();
  await db.schema
    .createIndex('stand_ins_one_pending')
    .on('stand_ins')
    .column('cop_id')
    .unique()
    .where(sql.ref('state'), '=', sql.lit('pending'))
    .execute();
}
