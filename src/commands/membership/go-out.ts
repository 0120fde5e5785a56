import type { Cop } from '../../domain/cop.ts';
import { isMuch, type WasIn } from '../../domain/difference.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { AskedTable } from '../../store/asked-rows.ts';
import * as coreRoles from '../../store/core-roles.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as gatherings from '../../store/gatherings.ts';
import * as memberships from '../../store/memberships.ts';
import * as nominations from '../../store/nominations.ts';
import * as parked from '../../store/parked.ts';
import * as promises from '../../store/promises.ts';
import * as stewards from '../../store/stewards.ts';
import type { Scope } from '../command.ts';
import { standBack } from '../cop/look-after.ts';
import { needFacilitator } from '../cop/need-facilitator.ts';
import { findDifference } from '../difference/find.ts';
import { post, postOf, remove, reviseCopies } from '../effects.ts';
import { cease, changed } from '../facilitator/changed.ts';
import { drawCard, ofMeeting, saidBeforeFollows } from '../meeting/card.ts';
import { leaveRoles } from '../role/leave.ts';
import { askAtItsEnd } from '../role/taking-up.ts';
import { turnBack } from './turn-back.ts';

type Working = Pick<Scope<unknown>, 'tx' | 'now' | 'after' | 'newId'>;

/** Who went a moment ago, and since when that is counted. */
interface Lately {
  readonly people: readonly WasIn[];
  readonly since: number;
}

/**
 * They are out, and read nothing from now on. What they carried there ends, unless it looks like too much at once (then it is asked
 * about first, with who went a moment ago; `of`: so many were in), or nobody facilitates it any more: then who did may take it back for a while. Answers who was in.
 */
export async function goOut(
  working: Working,
  cop: Cop,
  people: readonly WasIn['id'][],
  of = 0,
  lately: Lately = { people: [], since: 0 },
): Promise<readonly WasIn[]> {
  const { tx } = working;
  const out = await shutOut(tx, cop, people);
  if (out.length === 0) return out;
  for (const { id } of out) await standBack(working, cop, id);
  const facilitated = out.filter(one => one.role === 'facilitator');
  const left = await facilitating.ofCop(tx, cop.networkId, cop.id, cop.workspace);
  const together = [...out, ...lately.people.filter(one => !out.some(other => other.id === one.id))];
  const isOneThing = cop.state !== 'closed' && isMuch(together, of); // of one that is closed there is nothing to be put back
  if (isOneThing) await takeUpAgain(tx, cop, lately);
  const kept = isOneThing ? together : left.length === 0 && cop.state === 'open' ? facilitated : [];
  if (kept.length > 0) await findDifference(working, cop, { kind: 'people', people: kept });
  const ends = out.filter(one => !kept.includes(one));
  await windUp(working, cop, ends);
  if (facilitated.length > 0 && !ends.some(one => one.role === 'facilitator')) await goesOnWithout(working, cop);
  return out;
}

/** By their own word, or a facilitator's (`by`): nothing is asked about it, as it is of who went by hand. */
export async function depart(working: Working, cop: Cop, person: PersonId, by = person): Promise<void> {
  await turnBack(working, cop, person, by);
  await parked.unpark(working.tx, cop.networkId, { cop: cop.id, admits: person }, working.now); // it finds out that nobody is to be let in
  await memberships.mark(working.tx, cop.networkId, cop.id, [person], 'joining', 'member'); // on the way in is in, for who leaves
  const out = await shutOut(working.tx, cop, [person]);
  await windUp(working, cop, out);
  working.after(lane.cop(cop.id), remove(cop, [person]));
}

/** What ended when the first of them went goes on, once it turns out to be too much to be believed. */
async function takeUpAgain(tx: Working['tx'], cop: Cop, { people, since }: Lately): Promise<void> {
  if (people.length === 0) return;
  const ids = people.map(one => one.id);
  for (const carried of await coreRoles.takeUpAgain(tx, cop.networkId, cop.id, ids, since))
    if (carried.endsAt !== undefined && carried.endsAt > since) await askAtItsEnd(tx, cop, carried); // it may have been over meanwhile
}

async function shutOut(tx: Working['tx'], cop: Cop, people: readonly WasIn['id'][]): Promise<readonly WasIn[]> {
  const out: WasIn[] = [];
  for (const id of people) {
    const before = await memberships.of(tx, cop.networkId, cop.id, id);
    if (before && (await memberships.mark(tx, cop.networkId, cop.id, [id], 'member', 'left')) > 0)
      out.push({ id, role: before.role });
  }
  return out;
}

/** Who has left a CoP carries nothing there any more, comes to none of its meetings, has promised nothing, looks after no paper of its library, and facilitates it no longer: perhaps they are in the forum for another. */
export async function windUp(working: Omit<Working, 'newId'>, cop: Cop, people: readonly WasIn[]): Promise<void> {
  const { tx } = working;
  for (const { id } of people) {
    for (const settle of Object.values(settles)) if (settle !== 'stays') await settle(working, cop, id);
    await stewards.passOn(tx, cop.networkId, cop.id, id);
  }
  const gone = people.map(one => one.id);
  for (const { meeting, notes } of await promises.leave(tx, cop.networkId, cop.id, gone))
    working.after(
      ofMeeting({ copId: cop.id, id: meeting }),
      reviseCopies(cop, 'meeting-notes', { kind: 'document', id: notes }),
    );
  for (const id of await gatherings.leave(tx, cop.networkId, cop.id, gone)) {
    await drawCard(working, cop, { copId: cop.id, id });
    await saidBeforeFollows(working, cop, { copId: cop.id, id });
  }
  if (people.length > 0 && cop.unattendedSince !== undefined)
    working.after(lane.workspace(cop.workspace), reviseCopies(cop, 'needs-facilitator', { kind: 'cop', id: cop.id }));
  const facilitated = people.filter(one => one.role === 'facilitator');
  if (facilitated.length === 0) return;
  for (const { id } of facilitated) await cease(working, cop, id);
  await tellTheOthers(working, cop, facilitated);
  await goesOnWithout(working, cop);
}

/** They can't be let in any more: they are out for good, with all they were to carry. */
export async function neverGotIn(working: Omit<Working, 'newId'>, cop: Cop, id: WasIn['id']): Promise<void> {
  const before = await memberships.of(working.tx, cop.networkId, cop.id, id);
  const changed = before && (await memberships.mark(working.tx, cop.networkId, cop.id, [id], 'joining', 'left'));
  if (changed) await windUp(working, cop, [{ id, role: before.role }]);
}

/** Of people who were asked about: who has come back some other way since then keeps what they carry. */
export async function windUpWhoIsOut(
  working: Omit<Working, 'newId'>,
  cop: Cop,
  people: readonly WasIn[],
): Promise<void> {
  const ids = people.map(one => one.id);
  const out = new Set(await memberships.outOf(working.tx, cop.networkId, cop.id, ids));
  await windUp(
    working,
    cop,
    people.filter(one => out.has(one.id)),
  );
}

/** Whoever goes on with it hears who doesn't. */
async function tellTheOthers({ tx, after }: Omit<Working, 'newId'>, cop: Cop, gone: readonly WasIn[]): Promise<void> {
  if (cop.state !== 'open') return;
  for (const other of await facilitating.ofCop(tx, cop.networkId, cop.id, cop.workspace))
    for (const { id } of gone)
      after(lane.person(other.id), postOf(cop, 'facilitator-gone', other.id, { kind: 'cop', id: cop.id }, id));
}

type Settles = (working: Omit<Working, 'newId'>, cop: Cop, person: PersonId) => Promise<void>;

/** What they were asked, or offered, and nobody has answered, wherever that stands. Who was in it has no request or invitation that waits; whom they have invited may still come. */
const settles: { readonly [T in AskedTable]: Settles | 'stays' } = {
  join_requests: 'stays',
  invitations: 'stays',
  nominations: needNotAnswer,
  role_suggestions: leaveRoles,
  stand_ins: standBack,
};

/** Whether they would facilitate it. */
export async function needNotAnswer(
  { tx, now, after }: Omit<Working, 'newId'>,
  cop: Cop,
  person: PersonId,
): Promise<void> {
  for (const { id, nominatorId } of await nominations.withdrawAll(tx, cop.networkId, cop.id, now, person)) {
    const about = { kind: 'nomination', id } as const;
    after(lane.person(person), reviseCopies(cop, 'nomination', about));
    after(lane.person(nominatorId), reviseCopies(cop, 'nomination-unanswered', about));
    after(lane.person(nominatorId), post(cop, 'nomination-answered', nominatorId, about));
  }
}

async function goesOnWithout(working: Omit<Working, 'newId'>, cop: Cop): Promise<void> {
  changed(working.after, cop);
  await needFacilitator(working, cop);
}
