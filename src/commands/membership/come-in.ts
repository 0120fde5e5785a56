import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import { settledByHand } from '../../domain/join-request.ts';
import { joining } from '../../domain/membership.ts';
import * as differences from '../../store/differences.ts';
import * as invitations from '../../store/invitations.ts';
import * as joinRequests from '../../store/join-requests.ts';
import * as memberships from '../../store/memberships.ts';
import type { Scope } from '../command.ts';
import { lookAfterAgain } from '../cop/look-after.ts';
import { makeFacilitator, makeMember, reviseCopies } from '../effects.ts';

/** Somebody brought them in by hand: they are a member, and what they had asked for is settled. False where they were. */
export async function comeIn(
  { tx, now, after }: Pick<Scope<unknown>, 'tx' | 'now' | 'after'>,
  cop: Cop,
  person: PersonId,
): Promise<boolean> {
  const { networkId: network, id } = cop;
  const before = await memberships.of(tx, network, id, person);
  if (before?.state === 'member') return false;
  const back = await differences.takeBack(tx, network, id, person, now);
  const role = before && before.state !== 'left' ? before.role : (back?.role ?? 'member');
  await memberships.save(tx, {
    ...joining({ networkId: network, copId: id, personId: person }, now, role),
    state: 'member',
  });
  if (back) after(lane.cop(id), reviseCopies(cop, 'is-it-right', { kind: 'difference', id: back.difference }));
  if (role === 'member') after(lane.cop(id), makeMember(cop, person));
  if (back?.role === 'facilitator') {
    after(lane.cop(id), makeFacilitator(cop, person));
    await lookAfterAgain({ tx, now, after }, cop, person);
  }
  await needNotAsk({ tx, now, after }, cop, person);
  return true;
}

/** They are let in some other way than by what they had asked for, or been asked: that is settled. */
export async function needNotAsk(
  { tx, now, after }: Pick<Scope<unknown>, 'tx' | 'now' | 'after'>,
  cop: Cop,
  person: PersonId,
): Promise<void> {
  const { networkId: network, id } = cop;
  const request = await joinRequests.pendingOf(tx, network, id, person);
  if (request) {
    await joinRequests.save(tx, settledByHand(request, now));
    after(lane.cop(id), reviseCopies(cop, 'join-request', { kind: 'join-request', id: request.id }));
  }
  for (const one of await invitations.settle(tx, network, id, [person], now))
    after(lane.person(person), reviseCopies(cop, 'invitation', { kind: 'invitation', id: one }));
}
