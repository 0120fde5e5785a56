import { type Kysely, sql } from 'kysely';

/** Whose space it was before they lived on in another one: found when it is deleted later. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index cops_former_space on cops (workspace_id, former_space_id) where former_space_id is not null`.execute(
    db,
  );
}
