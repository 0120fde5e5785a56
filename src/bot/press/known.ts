import type { Cop } from '../../domain/cop.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Known } from '../../domain/person.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Reader } from '../../store/engine.ts';
import * as people from '../../store/people.ts';

/** The presser and these others, as the CoP knows them. */
export function known(
  { reader, actor }: { readonly reader: Reader; readonly actor: PersonId | undefined },
  cop: Cop,
  others: readonly (PersonId | undefined)[],
): Promise<ReadonlyMap<PersonId, Known>> {
  const ids = new Set([actor, ...others].filter(id => id !== undefined));
  return people.known(reader, cop.networkId, { workspace: cop.workspace, cop: cop.id }, [...ids]);
}

export function present<T>(found: T | undefined): T {
  if (found === undefined) throw new Refusal('closed-door', {});
  return found;
}
