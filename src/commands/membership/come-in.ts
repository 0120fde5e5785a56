import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import { settledByHand } from '../../domain/join-request.ts';
import { joining } from '../../domain/membership.ts';
import * as differences from '../../store/differences.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as invitations from '../../store/invitations.ts';
import * as joinRequests from '../../store/join-requests.ts';
import * as memberships from '../../store/memberships.ts';
import type { Scope } from '../command.ts';
import { lookAfterAgain } from '../cop/look-after.ts';
import { askWhoCameIn } from '../cop/need-facilitator.ts';
import { makeFacilitator, makeMember, post, reviseCopies, unmakeFacilitator } from '../effects.ts';
import { settlesIn } from '../newcomer/settles-in.ts';
import { reviseWelcome } from '../role/taking-up.ts';

type Working = Pick<Scope<unknown>, 'tx' | 'now' | 'after'>;

/** Somebody brought them in by hand: they are a member, read so as whoever is let in does, and what they had asked for is settled. False where they were. */
export async function comeIn({ tx, now, after }: Working, cop: Cop, person: PersonId): Promise<boolean> {
  const { networkId: network, id } = cop;
  const before = await memberships.of(tx, network, id, person);
  if (before?.state === 'member') return false;
  const back = await differences.takeBack(tx, network, id, person, now);
  const role = before && before.state !== 'left' ? before.role : (back?.role ?? 'member');
  await memberships.save(tx, {
    ...joining({ networkId: network, copId: id, personId: person }, now, role),
    state: 'member',
  });
  if (role === 'member') after(lane.cop(id), makeMember(cop, person));
  if (role === 'member' && before?.role === 'facilitator') after(lane.cop(id), unmakeFacilitator(cop, person)); // a platform may have kept what they had
  if (back) await goesOnAs({ tx, now, after }, cop, person, back);
  else if (role === 'member') {
    const here = post(cop, 'brought-in', person, { kind: 'cop', id }, settlesIn(cop, person));
    after(lane.person(person), here);
    await askWhoCameIn({ tx, now, after }, cop);
  }
  await needNotAsk({ tx, now, after }, cop, person);
  return true;
}

/** The bot has let them in, by whatever they had asked for or been asked: where it was asked about their being out, that is over for them, and what they were is theirs again. Not where they have left meanwhile. */
export async function areInAgain(working: Working, cop: Cop, people: readonly PersonId[]): Promise<void> {
  const { tx, now } = working;
  const { networkId: network, id } = cop;
  const open = await differences.openOf(tx, network, id, 'people');
  const found = people.filter(one => open?.people.some(other => other.id === one));
  if (found.length === 0) return;
  const out = new Set(await memberships.outOf(tx, network, id, found));
  for (const person of found.filter(one => !out.has(one))) {
    const back = await differences.takeBack(tx, network, id, person, now);
    if (!back) continue;
    if (back.role === 'facilitator') await facilitating.setRole(tx, network, id, person, back.role);
    await goesOnAs(working, cop, person, back);
  }
}

async function goesOnAs(working: Working, cop: Cop, person: PersonId, { role, difference }: differences.TakenBack) {
  const { after } = working;
  after(lane.cop(cop.id), reviseCopies(cop, 'is-it-right', { kind: 'difference', id: difference }));
  reviseWelcome(after, cop);
  if (role !== 'facilitator') return askWhoCameIn(working, cop);
  after(lane.cop(cop.id), makeFacilitator(cop, person));
  await lookAfterAgain(working, cop, person);
}

/** They are let in some other way than by what they had asked for, or been asked: that is settled. */
export async function needNotAsk({ tx, now, after }: Working, cop: Cop, person: PersonId): Promise<void> {
  const { networkId: network, id } = cop;
  const request = await joinRequests.pendingOf(tx, network, id, person);
  if (request) {
    await joinRequests.save(tx, settledByHand(request, now));
    after(lane.cop(id), reviseCopies(cop, 'join-request', { kind: 'join-request', id: request.id }));
  }
  for (const one of await invitations.settle(tx, network, id, [person], now))
    after(lane.person(person), reviseCopies(cop, 'invitation', { kind: 'invitation', id: one }));
}
