/** Presses at the same moment: on PostgreSQL they really meet, held up at a row that each of them comes to after it has looked around. */
import { type RawBuilder, sql } from 'kysely';
import type { Store } from '../../src/store/engine.ts';

/** Begun one after the other while `row` is held, each as far as it gets; then let go. On SQLite there is nothing to hold: they queue. */
export async function atOnce<T>(
  { db, engine }: Store,
  row: RawBuilder<unknown>,
  presses: readonly (() => Promise<T>)[],
): Promise<readonly T[]> {
  if (engine === 'sqlite') return Promise.all(presses.map(press => press()));
  const begun: Promise<T>[] = [];
  await db.transaction().execute(async tx => {
    await sql`${row} for update`.execute(tx);
    for (const press of presses) {
      begun.push(press());
      await heldUp(begun.length);
    }
  });
  return Promise.all(begun);

  async function heldUp(many: number): Promise<void> {
    for (;;) {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
        db,
      );
      if (rows[0]?.n === many) return;
    }
  }
}
