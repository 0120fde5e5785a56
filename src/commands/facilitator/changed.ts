/** What follows wherever somebody facilitates a CoP from now on, or no longer. */
import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import * as joinRequests from '../../store/join-requests.ts';
import * as posts from '../../store/posts.ts';
import type { Scope } from '../command.ts';
import { forum, reviseCopies } from '../effects.ts';

/** The welcome and the invitations that stand in channels name them. */
export function changed(after: Scope<unknown>['after'], cop: Cop): void {
  const about = { kind: 'cop', id: cop.id } as const;
  after(lane.cop(cop.id), reviseCopies(cop, 'cop-welcome', about));
  after(lane.workspace(cop.workspace), reviseCopies(cop, 'cop-invitation', about));
}

/** Perhaps they are in the forum for another; what they had to decide is for others, and the requests for others to read. */
export async function cease(working: Pick<Scope<unknown>, 'tx' | 'after'>, cop: Cop, person: PersonId): Promise<void> {
  working.after(lane.workspace(cop.workspace), forum(cop, person));
  await redrawForEach(working, cop);
}

/** Each copy of what is to be decided, for who reads it: it has its buttons for whoever facilitates alone. */
export async function redrawForEach(working: Pick<Scope<unknown>, 'tx' | 'after'>, cop: Cop): Promise<void> {
  const { tx, after } = working;
  for (const { id } of await joinRequests.pendingSince(tx, cop.networkId, cop.id, 0))
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'join-request', { kind: 'join-request', id }));
  await redrawDecisions(working, cop);
}

/** What those who facilitate were asked besides. */
export async function redrawDecisions({ tx, after }: Pick<Scope<unknown>, 'tx' | 'after'>, cop: Cop): Promise<void> {
  const about = { kind: 'cop', id: cop.id } as const;
  for (const one of ['closing-waits', 'cards-gone'] as const)
    if ((await posts.copiesOf(tx, cop.networkId, one, about)).length > 0)
      after(lane.workspace(cop.workspace), reviseCopies(cop, one, about));
}
