/** The database is of an earlier time: an address of a calendar that was taken away since would work again, so none does any more. Whoever had one is told. */
import { post } from '../commands/effects.ts';
import { lane } from '../domain/effect.ts';
import * as feeds from '../store/calendar-feeds.ts';
import * as cops from '../store/cops.ts';
import { inWork } from './in-work.ts';
import type { Bot } from './the-bot.ts';

export async function endFeeds(bot: Bot): Promise<void> {
  const { db } = bot.store;
  for (const { networkId, person } of await feeds.everyOwner(db))
    await db.transaction().execute(async tx => {
      if (!(await feeds.takeAway(tx, networkId, person))) return; // another process did, which tells them
      const cop = (await cops.ofPerson(tx, networkId, person)).find(one => one.cop.state === 'open')?.cop;
      if (!cop) return;
      await inWork(bot, tx, cop.workspace, async ({ after }) => {
        after(lane.person(person), post(cop, 'calendar-ended', person, { kind: 'cop', id: cop.id }));
      });
    });
}
