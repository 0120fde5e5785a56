/** What is still to be done in the space of one CoP. */

import { inSpace } from '../domain/effect.ts';
import type { CopId, EffectId, NetworkId } from '../domain/ids.ts';
import { effectFrom, type StoredEffect, settle } from './effects.ts';
import { dialectOf, type Tx } from './engine.ts';
import { said, saidBelow } from './pieces.ts';

/** What opens the space of a CoP that has none yet. */
export async function opening(tx: Tx, network: NetworkId, cop: CopId): Promise<readonly EffectId[]> {
  const rows = await tx
    .selectFrom('effects')
    .select('id')
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('kind', '=', 'open-space')
    .where('settled_at', 'is', null)
    .execute();
  return rows.map(row => row.id);
}

/** Whoever is to be taken out of it is, now that the space is back. */
export async function takeOutNow(tx: Tx, network: NetworkId, cop: CopId): Promise<void> {
  await tx
    .updateTable('effects')
    .set({ due_at: 0 })
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('kind', '=', 'remove')
    .where('settled_at', 'is', null)
    .where('state', '=', 'waiting')
    .execute();
}

/** The space is gone: what was still to be done there is not; what is being done just now finds that out by itself. Answers what was left. */
export async function leaveSpace(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  now: number,
): Promise<readonly StoredEffect[]> {
  const rows = await tx
    .selectFrom('effects')
    .selectAll()
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('settled_at', 'is', null)
    .where('claimed_until', 'is', null)
    .where(eb =>
      eb.or([
        eb('kind', 'in', inSpace),
        eb.and([eb('kind', '=', 'post'), dialectOf(tx).holds('wish', said({ to: 'space' }))]),
        eb.and([eb('kind', '=', 'post'), dialectOf(tx).holds('wish', said({ message: 'first-week' }))]),
        eb.and([eb('kind', '=', 'post'), dialectOf(tx).holds('wish', saidBelow)]),
      ]),
    )
    .execute();
  const left = rows.map(effectFrom);
  await settle(tx, left, 'skipped', now);
  return left;
}
