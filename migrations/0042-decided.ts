import { type Kysely, sql } from 'kysely';

/** Who looked after a CoP when: what was done about it, by when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index audit_of_cop on audit (about_id, at) where about_kind = 'cop'`.execute(db);
}
