/** Somebody looks after a CoP: what goes with that, and what is over where nobody did. */
import type { Cop } from '../../domain/cop.ts';
import { areFacilitators } from '../../domain/difference.ts';
import { lane } from '../../domain/effect.ts';
import type { DifferenceId, PersonId } from '../../domain/ids.ts';
import { firstLook } from '../../domain/reminder.ts';
import * as clocks from '../../store/clocks.ts';
import * as differences from '../../store/differences.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as posts from '../../store/posts.ts';
import * as reminders from '../../store/reminders.ts';
import * as standIns from '../../store/stand-ins.ts';
import * as stewards from '../../store/stewards.ts';
import * as unattended from '../../store/unattended.ts';
import { type Waiting, waitingIn } from '../../store/waiting-in.ts';
import type { Scope } from '../command.ts';
import { forum, makeFacilitator, post, reviseCopies } from '../effects.ts';
import { changed, redrawDecisions, redrawForEach } from '../facilitator/changed.ts';
import { tell } from '../first-conversation/not-heard.ts';
import { waitFrom } from '../join-request/waits.ts';
import { tellFirstWeek } from './first-week.ts';

type Working = Pick<Scope<unknown>, 'tx' | 'now' | 'after'>;

/** A member facilitates it from now on: rights, the forum, what to begin with where they never had it, all requests that wait, and a closing that does. `instead`: who did, and is a member from now on. */
export async function lookAfter(working: Working, cop: Cop, person: PersonId, instead?: PersonId): Promise<void> {
  const { tx, now, after } = working;
  const { networkId: network, id } = cop;
  if (instead) await facilitating.handRoleOver(tx, network, id, instead, person, now);
  else await facilitating.setRole(tx, network, id, person, 'facilitator', now);
  after(lane.cop(id), makeFacilitator(cop, person));
  changed(after, cop);
  tellFirstWeek(working, cop, person);
  after(lane.workspace(cop.workspace), forum(cop, person));
  const waiting = await waitingIn(tx, network, id, 0);
  if (instead) redrawDecisions(after, cop, waiting);
  if ((instead || cop.unattendedSince !== undefined) && waiting.cards.has('cards-gone'))
    after(lane.person(person), post(cop, 'cards-gone', person, { kind: 'cop', id })); // said only where it is still so
  await bringDrafts(working, cop, person, waiting);
  await bringWaiting(working, cop, person, waiting, instead !== undefined);
  if (cop.unattendedSince !== undefined) await stewards.takeUp(tx, network, id, person);
  await lookedAfter(working, cop);
}

/** They are back as what they were: what was asked while nobody looked after it is theirs to answer. */
export async function lookAfterAgain(working: Working, cop: Cop, person: PersonId): Promise<void> {
  changed(working.after, cop);
  await redrawForEach(working, cop);
  if (cop.unattendedSince !== undefined) {
    const waiting = await waitingIn(working.tx, cop.networkId, cop.id, cop.unattendedSince);
    await bringWaiting(working, cop, person, waiting);
  }
  await lookedAfter(working, cop);
}

/** Requests, whether a closing goes on, and what was changed by hand and nobody has said a word to: those who were asked may be none of its facilitators any more. `handed`: somebody else had the requests until now. */
async function bringWaiting(
  { tx, after }: Working,
  cop: Cop,
  person: PersonId,
  { requests, closing, byHand }: Waiting,
  handed = false,
): Promise<void> {
  if (closing) {
    const about = { kind: 'cop', id: cop.id } as const;
    after(lane.person(person), post(cop, 'closing-waits', person, about));
    after(lane.cop(cop.id), reviseCopies(cop, 'cop-closing', about)); // it says whether anybody hears of it
  }
  for (const { id, ...found } of byHand) {
    if (areFacilitators(found) && (await isTheirsAlone(tx, cop, id))) continue;
    after(lane.person(person), post(cop, 'is-it-right', person, { kind: 'difference', id }), {
      onFailure: { command: 'difference not-told', options: { difference: id } },
    });
  }
  for (const id of requests) {
    const about = { kind: 'join-request', id } as const;
    if (handed) after(lane.workspace(cop.workspace), reviseCopies(cop, 'join-request', about));
    after(lane.person(person), post(cop, 'join-request', person, about), {
      onFailure: { command: 'join-request not-had', options: { request: id, reader: person } },
    });
  }
}

/** What was noted in a conversation is theirs to take over; whoever has it before them already gets the button. */
async function bringDrafts({ tx, after }: Working, cop: Cop, person: PersonId, { drafts }: Waiting): Promise<void> {
  for (const id of drafts) {
    const about = { kind: 'first-conversation', id } as const;
    const had = await posts.copyTo(tx, cop.networkId, 'first-conversation-draft', about, lane.person(person));
    if (had) after(lane.workspace(cop.workspace), reviseCopies(cop, 'first-conversation-draft', about));
    else tell(after, 'first-conversation-draft', { conversation: { id }, cop }, person);
  }
}

/** Who is out is asked themselves, for a while. Where others were out with them, and are back, they never were. */
const isTheirsAlone = async (tx: Working['tx'], { networkId }: Cop, id: DifferenceId): Promise<boolean> =>
  (await clocks.dueAt(tx, networkId, { kind: 'difference', id }, 'unanswered')) !== undefined;

/** Nobody is looked for any more. Requests have waited for nobody until now: their clocks begin anew. */
async function lookedAfter({ tx, now, after }: Working, cop: Cop): Promise<void> {
  const { networkId: network, id } = cop;
  if (cop.unattendedSince === undefined || !(await unattended.lookedAfter(tx, network, id))) return;
  const about = { kind: 'cop', id } as const;
  await clocks.stop(tx, network, about, 'nobody-yet');
  for (const request of await reminders.beginAnew(tx, network, id, now)) {
    await waitFrom(tx, cop, request, firstLook(now));
    const waits = { kind: 'join-request', id: request.id } as const;
    after(lane.person(request.personId), reviseCopies(cop, 'join-request-unreached', waits));
  }
  await standBack({ tx, now, after }, cop);
  after(lane.cop(id), post(cop, 'looks-after-it', 'space', about));
  after(lane.cop(id), reviseCopies(cop, 'who-looks-after-it', about));
  const open = await differences.openOf(tx, network, id, 'people');
  if (!open) return;
  const difference = { kind: 'difference', id: open.id } as const;
  after(lane.cop(id), reviseCopies(cop, 'is-it-right', difference));
}

/** Whoever had offered to look after it need not any more; of a person, only theirs. */
export async function standBack({ tx, now, after }: Working, cop: Cop, person?: PersonId): Promise<void> {
  for (const { id, personId } of await standIns.withdrawAll(tx, cop.networkId, cop.id, now, person)) {
    const about = { kind: 'stand-in', id } as const;
    after(lane.person(personId), post(cop, 'stand-in-answered', personId, about));
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'stand-in', about));
    if (person) after(lane.cop(cop.id), reviseCopies(cop, 'who-looks-after-it', { kind: 'cop', id: cop.id }));
  }
}
