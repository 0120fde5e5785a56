/** What is kept of closed CoPs, where an administrator chose that it goes: told of a month before, then taken away. */
import { longKeptMs } from '../../domain/settings.ts';
import * as going from '../../store/going.ts';
import { newId } from '../../store/ids.ts';
import * as settings from '../../store/settings.ts';
import { drawConsequence } from '../draw-consequence.ts';
import type { Bot } from '../the-bot.ts';
import { noWishes, saveWishes } from '../wishes.ts';

/** Answers how many rows went. */
export async function letClosedGo(bot: Bot): Promise<number> {
  const { db } = bot.store;
  const now = bot.clock.now();
  for (const { workspace, keepsClosed } of await settings.lettingClosedGo(db)) {
    const keptMs = longKeptMs(keepsClosed) ?? Number.NaN;
    for (const cop of await going.goingSoon(db, workspace, keptMs, now)) await tell(bot, cop);
    for (const cop of await going.dueToGo(db, workspace, keptMs, now)) await going.begin(db, cop, keptMs, now);
  }
  let gone = 0;
  for (const { networkId, id } of await going.begun(db)) gone += await going.takeAway(db, networkId, id);
  return gone;
}

async function tell(
  bot: Bot,
  { id, networkId, workspace }: Awaited<ReturnType<typeof going.goingSoon>>[number],
): Promise<void> {
  await bot.store.db.transaction().execute(async tx => {
    const wishes = noWishes();
    const from = { networkId, workspace, press: `going ${newId(bot.clock.now())}` };
    await drawConsequence(bot, tx, from, { command: 'cop goes-soon', options: { cop: id } }, wishes);
    await saveWishes(bot.jobs, tx, wishes, workspace);
  });
}
