import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import * as invited from '../../domain/invitation.ts';
import * as requested from '../../domain/join-request.ts';
import * as invitations from '../../store/invitations.ts';
import * as joinRequests from '../../store/join-requests.ts';
import * as onTheWayIn from '../../store/on-the-way-in.ts';
import type { Scope } from '../command.ts';
import { reviseCopies } from '../effects.ts';

/** Somebody who was told yes, or has said yes, is not to come in after all: what was answered is answered otherwise, and its cards say so. False where nothing was. */
export async function turnBack(
  { tx, now, after }: Pick<Scope<unknown>, 'tx' | 'now' | 'after'>,
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
  }
  if (invitation) {
    await invitations.save(
      tx,
      by === 'gone' ? invited.endGone(invitation, now) : invited.turnedBack(invitation, by, now),
    );
    after(lane.person(person), reviseCopies(cop, 'invitation', { kind: 'invitation', id: invitation.id }));
  }
  return request !== undefined || invitation !== undefined;
}
