/** How much stands in the outbox, for whoever runs the bot. */
import { sql } from 'kysely';
import type { Reader } from './engine.ts';

export async function counted(
  reader: Reader,
): Promise<{ readonly waiting: number; readonly parked: number; readonly failed: number }> {
  const many = (which: string) => sql<number>`sum(case when ${sql.raw(which)} then 1 else 0 end)`;
  const row = await reader
    .selectFrom('effects')
    .select([
      many("state in ('waiting', 'intended')").as('waiting'),
      many("state = 'parked'").as('parked'),
      many("state = 'failed'").as('failed'),
    ])
    .executeTakeFirst();
  const { waiting, parked, failed } = row ?? {};
  return { waiting: Number(waiting ?? 0), parked: Number(parked ?? 0), failed: Number(failed ?? 0) };
}
