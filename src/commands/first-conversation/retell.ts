import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import * as conversations from '../../store/first-conversations.ts';
import type { Scope } from '../command.ts';
import { reviseCopies } from '../effects.ts';

/** The Support Team's cards say how a CoP stands, what it is called and what it is about: whatever of that changes, they say it. */
export async function retellSupport({ tx, after }: Pick<Scope<unknown>, 'tx' | 'after'>, cop: Cop): Promise<void> {
  for (const id of await conversations.idsOf(tx, cop.networkId, cop.id))
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'first-conversation', { kind: 'first-conversation', id }));
}
