import * as settings from '../../store/settings.ts';
import type { Pressing } from './scope.ts';

/** The first administrator who comes by is offered to choose the settings, once. */
export async function offering({ tx, now, command, invocation: { by }, place, wishes }: Pressing): Promise<boolean> {
  const here = place.settings;
  if (!command.offersSetup || by.admin !== true || here.offeredAt !== undefined || here.chosenAt !== undefined)
    return false;
  if (!(await settings.offer(tx, here.networkId, here.workspace, now))) return false;
  wishes.effects.forEach((effect, n) => {
    if (effect.wish.kind === 'answer') wishes.effects[n] = { ...effect, wish: { ...effect.wish, offersSetup: true } };
  });
  return true;
}
