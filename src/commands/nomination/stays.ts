import type { NominationView } from '../../messages/nomination.ts';
import type { Scope } from '../command.ts';
import { tellFirstWeek } from '../cop/first-week.ts';

/** Whoever asked somebody else looks after it for now, or for good: what that begins with is theirs to do. */
export function staysFacilitator(working: Pick<Scope<unknown>, 'after'>, { cop, nominator }: NominationView): void {
  if (cop.state === 'open' && nominator.role === 'facilitator') tellFirstWeek(working, cop, nominator.id);
}
