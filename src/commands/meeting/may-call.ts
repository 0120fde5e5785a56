import type { Cop } from '../../domain/cop.ts';
import type { Person } from '../../domain/person.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Reader } from '../../store/engine.ts';
import * as meetings from '../../store/meetings.ts';
import * as memberships from '../../store/memberships.ts';

type Actor = Pick<Person, 'id'> | undefined;

/** Every member, unless its facilitators have reserved it to themselves. */
export async function mayCall(reader: Reader, cop: Cop, actor: Actor): Promise<void> {
  if (!(await calls(reader, cop, actor))) throw new Refusal('facilitators-only', { cop, invites: false });
}

/** Whether they do, for what is offered to them. */
export async function calls(reader: Reader, cop: Cop, actor: Actor): Promise<boolean> {
  if ((await meetings.calledBy(reader, cop.networkId, cop.id)) !== 'facilitators') return true;
  const membership = actor && (await memberships.of(reader, cop.networkId, cop.id, actor.id));
  return membership?.role === 'facilitator' && membership.state !== 'left';
}
