import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import { endGone } from '../../domain/first-conversation.ts';
import type { PersonId } from '../../domain/ids.ts';
import * as conversations from '../../store/first-conversations.ts';
import type { Scope } from '../command.ts';
import { notStarted } from '../cop/not-started.ts';
import { reviseCopies } from '../effects.ts';

/** Whoever would like to talk about it is no longer in the workspace: nobody need talk with them, what waited for it isn't started, and back again they can ask anew. */
export async function askerGone(
  { tx, now, after }: Pick<Scope<unknown>, 'tx' | 'now' | 'after'>,
  cop: Cop,
  person: PersonId,
): Promise<void> {
  const conversation = await conversations.openOf(tx, cop.networkId, cop.id);
  if (conversation?.personId !== person) return;
  await conversations.save(tx, endGone(conversation));
  if (cop.state === 'proposed') await notStarted({ tx, now, after }, cop);
  const about = { kind: 'first-conversation', id: conversation.id } as const;
  after(lane.workspace(cop.workspace), reviseCopies(cop, 'first-conversation', about));
  for (const told of ['first-conversation-taken', 'first-conversation-not-yet'] as const)
    after(lane.person(person), reviseCopies(cop, told, about));
}
