import type { Cop } from '../../domain/cop.ts';
import type { PersonId } from '../../domain/ids.ts';
import * as differences from '../../store/differences.ts';
import type { Tx } from '../../store/engine.ts';

/** So much later somebody is asked what they can't be asked now. */
export const aWeekMs = 7 * 24 * 3600_000;

/** They are out, and nobody has said yet that it is right: what time has brought is for them once they are in again. */
export async function mayBePutBack(tx: Tx, cop: Cop, person: PersonId): Promise<boolean> {
  const open = await differences.openOf(tx, cop.networkId, cop.id, 'people');
  return open?.people.some(one => one.id === person) ?? false;
}
