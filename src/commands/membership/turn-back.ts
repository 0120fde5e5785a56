import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { JoinRequestId, PersonId } from '../../domain/ids.ts';
import * as invited from '../../domain/invitation.ts';
import * as requested from '../../domain/join-request.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as invitations from '../../store/invitations.ts';
import * as joinRequests from '../../store/join-requests.ts';
import * as onTheWayIn from '../../store/on-the-way-in.ts';
import type { Scope } from '../command.ts';
import { post, reviseCopies } from '../effects.ts';

type Working = Pick<Scope<unknown>, 'tx' | 'now' | 'after'>;

/** Somebody who was told yes, or has said yes, is not to come in after all: what was answered is answered otherwise, and its cards say so. False where nothing was. */
export async function turnBack(
  { tx, now, after }: Working,
  cop: Cop,
  person: PersonId,
  by: PersonId | 'gone',
): Promise<boolean> {
  const { request, invitation } = await onTheWayIn.comingBy(tx, cop.networkId, cop.id, person);
  if (request) {
    await joinRequests.save(
      tx,
      by === 'gone' ? requested.endGone(request, now) : requested.turnedBack(request, by, now),
    );
    after(lane.cop(cop.id), reviseCopies(cop, 'join-request', { kind: 'join-request', id: request.id }));
    if (by === 'gone') await requestCameToNothing({ tx, after }, cop, request.id);
  }
  if (invitation) {
    await invitations.save(
      tx,
      by === 'gone' ? invited.endGone(invitation, now) : invited.turnedBack(invitation, by, now),
    );
    after(lane.person(person), reviseCopies(cop, 'invitation', { kind: 'invitation', id: invitation.id }));
    if (by === 'gone') invitationCameToNothing({ after }, cop, invitation);
  }
  return request !== undefined || invitation !== undefined;
}

/** A facilitator had said yes: each of them hears that nobody came of it. */
export async function requestCameToNothing(
  { tx, after }: Pick<Working, 'tx' | 'after'>,
  cop: Cop,
  id: JoinRequestId,
): Promise<void> {
  const about = { kind: 'join-request', id } as const;
  for (const facilitator of await facilitating.ofCop(tx, cop.networkId, cop.id, cop.workspace))
    after(lane.person(facilitator.id), post(cop, 'join-request-not-admitted', facilitator.id, about));
}

/** They had said yes: whoever invited them hears that they didn't come in. */
export function invitationCameToNothing(
  { after }: Pick<Working, 'after'>,
  cop: Cop,
  { id, inviterId }: Pick<invited.Invitation, 'id' | 'inviterId'>,
): void {
  after(lane.person(inviterId), post(cop, 'invitation-not-admitted', inviterId, { kind: 'invitation', id }));
}
