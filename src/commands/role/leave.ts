import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import * as coreRoles from '../../store/core-roles.ts';
import * as suggestions from '../../store/role-suggestions.ts';
import type { Scope } from '../command.ts';
import { reviseCopies } from '../effects.ts';
import { reviseWelcome } from './taking-up.ts';

/** Whoever leaves a CoP carries none of its roles any more, and need not answer whether they would. Of a CoP that ends: everybody. */
export async function leaveRoles(
  { tx, now, after }: Pick<Scope<unknown>, 'tx' | 'now' | 'after'>,
  cop: Cop,
  person?: PersonId,
): Promise<void> {
  const ended = await coreRoles.endAll(tx, cop.networkId, cop.id, person, now);
  for (const { id, personId } of ended)
    after(lane.person(personId), reviseCopies(cop, 'role-term', { kind: 'carried-role', id }));
  if (ended.length > 0) reviseWelcome(after, cop);
  const asked = await suggestions.settle(tx, cop.networkId, { cop: cop.id, person }, 'withdrawn', now);
  for (const { id, personId } of asked)
    after(lane.person(personId), reviseCopies(cop, 'role-suggestion', { kind: 'role-suggestion', id }));
}
