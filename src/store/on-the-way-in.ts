/** Who was approved, or has said yes, and has not been let in yet. */
import type { CopId, NetworkId } from '../domain/ids.ts';
import type { Tx } from './engine.ts';

/**
 * Nobody lets them in any more: they are out, and what was answered for them waits again, to be settled with all else that waits. But
 * for who facilitates it: it is theirs.
 */
export async function turnBack(tx: Tx, network: NetworkId, cop: CopId): Promise<void> {
  const turned = await joining(tx, cop)
    .set({ state: 'left' })
    .where('role', '<>', 'facilitator')
    .returning(['person_id as person', 'since'])
    .execute();
  for (const { person, since } of turned) {
    await tx
      .updateTable('join_requests')
      .set(eb => ({ state: 'pending', decided_at: null, decided_by: null, version: eb('version', '+', 1) }))
      .where('network_id', '=', network)
      .where('person_id', '=', person)
      .where('cop_id', '=', cop)
      .where('state', '=', 'approved')
      .where('decided_at', '=', since)
      .execute();
    await tx
      .updateTable('invitations')
      .set(eb => ({ state: 'pending', decided_at: null, version: eb('version', '+', 1) }))
      .where('network_id', '=', network)
      .where('invitee_id', '=', person)
      .where('cop_id', '=', cop)
      .where('state', '=', 'accepted')
      .where('decided_at', '=', since)
      .execute();
  }
}

/** Whoever facilitates it is one of those who can open it again, though they never saw its space. */
export async function countFacilitatorsIn(tx: Tx, cop: CopId): Promise<void> {
  await joining(tx, cop).set({ state: 'member' }).where('role', '=', 'facilitator').execute();
}

const joining = (tx: Tx, cop: CopId) =>
  tx.updateTable('memberships').where('cop_id', '=', cop).where('state', '=', 'joining');
