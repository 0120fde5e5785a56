/** A CoP is closed by its facilitators, on a day: who is told, who can ask to wait, what is left. On both engines. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from '../../src/bot/drawing/render.ts';
import { noWishes, saveWishes, wishing } from '../../src/bot/wishes.ts';
import { harvestOf } from '../../src/commands/closing/harvest.ts';
import { cardsGone } from '../../src/commands/cop/cards-gone.ts';
import type { Consequence } from '../../src/domain/consequence.ts';
import type { Wish } from '../../src/domain/effect.ts';
import type { CopId, NetworkId } from '../../src/domain/ids.ts';
import { harvestCard, harvestIn } from '../../src/messages/harvest.ts';
import * as cops from '../../src/store/cops.ts';
import { look } from '../support/clockwork.ts';
import { draw } from '../support/consequences.ts';
import { engines } from '../support/engines.ts';
import { al, amira, ivy, mo, nia, sam, type Village, village } from '../support/village.ts';
import { wordsOf } from '../support/words.ts';

const day = 24 * 3600_000;
const kept = { roles: 'yes', library: 'yes' } as const;

describe.each(engines)('$engine', ({ skip, migrated }) => {
  describe.skipIf(skip)(`a CoP that is to be closed${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let it_: Village;
    beforeEach(async () => {
      it_ = await village(await migrated());
      await it_.presses(nia, 'nomination decline', { nomination: it_.nomination });
      await it_.store.db.deleteFrom('clocks').execute();
      await it_.store.db.deleteFrom('effects').execute();
    });
    afterEach(() => it_.store.close());

    const closes = (options: Record<string, string> = {}) =>
      it_.presses(amira, 'cop close', { cop: it_.cop, ...kept, ...options });
    const presses = (who: typeof amira, command: string, options: Record<string, string> = {}) =>
      it_.presses(who, command, { cop: it_.cop, ...options });
    const wishes = async () =>
      (await it_.store.db.selectFrom('effects').select('wish').orderBy('id').execute()).map(
        one => JSON.parse(one.wish) as Wish,
      );
    const said = async () =>
      (await wishes()).flatMap(wish =>
        'message' in wish
          ? /clos|archiv/.test(wish.message)
            ? [`${wish.kind} ${wish.message}`]
            : []
          : wish.kind === 'send-harvest'
            ? [wish.to === 'space' ? 'harvest, here' : 'harvest']
            : wish.kind === 'archive-space'
              ? [`${wish.kind} ${wish.how}`]
              : [],
      );
    const follows = async (does: Consequence) => draw(it_, await cop(), does);
    const cop = async () => {
      const { network_id } = await it_.store.db
        .selectFrom('cops')
        .select('network_id')
        .where('id', '=', it_.cop as never)
        .executeTakeFirstOrThrow();
      return (await cops.byId(it_.store.db, network_id as NetworkId, it_.cop as CopId)) as NonNullable<
        Awaited<ReturnType<typeof cops.byId>>
      >;
    };
    const passes = async (days: number) => {
      it_.passes(days * day);
      await look(it_.bot);
    };

    it('who was on the way in when it was closed is not for ever: they are out, hear so, and can ask again once it is open', async () => {
      await it_.presses(amira, 'join-request approve', { request: it_.request });
      await it_.presses(ivy, 'invitation accept', { invitation: it_.invitation });
      const stands = async () =>
        (
          await it_.store.db
            .selectFrom('memberships as m')
            .innerJoin('persons as p', 'p.id', 'm.person_id')
            .select(['p.name', 'm.state'])
            .orderBy('p.name')
            .execute()
        ).flatMap(one => (['Al', 'Ivy'].includes(one.name) ? [`${one.name} ${one.state}`] : []));
      expect(await stands()).toEqual(['Al joining', 'Ivy joining']);
      const admitting = await it_.store.db
        .selectFrom('effects')
        .select('on_failure')
        .where('kind', '=', 'admit')
        .orderBy('id')
        .execute();
      it_.passes(1000);
      await it_.happened({
        kind: 'closed',
        id: 'gone',
        how: 'deleted',
        space: { platform: 'discord', workspace: 'here', id: 'space-1' },
      });
      const settled = async () => {
        const { db } = it_.store;
        const requests = await db
          .selectFrom('join_requests')
          .select('state')
          .where('id', '=', it_.request as never)
          .execute();
        const invited = await db
          .selectFrom('invitations')
          .select('state')
          .where('id', '=', it_.invitation as never)
          .execute();
        return [...requests, ...invited].map(one => one.state);
      };
      expect(await stands()).toEqual(['Al left', 'Ivy left']);
      expect(await settled()).toEqual(['withdrawn', 'withdrawn']);
      const told = (await wishes()).flatMap(one => ('message' in one ? [`${one.kind} ${one.message}`] : []));
      expect(told).toEqual(
        expect.arrayContaining(['post join-request-lapsed', 'revise join-request', 'revise invitation']),
      );

      await it_.store.db.deleteFrom('effects').execute();
      for (const { on_failure } of admitting) await follows(JSON.parse(on_failure ?? ''));
      expect(await settled()).toEqual(['withdrawn', 'withdrawn']); // what was being done at that moment changes nothing
      expect(await wishes()).toEqual([]);
    });

    it('closes after a week, whole, with what it leaves behind sent to whoever wanted it', async () => {
      await it_.presses(amira, 'cop edit', {
        cop: it_.cop,
        section: 'itself',
        name: 'Wound Care',
        domain: 'Wounds',
        statement: 'We are *nurses*',
      });
      await it_.presses(mo, 'document show', { document: it_.document });
      await it_.presses(amira, 'document show', { document: it_.document });
      await it_.store.db.deleteFrom('effects').execute();
      expect(await closes({ story: 'Nia found a [trick].' })).toMatch(
        /is to be closed.*each can ask you to wait.*\[Call it off\]/s,
      );
      expect((await said()).at(-1)).toBe('post cop-closing');
      expect(await it_.presses(sam, 'cop find', { words: 'wound' })).toMatch(/to be closed on(?!.*\[Ask to wait)/s);
      const asksToWait = /to be closed on.*[[ ]Ask to wait with closing it[\],]/s;
      expect(await it_.presses(mo, 'cop find', { words: 'wound' })).toMatch(asksToWait);
      expect(await it_.presses(mo, 'home show', {})).toMatch(asksToWait);
      const callsOff = /to be closed on.*[[ ]Call it off[\],]/s;
      expect(await it_.presses(amira, 'cop find', { words: 'wound' })).toMatch(callsOff);
      expect(await it_.presses(amira, 'home show', {})).toMatch(callsOff);
      expect(await presses(mo, 'closing wants')).toMatch(/by direct message, once it is closed/);
      expect(await presses(amira, 'closing named')).toMatch(/You're named/);
      await passes(6);
      expect((await cop()).state).toBe('open');
      await it_.store.db.deleteFrom('effects').execute();
      await passes(2);
      expect(await cop()).toMatchObject({ state: 'closed', closesAt: undefined });
      expect(await said()).toEqual(
        expect.arrayContaining(['revise cop-closing', 'harvest, here', 'archive-space archived', 'harvest', 'harvest']),
      );
      expect((await said()).filter(one => one === 'harvest')).toHaveLength(2); // Amira, who facilitates it, and Mo
      const pending = await it_.store.db
        .selectFrom('join_requests')
        .select('id')
        .where('state', '=', 'pending')
        .execute();
      expect(pending).toEqual([]);
      expect(await it_.store.db.selectFrom('core_roles').select('id').where('ended_at', 'is', null).execute()).toEqual(
        [],
      );

      const view = await harvestOf(it_.store.db, await cop());
      const words = view ? harvestIn(view, 'en') : '';
      expect(words).toMatch(
        /^# Wound Care\n\nWounds\n\nFrom 2026-03-03 to 2026-03-1\d, .* at its end\.\n\nFacilitated by Amira\./,
      );
      expect(words).toContain('> We are \\*nurses\\*');
      expect(words).toMatch(/- \*\*Critical Friend\*\*: somebody, 2026-03-03 – 2026-03-1\d/);
      expect(words).toContain('Nia found a \\[trick\\].');
      expect(words).toMatch(
        /### Most opened\n\n- \[Dressing protocol\]\(<https:\/\/example\.org\/protocol>\) \(2 times\)/,
      );
      expect(words).not.toMatch(/\bMo\b|I run a clinic/);
      expect(view && harvestIn(view, 'de')).toMatch(/## Bibliothek[\s\S]*\(2-mal\)/);
    });

    it.each([
      ['and who carried what', { roles: 'yes' }],
      ['though not who carried what', { roles: '' }],
    ])('names whoever said so in what it leaves behind, %s', async (_, kept) => {
      await closes(kept);
      expect(await presses(mo, 'closing named')).toMatch(/You're named in what Wound Care leaves behind/);
      await it_.store.db.updateTable('persons').set({ name: 'Mo [M]' }).where('name', '=', 'Mo').execute();
      await passes(8);
      const view = await harvestOf(it_.store.db, await cop());
      const words = view ? harvestIn(view, 'en') : '';
      expect(words).toContain('3 people at its end.\n\nWith Mo \\[M\\] and 1 more.\n');
      expect(words).not.toMatch(/Amira|Nia/);
      expect(view && harvestIn(view, 'de')).toMatch(/\n\nDabei: Mo /);
      expect(/Critical Friend\*\*: Mo/.test(words)).toBe(kept.roles === 'yes');
    });

    it('is not closed before its members could read that it is to be, and ask to wait', async () => {
      await closes();
      const announcing = () => it_.store.db.updateTable('effects').where('wish', 'like', '%"post"%"cop-closing"%');
      await announcing()
        .set({ state: 'parked', due_at: 1e14, error: '{}' as never })
        .execute(); // the bot may not post there
      await passes(8);
      expect((await cop()).state).toBe('open');
      expect((await cop()).closesAt).toBe(it_.bot.clock.now() + 7 * day);
      await passes(6);
      await announcing().set({ state: 'done', settled_at: it_.bot.clock.now(), error: null }).execute();
      const toldAt = it_.bot.clock.now();
      await passes(1);
      expect((await cop()).state).toBe('open');
      expect((await cop()).closesAt).toBe(toldAt + 7 * day);
      await passes(9);
      expect((await cop()).state).toBe('closed');
    });

    it('says so again where somebody deletes its card, for nobody could ask to wait; three times at most', async () => {
      await closes();
      const announced = async () => (await said()).filter(one => one === 'post cop-closing').length;
      for (const times of [1, 2, 3, 4]) {
        expect(await announced()).toBe(Math.min(times, 3));
        const [one] = await it_.store.db
          .updateTable('effects')
          .set({ state: 'done', settled_at: it_.bot.clock.now() })
          .where('wish', 'like', '%"post"%"cop-closing"%')
          .where('settled_at', 'is', null)
          .returningAll()
          .execute();
        if (!one) return expect(times).toBe(4);
        const { id: effect_id, network_id, workspace_id } = one;
        const where = { message: 'cop-closing', about_kind: 'cop', about_id: it_.cop, channel_id: 'space-1', message_id: `m${times}` } as const; // biome-ignore format: one row
        await it_.store.db.insertInto('posts').values({ effect_id, network_id, workspace_id, language: 'en', ...where }).execute(); // biome-ignore format: one row
        const now = it_.bot.clock.now();
        const here = await cop();
        await it_.store.db.transaction().execute(async tx => {
          const wishes = noWishes();
          const deleted = [{ channel: 'space-1', id: `m${times}` }];
          await cardsGone({ tx, after: wishing(wishes, now) }, here, deleted);
          await saveWishes(it_.bot.jobs, tx, wishes, workspace_id);
        });
      }
    });

    it('waits when a member asks for it; the facilitators hear who, and go on, or call it off', async () => {
      await closes();
      expect(await presses(mo, 'closing wait')).toMatch(/isn't closed for now/);
      expect(await presses(nia, 'closing wait')).toMatch(/isn't closed for now/);
      expect((await said()).filter(one => one === 'post closing-waits')).toHaveLength(1);
      await passes(30);
      expect((await cop()).state).toBe('open');
      expect(await presses(mo, 'closing go-on')).toMatch(/Only the facilitators/);
      expect(await presses(amira, 'closing go-on')).toMatch(/is closed on .*\[Call it off\]/s);
      const { closesAt = 0 } = await cop();
      expect(closesAt - it_.bot.clock.now()).toBe(2 * day);
      expect(await presses(amira, 'closing call-off')).toMatch(/isn't closed: it goes on/);
      await passes(30);
      expect(await cop()).toMatchObject({ state: 'open', closesAt: undefined });
      for (const command of ['closing wait', 'closing wants', 'closing named'])
        expect(await presses(mo, command)).toMatch(/isn't being closed/);
      expect(await presses(amira, 'closing go-on')).toMatch(/isn't being closed/);
    });

    it('given once more, what is kept is changed and the day is not; its space is deleted only where that was said twice', async () => {
      await closes({ space: 'deleted' });
      const { closesAt } = await cop();
      const row = () => it_.store.db.selectFrom('closings').selectAll().executeTakeFirstOrThrow();
      expect(await row()).toMatchObject({ space: 'archived', keeps_roles: 1 });
      it_.passes(day);
      expect(await it_.presses(amira, 'cop close', { cop: it_.cop, library: 'yes', space: 'deleted' })).toMatch(
        /gone for good.*Are you sure\?.*\[Yes, delete it then\]/s,
      );
      expect((await cop()).closesAt).toBe(closesAt);
      expect(await row()).toMatchObject({ space: 'archived', keeps_roles: 0 });
      expect(await presses(amira, 'closing space', { space: 'deleted' })).toMatch(
        /deleted then.*\[Keep it, read only\]/s,
      );
      await passes(8);
      expect(await said()).toContain('archive-space deleted');
      const view = await harvestOf(it_.store.db, await cop());
      expect(view && harvestIn(view, 'en')).not.toMatch(/Who carried what/);
    });

    it('says in its space, too, that it is deleted then, and how to have what it leaves behind', async () => {
      const card = async () => {
        const where = { bot: it_.bot, reader: it_.store.db, cop: await cop(), effect: undefined as never };
        const about = { kind: 'cop', id: it_.cop as CopId } as const;
        return wordsOf(await render('cop-closing', { ...where, language: 'en', now: it_.bot.clock.now(), about }));
      };
      const chooses = async (space: string) => {
        await it_.store.db.deleteFrom('effects').execute();
        await presses(amira, 'closing space', { space });
        expect(await said()).toEqual(['revise cop-closing']);
      };
      await closes({ space: 'deleted' });
      expect(await card()).toMatch(/is posted here that day/); // it was said once only
      await chooses('deleted');
      expect(await card()).toMatch(/Then its space is deleted.*press Send it to me.*\[Send it to me\]/s);
      expect(await card()).not.toMatch(/posted here/);
      await chooses('archived');
      expect(await card()).not.toMatch(/deleted/);
      expect(await card()).toMatch(/is posted here that day/);
    });

    it('names with what it leaves behind no part that the document lacks', async () => {
      const lastWord = async () => {
        const view = await harvestOf(it_.store.db, await cop());
        return view && wordsOf(harvestCard(view, true));
      };
      await it_.presses(amira, 'cop close', { cop: it_.cop });
      expect(await lastWord()).toBe('Wound Care is closed. This is what it leaves behind. Thank you all.');
      await it_.presses(amira, 'closing change', { cop: it_.cop, roles: 'yes', story: 'Nia found a trick.' });
      expect(await lastWord()).toMatch(/behind: who carried what, what happened here\. Thank/);
      await it_.presses(amira, 'closing change', { cop: it_.cop, library: 'yes' });
      await it_.store.db.updateTable('cops').set({ statement: 'We are nurses' }).execute();
      expect(await lastWord()).toMatch(/behind: its statement, its library\. Thank/);
      await it_.store.db.deleteFrom('documents').execute();
      expect(await lastWord()).toMatch(/behind: its statement\. Thank/);
    });

    it('closed by hand meanwhile, it is closed as ever, and nothing comes of the day', async () => {
      await closes();
      await it_.happened({
        kind: 'closed',
        id: 'gone',
        how: 'deleted',
        space: { platform: 'discord', workspace: 'here', id: 'space-1' },
      });
      await it_.store.db.deleteFrom('effects').execute();
      await passes(8);
      expect(await said()).toEqual([]);
      expect(await presses(al, 'closing wait')).not.toMatch(/for now/);
    });
  });
});
