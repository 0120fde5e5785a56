import { underWay } from '../../domain/closing.ts';
import { type Cop, closed } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import { withdraw } from '../../domain/first-conversation.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { AskedTable } from '../../store/asked-rows.ts';
import * as clocks from '../../store/clocks.ts';
import * as closings from '../../store/closings.ts';
import * as cops from '../../store/cops.ts';
import * as differences from '../../store/differences.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as conversations from '../../store/first-conversations.ts';
import * as invitations from '../../store/invitations.ts';
import * as lapsedRequests from '../../store/lapsed-requests.ts';
import * as endings from '../../store/meeting-endings.ts';
import * as nominations from '../../store/nominations.ts';
import * as onTheWayIn from '../../store/on-the-way-in.ts';
import * as spaceEffects from '../../store/space-effects.ts';
import * as unattended from '../../store/unattended.ts';
import type { Scope } from '../command.ts';
import { filesNotShared } from '../document/not-shared.ts';
import { forum, post, reviseCopies } from '../effects.ts';
import { retellSupport } from '../first-conversation/retell.ts';
import { handsRevised } from '../hands.ts';
import { calendarsFollow } from '../meeting/calendar.ts';
import { endWithCop, voteEnds } from '../meeting/card.ts';
import { windUpWhoIsOut } from '../membership/go-out.ts';
import { leaveRoles } from '../role/leave.ts';
import { standBack } from './look-after.ts';

type Working = Pick<Scope<unknown>, 'tx' | 'now' | 'after'>;

/**
 * A CoP ends whole: what was asked and not answered is settled, whoever waits is told, nobody carries a role any more, and what was
 * still to be done in its space is left. Who is in it, its library and its name in the records stay. Answers which meetings ended with it: off, or over where they had begun.
 */
export async function close(working: Working, cop: Cop): Promise<readonly Meeting[]> {
  const { tx, now, after } = working;
  const over = closed(cop, now);
  await cops.save(tx, over);
  const left = await spaceEffects.leaveSpace(tx, cop.networkId, cop.id, now);
  await filesNotShared(working, over, left);
  await handsRevised(working, left);
  await clocks.stopAll(tx, cop.networkId, cop.id);
  const closing = await closings.of(tx, cop.networkId, cop.id);
  if (underWay(closing)) {
    await closings.save(tx, { ...closing, state: 'closed', waitsFor: undefined }); // sooner, and otherwise
    after(lane.workspace(cop.workspace), reviseCopies(over, 'closing-waits', { kind: 'cop', id: cop.id }));
  }
  await onTheWayIn.turnBack(tx, cop.networkId, cop.id);
  await onTheWayIn.countFacilitatorsIn(tx, cop.id);
  for (const settle of Object.values(settles)) await settle(working, over);
  const { off, held } = await endings.endAll(tx, cop.networkId, cop.id, now);
  for (const meeting of off)
    await (meeting.startsAt === undefined ? voteEnds : calendarsFollow)(working, over, meeting);
  await endWithCop(working, over, [...held, ...off]);
  const conversation = await conversations.openOf(tx, cop.networkId, cop.id);
  if (conversation) await conversations.save(tx, withdraw(conversation));
  retellSupport(working, over);
  after(lane.workspace(cop.workspace), reviseCopies(over, 'cop-invitation', { kind: 'cop', id: cop.id }));
  await settleLooking(working, over);
  for (const one of await facilitating.ofCop(tx, cop.networkId, cop.id, cop.workspace))
    after(lane.workspace(cop.workspace), forum(over, one.id));
  return [...held, ...off];
}

/** Nobody has to be found any more, nothing to be put back. The card in the space stays as it was: nobody can change it there. */
async function settleLooking(working: Working, cop: Cop): Promise<void> {
  const { tx, now, after } = working;
  const { networkId: network, id } = cop;
  if (await unattended.lookedAfter(tx, network, id)) {
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'needs-facilitator', { kind: 'cop', id }));
    after(lane.person(cop.starterId), reviseCopies(cop, 'starter-asked', { kind: 'cop', id }));
  }
  const people = (await differences.openOf(tx, network, id, 'people'))?.people ?? [];
  if (people.length > 0) await windUpWhoIsOut(working, cop, people);
  for (const difference of await differences.settleAll(tx, network, id, now))
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'is-it-right', { kind: 'difference', id: difference }));
}

/** What was asked and nobody has answered, wherever that stands; with a suggestion goes what is carried. */
const settles: { readonly [T in AskedTable]: (working: Working, cop: Cop) => Promise<void> } = {
  async join_requests({ tx, now, after }, cop) {
    for (const request of await lapsedRequests.lapse(tx, cop.networkId, cop.id, now)) {
      const about = { kind: 'join-request', id: request.id } as const;
      after(lane.person(request.personId), post(cop, 'join-request-lapsed', request.personId, about));
      after(lane.workspace(cop.workspace), reviseCopies(cop, 'join-request', about));
    }
  },
  async invitations({ tx, now, after }, cop) {
    for (const one of await invitations.withdrawAll(tx, cop.networkId, cop.id, now))
      after(lane.person(one.inviteeId), reviseCopies(cop, 'invitation', { kind: 'invitation', id: one.id }));
  },
  async nominations({ tx, now, after }, cop) {
    for (const one of await nominations.withdrawAll(tx, cop.networkId, cop.id, now)) {
      const about = { kind: 'nomination', id: one.id } as const;
      after(lane.person(one.nomineeId), reviseCopies(cop, 'nomination', about));
      after(lane.person(one.nominatorId), reviseCopies(cop, 'nomination-unanswered', about));
    }
  },
  role_suggestions: leaveRoles,
  stand_ins: standBack,
};
