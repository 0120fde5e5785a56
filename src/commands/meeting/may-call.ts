import type { Cop } from '../../domain/cop.ts';
import type { Person } from '../../domain/person.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Reader } from '../../store/engine.ts';
import * as meetings from '../../store/meetings.ts';
import * as memberships from '../../store/memberships.ts';

/** Every member, unless its facilitators have reserved it to themselves. */
export async function mayCall(reader: Reader, cop: Cop, actor: Pick<Person, 'id'> | undefined): Promise<void> {
  if ((await meetings.calledBy(reader, cop.networkId, cop.id)) !== 'facilitators') return;
  const membership = actor && (await memberships.of(reader, cop.networkId, cop.id, actor.id));
  if (membership?.role !== 'facilitator' || membership.state === 'left')
    throw new Refusal('facilitators-only', { cop, invites: false });
}
