import type { Cop } from '../../domain/cop.ts';
import type { PersonId } from '../../domain/ids.ts';
import { turnsToMost } from '../../domain/newcomer.ts';
import type { TurnTo } from '../../messages/newcomer.ts';
import * as coreRoles from '../../store/core-roles.ts';
import type { Reader } from '../../store/engine.ts';
import * as facilitating from '../../store/facilitating.ts';

/** Whom a newcomer can turn to: who keeps an eye on newcomers, or else who facilitates it; never themselves. */
export async function turnTo(reader: Reader, cop: Cop, newcomer: PersonId): Promise<TurnTo> {
  const others = <P extends { readonly id: PersonId }>(people: readonly P[]) =>
    people.filter(one => one.id !== newcomer).slice(0, turnsToMost);
  const carrying = await coreRoles.ofCop(reader, cop.networkId, cop.id, cop.workspace);
  const keepers = others(
    carrying.filter(({ carried }) => carried.role === 'community-keeper').map(({ person }) => person),
  );
  if (keepers.length > 0) return { people: keepers, as: 'keepers' };
  return {
    people: others(await facilitating.ofCop(reader, cop.networkId, cop.id, cop.workspace)),
    as: 'facilitators',
  };
}
