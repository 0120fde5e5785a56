/** Ten days of a request that waits, in milliseconds; on both engines, with two processes that look at once. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawConsequence } from '../../src/bot/draw-consequence.ts';
import { noWishes } from '../../src/bot/wishes.ts';
import type { WorkspaceKey } from '../../src/domain/ids.ts';
import { unchosen } from '../../src/domain/settings.ts';
import { openStore } from '../../src/store/engine.ts';
import * as settings from '../../src/store/settings.ts';
import { look as lookAt } from '../support/clockwork.ts';
import { engines } from '../support/engines.ts';
import { al, amira, at, mo, sam, type Village, village } from '../support/village.ts';

const hour = 3600_000;
const here = 'discord:here' as WorkspaceKey;

describe.each(engines)('$engine', ({ skip, migrated }) => {
  describe.skipIf(skip)(`reminders${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let it_: Village;
    let url: string;
    let zones: Record<string, string>;
    let look: () => Promise<void>;

    beforeEach(async () => {
      url = await migrated();
      it_ = await village(url); // it is Tuesday 3 March 2026, 9:00 in London; Al has asked, and Amira has had a word with him
      await it_.store.db.updateTable('join_requests').set({ held_ms: 0, held_until: null }).execute();
      await it_.store.db.deleteFrom('settings').execute(); // nothing is chosen, so there is no Support Team
      zones = {};
      look = lookingFrom(it_.bot);
    });
    afterEach(() => it_.store.close());

    const lookingFrom = (bot: Village['bot']) => () => lookAt(bot, zones);

    /** Hour by hour; answers who was told what, and when. */
    async function days(many: number): Promise<string[]> {
      const told: string[] = [];
      for (let n = 0; n < many * 24; n++) {
        it_.passes(hour);
        await look();
        const now = await posts();
        if (now.length === 0) continue;
        for (const { to, message } of now) told.push(`${stamp()} ${to} ${message}`);
        await it_.store.db.deleteFrom('effects').execute();
      }
      return told;
    }
    const stamp = () =>
      new Date(it_.bot.clock.now()).toUTCString().replace(/^(\w+), (\d+) .* (\d+:\d+):.*$/, '$1 $2 $3');
    async function posts() {
      const rows = await it_.store.db.selectFrom('effects').select('wish').orderBy('id').execute();
      if (rows.length === 0) return [];
      const named = new Map(
        (await it_.store.db.selectFrom('persons').select(['id', 'name']).execute()).map(one => [
          one.id as string,
          one.name,
        ]),
      );
      return rows
        .map(row => JSON.parse(row.wish))
        .map(({ to, message }) => ({ to: named.get(to) ?? to, message: message.replace('join-request-', '') }));
    }
    async function supportTeam(timeZone?: string) {
      const chosen = { ...unchosen(await network(), here), supportChannel: 'support-1', timeZone };
      await it_.store.db.transaction().execute(tx => settings.save(tx, chosen));
    }
    const network = async () =>
      (await it_.store.db.selectFrom('workspaces').selectAll().where('id', '=', here).executeTakeFirstOrThrow())
        .network_id;
    /** As the outbox has it, where the platform says no. */
    async function notAdmitted() {
      const from = { networkId: await network(), workspace: here, press: 'effect 1' };
      const does = { command: 'join-request not-admitted', options: { request: it_.request, whose: 'place' } } as const;
      await it_.store.db.transaction().execute(tx => drawConsequence(it_.bot, tx, from, does, noWishes()));
    }
    const facilitates = (who: { name: string }) =>
      it_.store.db
        .updateTable('memberships')
        .set({ role: 'facilitator' })
        .where('person_id', 'in', eb => eb.selectFrom('persons').select('id').where('name', '=', who.name))
        .execute();

    it('come after two days and after five, and to the Support Team after ten', async () => {
      await supportTeam();
      expect(await days(30)).toEqual([
        'Thu 05 09:00 Amira reminder',
        'Mon 09 09:00 Amira reminder',
        'Fri 13 09:00 support waiting',
      ]);
    });

    it('come to the facilitators a last time where there is no Support Team', async () => {
      expect(await days(30)).toEqual([
        'Thu 05 09:00 Amira reminder',
        'Mon 09 09:00 Amira reminder',
        'Fri 13 09:00 Amira reminder',
      ]);
    });

    it("keep to each reader's own hours", async () => {
      await facilitates(mo);
      zones = { 'u-amira': 'America/Los_Angeles', 'u-mo': 'Pacific/Auckland' };
      expect(await days(7)).toEqual([
        'Thu 05 17:00 Amira reminder',
        'Thu 05 20:00 Mo reminder',
        'Sun 08 20:00 Mo reminder',
        'Mon 09 16:00 Amira reminder',
      ]);
    });

    it("keep to the workspace's hours where nobody tells theirs", async () => {
      await supportTeam('Asia/Kolkata');
      expect((await days(11)).map(one => one.slice(0, 12))).toEqual(['Thu 05 09:00', 'Mon 09 04:00', 'Fri 13 09:00']);
    });

    it('never come twice a day to one person, however many wait', async () => {
      await it_.presses(sam, 'join-request make', { cop: it_.cop });
      await it_.presses(at('here', 'u-pat', 'Pat'), 'join-request make', { cop: it_.cop });
      await it_.store.db.deleteFrom('effects').execute();
      const told = await days(14);
      expect(told.map(one => one.slice(0, 6))).toEqual([...new Set(told.map(one => one.slice(0, 6)))]);
      const asked = await it_.store.db
        .selectFrom('reminders')
        .select(['request_id', 'step'])
        .orderBy('sent_at')
        .execute();
      expect(asked.map(row => row.step)).toEqual([
        'first',
        'first',
        'second',
        'second',
        'second',
        'last',
        'last',
        'last',
      ]); // the third first one gave way
      expect(new Set(asked.map(row => row.request_id)).size).toBe(3);
    });

    it('end with the answer', async () => {
      await days(3);
      await it_.presses(amira, 'join-request decline', { request: it_.request });
      await it_.store.db.deleteFrom('effects').execute();
      expect(await days(10)).toEqual([]);
    });

    it('go on where the platform would not let in who was approved', async () => {
      await days(3);
      await it_.presses(amira, 'join-request approve', { request: it_.request });
      await it_.store.db.deleteFrom('effects').execute();
      await days(4);
      await notAdmitted();
      expect(await days(1)).toEqual(['Tue 10 10:00 Amira reminder']);
    });

    it('stand still for three days while there is a talk, and for no longer', async () => {
      await it_.presses(amira, 'talk begin', { request: it_.request, words: 'Which ward?' });
      it_.passes(hour);
      await it_.presses(al, 'talk reply', { talk: it_.talk, words: 'The third' });
      await it_.store.db.deleteFrom('effects').execute();
      const told = await days(14);
      expect(told).toEqual([
        'Mon 09 09:00 Amira reminder',
        'Wed 11 10:00 Amira reminder',
        'Mon 16 10:00 Amira reminder',
      ]);
    });

    it('catch up after the bot was away, with one and not with all', async () => {
      it_.passes(6 * 24 * hour);
      expect(await days(3)).toEqual(['Mon 09 10:00 Amira reminder']);
    });

    it('reach who comes to facilitate later, too', async () => {
      await days(3);
      await facilitates(mo);
      expect(await days(3)).toEqual(['Mon 09 09:00 Amira reminder', 'Mon 09 09:00 Mo reminder']);
    });

    it('are written once where two processes look at once', async () => {
      const other = it_.store.shared ? await openStore(url) : it_.store;
      const looks = [look, lookingFrom({ ...it_.bot, store: other }), look, lookingFrom({ ...it_.bot, store: other })];
      it_.passes(48 * hour);
      await Promise.all(looks.map(one => one()));
      expect(await posts()).toEqual([{ to: 'Amira', message: 'reminder' }]);
      if (other !== it_.store) await other.close();
    });

    it('are looked for without a word where nothing is due', async () => {
      await look();
      it_.statements.length = 0;
      await look();
      expect(it_.statements).toHaveLength(1);
    });
  });
});
