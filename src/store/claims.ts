/**
 * Who is at work on an effect: whoever wrote the time until which it is theirs. That time grows with every taker, so it also says
 * whose claim it is.
 */
import { sql } from 'kysely';
import type { EffectId } from '../domain/ids.ts';
import type { StoredEffect } from './effects.ts';
import { type Db, dialectOf, type Tx } from './engine.ts';

/** Writes the intent: only one taker succeeds, and only until the claim runs out. `mine`: an earlier claim of the same taker's, that counts as one try with this. */
export async function claim(
  db: Db,
  effect: StoredEffect,
  now: number,
  forMs: number,
  mine?: number,
): Promise<number | undefined> {
  const row = await db
    .updateTable('effects')
    .set({
      state: 'intended',
      attempts: effect.attempts + (mine === undefined ? 1 : 0),
      intended_at: effect.intendedAt ?? now,
      claimed_until: sql<number>`${dialectOf(db).now(now)} + ${sql.lit(forMs)}`,
    })
    .where('id', '=', effect.id)
    .where('attempts', '=', effect.attempts)
    .where('settled_at', 'is', null)
    .where(eb =>
      eb.or([
        eb('claimed_until', 'is', null),
        eb('claimed_until', '<', dialectOf(db).now(now)),
        ...(mine === undefined ? [] : [eb('claimed_until', '=', mine)]),
      ]),
    )
    .returning('claimed_until')
    .executeTakeFirst();
  return row?.claimed_until ?? undefined;
}

/** Nothing, where somebody else has taken it over. */
export async function renew(
  db: Db,
  id: EffectId,
  mine: number,
  now: number,
  forMs: number,
): Promise<number | undefined> {
  const row = await db
    .updateTable('effects')
    .set({ claimed_until: sql<number>`${dialectOf(db).now(now)} + ${sql.lit(forMs)}` })
    .where('id', '=', id)
    .where('claimed_until', '=', mine)
    .where('settled_at', 'is', null)
    .returning('claimed_until')
    .executeTakeFirst();
  return row?.claimed_until ?? undefined;
}

/** Locks it for the transaction that writes what became of it; false where it is somebody else's by now. */
export async function hold(tx: Tx, id: EffectId, mine: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('effects')
    .set({ claimed_until: mine })
    .where('id', '=', id)
    .where('claimed_until', '=', mine)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** After a crash of the only process there is: nobody is at work on anything any more. */
export async function releaseClaims(db: Db): Promise<void> {
  await db
    .updateTable('effects')
    .set({ claimed_until: null })
    .where('settled_at', 'is', null)
    .where('claimed_until', 'is not', null)
    .execute();
}
