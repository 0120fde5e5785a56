/** What follows by itself, in a test: as the outbox draws it where an effect failed, or a clock where time has gone by. */
import { drawConsequence } from '../../src/bot/draw-consequence.ts';
import { noWishes, saveWishes } from '../../src/bot/wishes.ts';
import type { Consequence } from '../../src/domain/consequence.ts';
import type { NetworkId, WorkspaceKey } from '../../src/domain/ids.ts';
import type { Village } from './village.ts';

let drawn = 0;

/** Each time anew: one and the same is drawn once. */
export async function draw(
  { store, bot }: Pick<Village, 'store' | 'bot'>,
  { networkId, workspace }: { readonly networkId: NetworkId; readonly workspace: WorkspaceKey },
  does: Consequence,
): Promise<void> {
  const found = noWishes();
  await store.db.transaction().execute(async tx => {
    await drawConsequence(bot, tx, { networkId, workspace, press: `effect ${++drawn}` }, does, found);
    await saveWishes(bot.jobs, tx, found, workspace);
  });
}
