import { reviseCopies } from '../commands/effects.ts';
import { reviseWelcome } from '../commands/role/taking-up.ts';
import type { Cop } from '../domain/cop.ts';
import { lane } from '../domain/effect.ts';
import type { PersonId } from '../domain/ids.ts';
import * as coreRoles from '../store/core-roles.ts';
import type { Tx } from '../store/engine.ts';
import * as suggestions from '../store/role-suggestions.ts';
import { type Wishes, wishing } from './wishes.ts';

/** Whoever leaves a CoP carries none of its roles any more, and need not answer whether they would. */
export async function leaveRoles(tx: Tx, cop: Cop, person: PersonId, now: number, wishes: Wishes): Promise<void> {
  const after = wishing(wishes, now);
  const ended = await coreRoles.endAll(tx, cop.networkId, cop.id, person, now);
  for (const id of ended) after(lane.person(person), reviseCopies(cop, 'role-term', { kind: 'carried-role', id }));
  if (ended.length > 0) reviseWelcome(after, cop);
  for (const { id } of await suggestions.settle(tx, cop.networkId, { cop: cop.id, person }, 'withdrawn', now))
    after(lane.person(person), reviseCopies(cop, 'role-suggestion', { kind: 'role-suggestion', id }));
}
