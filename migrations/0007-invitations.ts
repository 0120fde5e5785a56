import { type Kysely, sql } from 'kysely';

/**
 * Who is invited in, how the core statement changed, which CoPs are in nobody's list, and which are closed. That a CoP is closed is a
 * time beside its state: SQLite can't change what a column may hold without building the table anew.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('invitations')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('invitee_id', 'text', c => c.notNull())
    .addColumn('inviter_id', 'text', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull().check(sql`state in ('pending', 'accepted', 'declined', 'withdrawn')`))
    .addColumn('decided_at', 'bigint')
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addForeignKeyConstraint('invitations_cop', ['network_id', 'cop_id'], 'cops', ['network_id', 'id'])
    .addForeignKeyConstraint('invitations_invitee', ['network_id', 'invitee_id'], 'persons', ['network_id', 'id'])
    .addForeignKeyConstraint('invitations_inviter', ['network_id', 'inviter_id'], 'persons', ['network_id', 'id'])
    .execute();
  await db.schema
    .createIndex('invitations_one_pending')
    .on('invitations')
    .columns(['cop_id', 'invitee_id'])
    .unique()
    .where(sql.ref('state'), '=', sql.lit('pending'))
    .execute();
  await db.schema
    .createIndex('invitations_of_invitee')
    .on('invitations')
    .columns(['network_id', 'invitee_id', 'created_at'])
    .execute();

  await db.schema
    .createTable('statements')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('cop_id', 'text', c => c.notNull())
    .addColumn('words', 'text')
    .addColumn('by', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addForeignKeyConstraint('statements_cop', ['network_id', 'cop_id'], 'cops', ['network_id', 'id'])
    .addForeignKeyConstraint('statements_by', ['network_id', 'by'], 'persons', ['network_id', 'id'])
    .execute();
  await db.schema.createIndex('statements_of_cop').on('statements').columns(['cop_id', 'id']).execute();
  await sql`insert into statements (id, network_id, cop_id, words, "by", at) select id, network_id, id, statement, starter_id, created_at from cops where statement is not null`.execute(
    db,
  );

  await db.schema.alterTable('cops').addColumn('closed_at', 'bigint').execute();
  await db.schema
    .alterTable('cops')
    .addColumn('unlisted', 'integer', c => c.notNull().defaultTo(0))
    .execute();
  await db.schema.dropIndex('cops_name').execute();
  await sql`create unique index cops_name on cops (network_id, name_key) where state <> 'not-started' and closed_at is null`.execute(
    db,
  );
  await sql`create unique index cops_page on cops (substr(id, 17))`.execute(db);
}
