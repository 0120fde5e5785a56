import type { Command } from '../../commands/command.ts';
import type { Invocation } from '../../platform/chat-platform.ts';
import type { Tx } from '../../store/engine.ts';
import * as settings from '../../store/settings.ts';
import type { Wishes } from '../wishes.ts';
import type { Situation } from './scope.ts';

/** The first administrator who comes by is offered to choose the settings, once. */
export async function offering(
  tx: Tx,
  command: Command,
  { by }: Invocation,
  { settings: here, now }: Situation,
  wishes: Wishes,
) {
  if (!command.offersSetup || by.admin !== true || here.offeredAt !== undefined || here.chosenAt !== undefined)
    return false;
  if (!(await settings.offer(tx, here.networkId, here.workspace, now))) return false;
  wishes.effects.forEach((effect, n) => {
    if (effect.wish.kind === 'answer') wishes.effects[n] = { ...effect, wish: { ...effect.wish, offersSetup: true } };
  });
  return true;
}
