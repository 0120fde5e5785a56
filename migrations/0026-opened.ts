import type { Kysely } from 'kysely';
import { widened } from './support/widened.ts';

/** A space that others than its members may see, and by whom; a facilitator who may do less in it than before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await widened(db, 'differences', "'people', 'space'", "'opened', 'rights'", 'kind');
  await db.schema.alterTable('differences').addColumn('seen_by', 'text').execute();
}
