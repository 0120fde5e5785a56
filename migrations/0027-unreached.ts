import type { Kysely } from 'kysely';

/** Whom a join request could not be brought to: until something about it reaches them, they don't know of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('unreached')
    .addColumn('network_id', 'text', c => c.notNull())
    .addColumn('request_id', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull())
    .addColumn('since', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('unreached_once', ['request_id', 'person_id'])
    .addForeignKeyConstraint('unreached_request', ['network_id', 'request_id'], 'join_requests', ['network_id', 'id'])
    .addForeignKeyConstraint('unreached_person', ['network_id', 'person_id'], 'persons', ['network_id', 'id'])
    .execute();
}
