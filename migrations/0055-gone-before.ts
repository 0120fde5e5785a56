import { type Kysely, sql } from 'kysely';

/** Why a request or an invitation doesn't stand any more, where it is that they had left. Until now a request said so by who had said yes to it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['join_requests', 'invitations'])
    await db.schema.alterTable(table).addColumn('withdrawn_as', 'text').execute();
  await sql`update join_requests set withdrawn_as = 'gone'
    where state = 'withdrawn' and decided_by is not null and decided_by <> person_id`.execute(db);
}
