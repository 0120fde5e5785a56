import { type Kysely, sql } from 'kysely';

/** Who facilitates a CoP for three months, to try it: found where it is opened again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index nominations_on_trial on nominations (cop_id) where way = 'trial' and state = 'accepted'`.execute(
    db,
  );
}
