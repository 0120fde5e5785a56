import type { Cop } from '../../domain/cop.ts';
import type { WasIn } from '../../domain/difference.ts';
import { lane } from '../../domain/effect.ts';
import * as memberships from '../../store/memberships.ts';
import type { Scope } from '../command.ts';
import { needFacilitator } from '../cop/need-facilitator.ts';
import { forum, reviseCopies } from '../effects.ts';
import { leaveRoles } from '../role/leave.ts';

type Working = Pick<Scope<unknown>, 'tx' | 'now' | 'after'>;

/** They read nothing from now on; what they are in it is kept. Answers who was in. */
export async function shutOut(
  { tx }: Pick<Working, 'tx'>,
  cop: Cop,
  people: readonly WasIn['id'][],
): Promise<readonly WasIn[]> {
  const out: WasIn[] = [];
  for (const id of people) {
    const before = await memberships.of(tx, cop.networkId, cop.id, id);
    if (before && (await memberships.mark(tx, cop.networkId, cop.id, [id], 'member', 'left')) > 0)
      out.push({ id, role: before.role });
  }
  return out;
}

/** Who has left a CoP carries nothing there any more, and facilitates it no longer: perhaps they are in the forum for another. */
export async function windUp(working: Working, cop: Cop, people: readonly WasIn[]): Promise<void> {
  const { after } = working;
  for (const { id } of people) await leaveRoles(working, cop, id);
  const facilitated = people.filter(one => one.role === 'facilitator');
  for (const { id } of facilitated) after(lane.workspace(cop.workspace), forum(cop, id));
  if (facilitated.length === 0) return;
  after(lane.cop(cop.id), reviseCopies(cop, 'cop-welcome', { kind: 'cop', id: cop.id }));
  await needFacilitator(working, cop);
}

export async function goOut(working: Working, cop: Cop, people: readonly WasIn['id'][]): Promise<readonly WasIn[]> {
  const out = await shutOut(working, cop, people);
  await windUp(working, cop, out);
  return out;
}
