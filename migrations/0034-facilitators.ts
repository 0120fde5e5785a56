import { type Kysely, sql } from 'kysely';

/** Since when somebody facilitates a CoP, where that isn't since they are in it; and what exactly somebody is asked, with a line. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('memberships').addColumn('facilitates_since', 'bigint').execute();
  await db.schema
    .alterTable('nominations')
    .addColumn('way', 'text', c => c.notNull().defaultTo('first'))
    .execute();
  await db.schema.alterTable('nominations').addColumn('words', 'text').execute();
  for (const [asked, whose] of [
    ['nominations', 'nominee_id'],
    ['stand_ins', 'person_id'],
  ] as const) {
    const answered = sql`select max(a.decided_at) from ${sql.table(asked)} a where a.cop_id = memberships.cop_id
      and ${sql.ref(`a.${whose}`)} = memberships.person_id and a.state = 'accepted'`;
    await sql`update memberships set facilitates_since = (${answered})
      where role = 'facilitator' and facilitates_since is null`.execute(db);
  }
}
