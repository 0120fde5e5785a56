import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import * as libraries from '../../store/libraries.ts';
import * as memberships from '../../store/memberships.ts';
import type { Scope } from '../command.ts';
import { post } from '../effects.ts';
import { close } from './close.ts';

/** Its space was archived or deleted: it is closed, and its facilitators hear of it. Answers who was in it. */
export async function spaceIsGone(
  working: Pick<Scope<unknown>, 'tx' | 'now' | 'after'>,
  cop: Cop,
  how: 'archived' | 'deleted',
): Promise<readonly PersonId[]> {
  const everybody = await memberships.everybody(working.tx, cop.networkId, cop.id, cop.workspace);
  await close(working, cop);
  if (how === 'deleted') await libraryGone(working, cop);
  const message = how === 'archived' ? 'cop-archived' : 'cop-deleted';
  for (const one of everybody.filter(member => member.role === 'facilitator'))
    working.after(lane.person(one.id), post(cop, message, one.id, { kind: 'cop', id: cop.id }));
  return everybody.map(one => one.id);
}

/** What stood in its space, or in one that it has left, is gone with it: the library keeps its entries. */
export async function libraryGone(
  { tx, now }: Pick<Scope<unknown>, 'tx' | 'now'>,
  cop: Cop,
  space = cop.spaceId,
): Promise<void> {
  if (space) await libraries.gone(tx, cop.networkId, cop.id, { space }, now);
}
