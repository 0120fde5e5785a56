import type { StoredEffect } from '../store/effects.ts';
import * as posts from '../store/posts.ts';
import type { Scope } from './command.ts';
import { reviseCopies } from './effects.ts';

/** These are over, one way or another: whoever was told that one of them needs a hand reads how it ended. */
export async function handsRevised(
  { tx, after }: Pick<Scope<unknown>, 'tx' | 'after'>,
  over: readonly StoredEffect[],
): Promise<void> {
  for (const { id, networkId, copId, workspace, lane, error } of over) {
    if (!error) continue; // nothing was ever in its way
    const about = { kind: 'effect', id } as const;
    const told = await posts.copiesOf(tx, networkId, 'needs-a-hand', about);
    if (told.length > 0) after(lane, reviseCopies({ id: copId, networkId, workspace }, 'needs-a-hand', about));
  }
}
