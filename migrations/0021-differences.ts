import { type Kysely, sql } from 'kysely';

/** What was found to be otherwise than the store has it, and waits for somebody's word. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('differences')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull().check(sql`kind in ('people', 'space')`))
    .addColumn('people', 'text', c => c.notNull())
    .addColumn('found_at', 'bigint', c => c.notNull())
    .addColumn('settled_at', 'bigint')
    .addColumn('settled_as', 'text', c => c.check(sql`settled_as in ('put-back', 'right')`))
    .addForeignKeyConstraint('differences_cop', ['network_id', 'cop_id'], 'cops', ['network_id', 'id'])
    .execute();
  await db.schema
    .createIndex('differences_open')
    .unique()
    .on('differences')
    .columns(['cop_id', 'kind'])
    .where(sql.ref('settled_at'), 'is', null)
    .execute();
}
