import { lane } from '../../domain/effect.ts';
import { isKeptLonger, stillGoes } from '../../domain/going.ts';
import { longKeptMs, type Settings } from '../../domain/settings.ts';
import * as closedCops from '../../store/closed-cops.ts';
import * as cops from '../../store/cops.ts';
import type { Scope } from '../command.ts';
import { reviseCopies } from '../effects.ts';

/**
 * Closed CoPs are kept for another time than before. Of those that don't go as they were told to, it is said that they don't; and where they
 * do after all, some day, it is told anew.
 */
export async function closedKept(
  { tx, after }: Pick<Scope<unknown>, 'tx' | 'after'>,
  before: Settings,
  { networkId, workspace, keepsClosed }: Settings,
): Promise<void> {
  if (keepsClosed === before.keepsClosed) return;
  for (const { id } of await closedCops.toldToGo(tx, networkId, workspace)) {
    const cop = await cops.lock(tx, networkId, id);
    if (!cop || isKeptLonger(cop)) continue;
    if ([before.keepsClosed, keepsClosed].every(one => stillGoes(cop, longKeptMs(one)))) continue;
    const stays = { ...cop, goesAt: undefined };
    await cops.save(tx, stays);
    after(lane.workspace(workspace), reviseCopies(stays, 'cop-goes', { kind: 'cop', id }));
  }
}
