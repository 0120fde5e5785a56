/** A platform takes so many pins a space: its facilitators are told before it is full, once until there is room again. */
import { post } from '../../commands/effects.ts';
import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as libraries from '../../store/libraries.ts';
import { inWork } from '../in-work.ts';
import type { Bot } from '../the-bot.ts';

/** So many pins before the platform's limit. */
const nearlyFull = 10;

/** `most`: nothing, where the platform knows no limit. */
export async function lookAtRoom(bot: Bot, cop: Cop, most: number | undefined): Promise<void> {
  if (most === undefined) return;
  const { networkId: network, id } = cop;
  await bot.store.db.transaction().execute(async tx => {
    const crowded = (await libraries.countPinned(tx, network, id)) >= most - nearlyFull;
    const library = await libraries.settings(tx, network, id);
    if (crowded === (library.toldFullAt !== undefined)) return;
    const now = bot.clock.now();
    await libraries.set(tx, network, id, { ...library, toldFullAt: crowded ? now : undefined });
    if (!crowded) return;
    await inWork(bot, tx, cop.workspace, async ({ after }) => {
      for (const one of await facilitating.ofCop(tx, network, id, cop.workspace))
        after(lane.person(one.id), post(cop, 'room-for-pins', one.id, { kind: 'cop', id }));
    });
  });
}
