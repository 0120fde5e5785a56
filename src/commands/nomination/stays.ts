import { lane } from '../../domain/effect.ts';
import type { NominationView } from '../../messages/nomination.ts';
import * as memberships from '../../store/memberships.ts';
import type { Scope } from '../command.ts';
import { tellFirstWeek } from '../cop/first-week.ts';
import { post } from '../effects.ts';
import { settlesIn } from '../newcomer/settles-in.ts';

/** Whoever asked somebody else looks after it for now, or for good: what that begins with is theirs to do. */
export function staysFacilitator(working: Pick<Scope<unknown>, 'after'>, { cop, nominator }: NominationView): void {
  if (cop.state === 'open' && nominator.role === 'facilitator') tellFirstWeek(working, cop, nominator.id);
}

/** Nobody else facilitates it: who asked goes on, and who was let in to be asked is a member, and reads so as any other. */
export async function staysAsItIs(working: Pick<Scope<unknown>, 'tx' | 'after'>, view: NominationView): Promise<void> {
  staysFacilitator(working, view);
  const { nomination, cop } = view;
  const { nomineeId: person, createdAt } = nomination;
  const they = await memberships.of(working.tx, cop.networkId, cop.id, person);
  const cameForIt = they?.state === 'member' && they.role === 'member' && they.since === createdAt;
  if (cop.state !== 'open' || !cameForIt) return;
  const here = post(cop, 'brought-in', person, { kind: 'cop', id: cop.id }, settlesIn(cop, person));
  working.after(lane.person(person), here);
}
