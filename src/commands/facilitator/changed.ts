/** What follows wherever somebody facilitates a CoP from now on, or no longer. */
import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import { type Waiting, waitingIn } from '../../store/waiting-in.ts';
import type { Scope } from '../command.ts';
import { forum, reviseCopies } from '../effects.ts';

/** The welcome and the invitations that stand in channels name them; the welcome of one that is closed once it is opened again. */
export function changed(after: Scope<unknown>['after'], cop: Cop): void {
  const about = { kind: 'cop', id: cop.id } as const;
  if (cop.state !== 'closed') after(lane.cop(cop.id), reviseCopies(cop, 'cop-welcome', about));
  after(lane.workspace(cop.workspace), reviseCopies(cop, 'cop-invitation', about));
}

/** Perhaps they are in the forum for another; what they had to decide is for others, and the requests for others to read. */
export async function cease(working: Pick<Scope<unknown>, 'tx' | 'after'>, cop: Cop, person: PersonId): Promise<void> {
  working.after(lane.workspace(cop.workspace), forum(cop, person));
  await redrawForEach(working, cop);
}

/** Each copy of what is to be decided, for who reads it: it has its buttons for whoever facilitates alone. */
export async function redrawForEach({ tx, after }: Pick<Scope<unknown>, 'tx' | 'after'>, cop: Cop): Promise<void> {
  const waiting = await waitingIn(tx, cop.networkId, cop.id, 0);
  for (const id of waiting.requests)
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'join-request', { kind: 'join-request', id }));
  redrawDecisions(after, cop, waiting);
}

/** What those who facilitate were asked besides, or had asked. */
export function redrawDecisions(
  after: Scope<unknown>['after'],
  cop: Cop,
  { cards, byHand, drafts, questions }: Pick<Waiting, 'cards' | 'byHand' | 'drafts' | 'questions'>,
): void {
  const theirs = lane.workspace(cop.workspace);
  for (const one of cards) after(theirs, reviseCopies(cop, one, { kind: 'cop', id: cop.id }));
  for (const { id } of byHand) after(theirs, reviseCopies(cop, 'is-it-right', { kind: 'difference', id }));
  for (const id of drafts)
    after(theirs, reviseCopies(cop, 'first-conversation-draft', { kind: 'first-conversation', id }));
  for (const { id, card } of questions) after(theirs, reviseCopies(cop, card, { kind: 'nomination', id }));
}
