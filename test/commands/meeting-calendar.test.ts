/** A meeting in people's own calendars: taken by one press, and sent again to who took it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noWishes, saveWishes, wishing } from '../../src/bot/wishes.ts';
import { calendarsFollow } from '../../src/commands/meeting/calendar.ts';
import type { Wish } from '../../src/domain/effect.ts';
import type { MeetingId } from '../../src/domain/ids.ts';
import * as meetings from '../../src/store/meetings.ts';
import { al, amira, mo, nia, type Village, village, zed } from '../support/village.ts';

let it_: Village;
let meeting: MeetingId;
beforeEach(async () => {
  it_ = await village();
  await it_.store.db.deleteFrom('meetings').execute();
  await it_.presses(mo, 'meeting call', { cop: it_.cop, about: 'Heels?', format: 'check-in', when: 'Thursday 14:00' });
  meeting = (await it_.store.db.selectFrom('meetings').select('id').executeTakeFirstOrThrow()).id;
  await it_.presses(mo, 'meeting post', { meeting });
});
afterEach(() => it_.store.close());

const takes = (who: typeof mo) => it_.presses(who, 'meeting calendar', { meeting });
const sends = async () =>
  (await it_.store.db.selectFrom('effects').select(['wish', 'lane']).orderBy('id').execute()).flatMap(row => {
    const wish = JSON.parse(row.wish) as Wish;
    return wish.kind === 'send-meeting' ? [row.lane] : [];
  });
const taken = () => it_.store.db.selectFrom('meeting_calendars').select('sequence').execute();

describe('a meeting', () => {
  it('is sent to who takes it, and again to who took it and is still there', async () => {
    expect(await takes(mo)).toMatch(/Heels\? is on its way to you, as a file by direct message/);
    await takes(nia);
    await takes(nia);
    expect(await sends()).toHaveLength(3);
    expect(await taken()).toHaveLength(2);
    for (const who of [al, zed]) expect(await takes(who)).toMatch(/isn't here any more|Only the members/);
    await it_.store.db.updateTable('meeting_calendars').set({ sequence: 0 }).execute();
    await it_.presses(nia, 'membership go', { cop: it_.cop, sure: 'yes' });
    const { network_id } = await it_.store.db.selectFrom('meetings').selectAll().executeTakeFirstOrThrow();
    const found = await meetings.withCop(it_.store.db, network_id, meeting);
    if (!found) throw new Error('no meeting');
    await it_.store.db.deleteFrom('effects').execute();
    await it_.store.db.transaction().execute(async tx => {
      const wishes = noWishes();
      await calendarsFollow({ tx, after: wishing(wishes, it_.bot.clock.now()) }, found.cop, found.meeting);
      await saveWishes(it_.bot.jobs, tx, wishes, found.cop.workspace);
    });
    expect(await sends()).toHaveLength(1); // to Mo: Nia has left
  });

  it('that is over, or off, is taken by nobody', async () => {
    await it_.store.db.updateTable('meetings').set({ state: 'over' }).execute();
    expect(await takes(amira)).toMatch(/This meeting is over/);
    await it_.store.db.updateTable('meetings').set({ state: 'cancelled' }).execute();
    expect(await takes(amira)).toMatch(/This meeting is cancelled/);
    expect(await taken()).toEqual([]);
  });
});
