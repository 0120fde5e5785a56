import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import * as conversations from '../../store/first-conversations.ts';
import type { Scope } from '../command.ts';
import { reviseCopies } from '../effects.ts';

/** Somebody came into the Support Team, or is of it no longer: the cards of what they have taken say so, and whether another can take it. */
export async function takerMoved(
  { tx, network, workspace, after }: Pick<Scope<unknown>, 'tx' | 'network' | 'workspace' | 'after'>,
  person: PersonId,
): Promise<void> {
  for (const { id, copId } of await conversations.takenBy(tx, network, workspace, person))
    after(
      lane.workspace(workspace),
      reviseCopies({ id: copId, networkId: network, workspace }, 'first-conversation', {
        kind: 'first-conversation',
        id,
      }),
    );
}
