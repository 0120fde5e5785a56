/** Who was approved, or has said yes, and has not been let in yet. */
import type { CopId, NetworkId, PersonId } from '../domain/ids.ts';
import type { Invitation } from '../domain/invitation.ts';
import type { JoinRequest } from '../domain/join-request.ts';
import type { Reader, Tx } from './engine.ts';
import { invitationFrom } from './invitations.ts';
import { requestFrom } from './join-requests.ts';

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

/** By which of what was answered somebody is on the way in: nothing, where it is otherwise. */
export async function comingBy(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  person: PersonId,
): Promise<{ readonly request: JoinRequest | undefined; readonly invitation: Invitation | undefined }> {
  const request = await reader
    .selectFrom('join_requests as r')
    .innerJoin('memberships as m', join =>
      join.onRef('m.cop_id', '=', 'r.cop_id').onRef('m.person_id', '=', 'r.person_id'),
    )
    .selectAll('r')
    .where('r.network_id', '=', network)
    .where('r.person_id', '=', person)
    .where('r.cop_id', '=', cop)
    .where('r.state', '=', 'approved')
    .where('m.state', '=', 'joining')
    .whereRef('r.decided_at', '=', 'm.since')
    .executeTakeFirst();
  const invitation = await reader
    .selectFrom('invitations as i')
    .innerJoin('memberships as m', join =>
      join.onRef('m.cop_id', '=', 'i.cop_id').onRef('m.person_id', '=', 'i.invitee_id'),
    )
    .selectAll('i')
    .where('i.network_id', '=', network)
    .where('i.invitee_id', '=', person)
    .where('i.cop_id', '=', cop)
    .where('i.state', '=', 'accepted')
    .where('m.state', '=', 'joining')
    .whereRef('i.decided_at', '=', 'm.since')
    .executeTakeFirst();
  return { request: request && requestFrom(request), invitation: invitation && invitationFrom(invitation) };
}

/** Whoever facilitates it is one of those who can open it again, though they never saw its space. */
export async function countFacilitatorsIn(tx: Tx, cop: CopId): Promise<void> {
  await joining(tx, cop).set({ state: 'member' }).where('role', '=', 'facilitator').execute();
}

const joining = (tx: Tx, cop: CopId) =>
  tx.updateTable('memberships').where('cop_id', '=', cop).where('state', '=', 'joining');
