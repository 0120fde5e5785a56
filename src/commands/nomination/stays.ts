import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { Nomination } from '../../domain/nomination.ts';
import type { NominationView } from '../../messages/nomination.ts';
import * as memberships from '../../store/memberships.ts';
import * as told from '../../store/told.ts';
import type { Scope } from '../command.ts';
import { tellFirstWeek } from '../cop/first-week.ts';
import { post } from '../effects.ts';
import { settlesIn } from '../newcomer/settles-in.ts';

/** Whoever asked somebody else looks after it for now, or for good: what that begins with is theirs to do. */
export function staysFacilitator(working: Pick<Scope<unknown>, 'after'>, { cop, nominator }: NominationView): void {
  if (cop.state === 'open' && nominator.role === 'facilitator') tellFirstWeek(working, cop, nominator.id);
}

/** Nobody else facilitates it: who asked goes on, and who was asked is a member. */
export async function staysAsItIs(working: Pick<Scope<unknown>, 'tx' | 'after'>, view: NominationView): Promise<void> {
  staysFacilitator(working, view);
  await staysMember(working, view.cop, view.nomination);
}

/** Who was let in to be asked, and need not answer any more, is in it as any other, and reads so; who is still on the way in, once they are and have read that they need not. */
export async function staysMember(
  { tx, after }: Pick<Scope<unknown>, 'tx' | 'after'>,
  cop: Cop,
  { id, nomineeId: person, createdAt }: Nomination,
): Promise<void> {
  const { networkId: network } = cop;
  const they = await memberships.of(tx, network, cop.id, person);
  const cameForIt = they?.role === 'member' && they.since === createdAt;
  if (cop.state === 'closed' || !cameForIt || they.state === 'left') return;
  const theirs = lane.person(person);
  const question =
    they.state === 'joining' ? await told.underWay(tx, network, theirs, 'nomination', { id }) : undefined;
  if (they.state === 'joining' && !question) return;
  const here = post(cop, 'brought-in', person, { kind: 'cop', id: cop.id }, settlesIn(cop, person));
  after(theirs, here, { needs: question ? [question] : [] });
}
