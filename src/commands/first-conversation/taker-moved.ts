import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import * as conversations from '../../store/first-conversations.ts';
import * as settings from '../../store/settings.ts';
import type { Scope } from '../command.ts';
import { reviseCopies } from '../effects.ts';

/** Somebody came into the Support Team, or is of it no longer: what they have taken is theirs, or waits for another, and its cards say so to both sides. */
export async function takerMoved(
  { tx, network, workspace, after }: Pick<Scope<unknown>, 'tx' | 'network' | 'workspace' | 'after'>,
  person: PersonId,
): Promise<void> {
  const isHere = (await settings.supportPeople(tx, network, workspace)).includes(person);
  for (const { id, copId, personId } of await conversations.passOn(tx, network, workspace, person, isHere)) {
    const cop = { id: copId, networkId: network, workspace };
    const about = { kind: 'first-conversation', id } as const;
    after(lane.person(personId), reviseCopies(cop, 'first-conversation-taken', about));
    after(lane.workspace(workspace), reviseCopies(cop, 'first-conversation', about));
  }
}
