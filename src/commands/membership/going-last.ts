import type { Cop } from '../../domain/cop.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { MembershipRole } from '../../domain/membership.ts';
import type { Settings } from '../../domain/settings.ts';
import type { GoingLast } from '../../messages/membership.ts';
import type { Reader } from '../../store/engine.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as memberships from '../../store/memberships.ts';

/** Whether nobody would look after it any more without them; and then, who would be asked to find somebody, and whether anybody else is in it. */
export async function goingLast(
  reader: Reader,
  cop: Cop,
  role: MembershipRole | undefined,
  person: PersonId,
  { supportChannel }: Pick<Settings, 'supportChannel'>,
): Promise<GoingLast | undefined> {
  if (role !== 'facilitator') return undefined;
  const facilitators = await facilitating.ofCop(reader, cop.networkId, cop.id, cop.workspace);
  if (facilitators.some(one => one.id !== person)) return undefined;
  const everybody = await memberships.everybody(reader, cop.networkId, cop.id, cop.workspace);
  return {
    asked: supportChannel === undefined ? 'members' : 'support',
    alone: everybody.every(one => one.id === person),
  };
}
