import type { Cop } from '../../domain/cop.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Known } from '../../domain/person.ts';
import { Refusal } from '../../domain/refusal.ts';
import * as people from '../../store/people.ts';
import type { Looking } from './records.ts';

/** The presser and these others, as the CoP knows them. */
export async function known({ reader, actor }: Looking, cop: Cop, others: readonly PersonId[]) {
  const ids = [...new Set(actor ? [actor, ...others] : others)];
  const all = await people.known(reader, cop.networkId, { workspace: cop.workspace, cop: cop.id }, ids);
  return { get: (id: PersonId | undefined): Known | undefined => (id === undefined ? undefined : all.get(id)) };
}

export function present<T>(found: T | undefined): T {
  if (found === undefined) throw new Refusal('closed-door', {});
  return found;
}
