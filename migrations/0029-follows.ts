import { type Kysely, sql } from 'kysely';

/** What an effect comes after, whatever becomes of that. And what a facilitator was sent is the five things of a week now, not the whole guide. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('effects')
    .addColumn('follows', 'text', c => c.notNull().defaultTo('[]'))
    .execute();
  await sql`update posts set message = 'first-week' where message = 'guide-step-by-step'`.execute(db);
  await sql`update effects set wish = replace(wish, '"guide-step-by-step"', '"first-week"')
    where kind = 'post' and wish like '%"guide-step-by-step"%'`.execute(db);
}
