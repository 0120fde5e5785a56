import type { Cop } from '../../domain/cop.ts';
import { isMuch, type WasIn } from '../../domain/difference.ts';
import { lane } from '../../domain/effect.ts';
import * as memberships from '../../store/memberships.ts';
import type { Scope } from '../command.ts';
import { standBack } from '../cop/look-after.ts';
import { needFacilitator } from '../cop/need-facilitator.ts';
import { findDifference } from '../difference/find.ts';
import { forum, reviseCopies } from '../effects.ts';
import { leaveRoles } from '../role/leave.ts';

type Working = Pick<Scope<unknown>, 'tx' | 'now' | 'after' | 'newId'>;

/**
 * They are out, and read nothing from now on. What they carried there ends, unless it looks like too much at once (then it is asked
 * about first; `of`: so many were in), or nobody facilitates it any more: then who did may take it back for a while. Answers who was in.
 */
export async function goOut(
  working: Working,
  cop: Cop,
  people: readonly WasIn['id'][],
  of = 0,
): Promise<readonly WasIn[]> {
  const { tx } = working;
  const out = await shutOut(tx, cop, people);
  for (const { id } of out) await standBack(working, cop, id);
  const facilitated = out.filter(one => one.role === 'facilitator');
  const left = await memberships.facilitators(tx, cop.networkId, cop.id, cop.workspace);
  const kept = isMuch(out, of) ? out : left.length === 0 && cop.state === 'open' ? facilitated : [];
  if (kept.length > 0) await findDifference(working, cop, { kind: 'people', people: kept });
  const ends = out.filter(one => !kept.includes(one));
  await windUp(working, cop, ends);
  if (facilitated.length > 0 && !ends.some(one => one.role === 'facilitator')) await goesOnWithout(working, cop);
  return out;
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

/** Who has left a CoP carries nothing there any more, and facilitates it no longer: perhaps they are in the forum for another. */
export async function windUp(working: Omit<Working, 'newId'>, cop: Cop, people: readonly WasIn[]): Promise<void> {
  const { after } = working;
  for (const { id } of people) await leaveRoles(working, cop, id);
  const facilitated = people.filter(one => one.role === 'facilitator');
  for (const { id } of facilitated) after(lane.workspace(cop.workspace), forum(cop, id));
  if (facilitated.length > 0) await goesOnWithout(working, cop);
}

async function goesOnWithout(working: Omit<Working, 'newId'>, cop: Cop): Promise<void> {
  working.after(lane.cop(cop.id), reviseCopies(cop, 'cop-welcome', { kind: 'cop', id: cop.id }));
  await needFacilitator(working, cop);
}
