/** What somebody does who presses what was never shown to them, or sends along what no button holds; on both engines. It is Tuesday 3 March 2026, 9:00 in London. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meetings as drawings } from '../../src/bot/drawing/meetings.ts';
import type { Stage } from '../../src/bot/outbox/doing.ts';
import { nothing } from '../../src/bot/outbox/doing.ts';
import { post } from '../../src/bot/outbox/effects/post.ts';
import type { Cop } from '../../src/domain/cop.ts';
import type { CopId, DocumentId, MeetingId } from '../../src/domain/ids.ts';
import * as cops from '../../src/store/cops.ts';
import { invocation } from '../support/desk.ts';
import { engines } from '../support/engines.ts';
import { al, amira, choose, mo, nia, type Village, village, yan, zed } from '../support/village.ts';
import { wordsOf } from '../support/words.ts';

const hour = 3600_000;
const day = 24 * hour;
/** The village's meeting is on Tuesday the 10th, at two, for an hour. */
const untilBegun = 7 * day + 5.5 * hour;
const shut = /isn't here any more, or it isn't open to you|^Only the members of/;
const filled = { about: 'Who turns the heels?', format: 'one-problem', when: 'Thursday 14:00', minutes: '90' };
const odd = ['NaN', 'Infinity', '-1', '1e309', '1e300', '9007199254740993', '1.5', '0x10', '', '٣', "1' or '1'='1"];
const tables = [
  'meetings',
  'meeting_answers',
  'meeting_dates',
  'meeting_votes',
  'meeting_questions',
  'meeting_parts',
  'meeting_calendars',
  'promises',
  'documents',
  'effects',
  'clocks',
] as const;

describe.each(engines)('$engine', ({ skip, migrated }) => {
  describe.skipIf(skip)(`what belongs to a meeting${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let it_: Village;
    beforeEach(async () => {
      it_ = await village(await migrated());
    });
    afterEach(() => it_.store.close());

    const everything = async () => {
      const all = tables.map(table => it_.store.db.selectFrom(table).selectAll().execute());
      return JSON.stringify(await Promise.all(all));
    };
    const newest = async () =>
      (await it_.store.db.selectFrom('meetings').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id;
    const aboutMeetings = () => it_.bot.commands.filter(one => one.about === 'meeting');
    /** Each deed about a meeting, by each of them: what they read, and of its form. */
    async function all(who: readonly (typeof mo)[], meeting: string) {
      const given = { meeting, sure: 'yes', part: 'write', at: '0', when: 'Friday 14:00', learned: 'x', words: 'x' };
      const read: string[] = [];
      for (const { name, form } of aboutMeetings())
        for (const one of who) {
          read.push(await it_.presses(one, name, given));
          if (!form) continue;
          const opened = await it_.form(invocation(one, name, given));
          read.push('say' in opened ? wordsOf(opened.say) : `the form of ${name}`);
        }
      return read;
    }
    const write = (who: typeof mo, learned: string, promised = '') =>
      it_.presses(who, 'meeting write', { meeting: it_.meeting, learned, promised });
    const notes = () =>
      it_.store.db.selectFrom('documents').selectAll().where('kind', '=', 'notes').orderBy('id').execute();

    it('is there for nobody but who drafts it as long as it is only drafted', async () => {
      await it_.presses(mo, 'meeting call', { cop: it_.cop, ...filled });
      const id = await newest();
      const before = await everything();
      for (const words of await all([amira, nia, al, yan, zed], id)) expect(words).toMatch(shut);
      expect(await everything()).toBe(before);
      expect(await it_.presses(mo, 'meeting post', { meeting: id })).not.toMatch(shut);
      expect(await it_.presses(nia, 'meeting come', { meeting: id })).toMatch(/You're coming/);
    });

    it('is drafted anew only by who drafted it, and in its own CoP', async () => {
      await it_.presses(yan, 'meeting call', { cop: it_.otherCop, ...filled, about: 'Of another' });
      const others = await newest();
      expect(await it_.presses(mo, 'meeting redraft', { ...filled, meeting: others })).toMatch(shut);
      expect(await it_.presses(amira, 'meeting redraft', { ...filled, meeting: others })).toMatch(shut);
      await it_.presses(mo, 'meeting redraft', { ...filled, meeting: it_.meeting });
      await it_.presses(mo, 'meeting call', { cop: it_.cop, ...filled, meeting: others });
      const rows = await it_.store.db.selectFrom('meetings').select(['id', 'about', 'state']).execute();
      expect(rows.find(one => one.id === others)).toMatchObject({ about: 'Of another', state: 'drafted' });
      expect(rows.find(one => one.id === it_.meeting)).toMatchObject({ state: 'called' });
    });

    it('is listed from nowhere else than it can be', async () => {
      for (const list of ['meeting list', 'promise list', 'join-request look-back', 'document page', 'role show']) {
        const first = await it_.presses(amira, list, { cop: it_.cop });
        expect(first, list).not.toMatch(shut);
        for (const from of [...odd, 'x'.repeat(5000)])
          expect(await it_.presses(amira, list, { cop: it_.cop, from }), `${list} ${from}`).toBe(first);
      }
      const all = await it_.presses(amira, 'meeting list', { cop: it_.cop });
      expect(await it_.presses(amira, 'meeting list', { cop: it_.cop, from: '5' })).toBe(all); // as after the last there is
    });

    it('takes no date, part, length or number of weeks that there isn’t', async () => {
      const { meeting } = it_;
      await it_.presses(mo, 'meeting call', { cop: it_.cop, ...filled });
      const voted = await newest();
      await it_.presses(mo, 'meeting offer', { meeting: voted, second: 'Friday 14:00' });
      await it_.presses(mo, 'meeting post', { meeting: voted });
      const [a] = await it_.store.db.selectFrom('meeting_dates').select('starts_at').execute();
      const state = async () =>
        JSON.stringify([
          await it_.store.db.selectFrom('meetings').selectAll().where('state', '<>', 'drafted').execute(),
          await it_.store.db.selectFrom('meeting_votes').selectAll().execute(),
          await it_.store.db.selectFrom('meeting_parts').selectAll().execute(),
        ]);
      const before = await state();
      const elsewhere = await it_.store.db
        .selectFrom('meetings')
        .select('starts_at')
        .where('id', '=', meeting as MeetingId)
        .executeTakeFirstOrThrow();
      for (const at of [...odd, String(elsewhere.starts_at), `${a?.starts_at}.5`])
        for (const deed of ['meeting vote', 'meeting take'])
          expect(await it_.presses(mo, deed, { meeting: voted, at, says: at }), `${deed} ${at}`).toMatch(/date/);
      for (const said of odd) {
        await it_.presses(mo, 'meeting take-part', { meeting, part: said });
        await it_.presses(mo, 'meeting lay-down', { meeting, part: said });
        await it_.presses(mo, 'meeting move', { meeting, when: said, minutes: said });
        await it_.presses(mo, 'meeting again', { meeting, weeks: said });
      }
      expect(await state()).toBe(before);
      const drafted = await it_.store.db
        .selectFrom('meetings')
        .select(['starts_at', 'minutes'])
        .where('state', '=', 'drafted')
        .execute();
      const inTwoWeeks = { starts_at: Date.UTC(2026, 2, 24, 14), minutes: 60 };
      expect(drafted).toEqual(odd.map(() => inTwoWeeks)); // only `again` drafts
      await it_.presses(mo, 'meeting ask', { meeting, words: '¿'.repeat(9000) });
      const [asked] = await it_.store.db.selectFrom('meeting_questions').select('words').execute();
      expect([...(asked?.words ?? '')].length).toBeLessThanOrEqual(300);
    });

    it('is not promised, done or undone by way of another CoP', async () => {
      it_.passes(untilBegun);
      await write(mo, 'Offload early', 'all of us sleep');
      const { id } = await it_.store.db.selectFrom('promises').select('id').executeTakeFirstOrThrow();
      const before = await everything();
      for (const [who, cop] of [
        [yan, it_.otherCop],
        [yan, it_.cop],
        [zed, it_.cop],
        [al, it_.cop],
        [mo, it_.cop], // nobody in particular promised it: that is for those who facilitate
      ] as const)
        for (const deed of ['promise done', 'promise undone'])
          expect(await it_.presses(who, deed, { cop, promise: id })).not.toMatch(/Done:|It's open again/);
      expect(await everything()).toBe(before);
      expect(await it_.presses(amira, 'promise done', { cop: it_.cop, promise: id })).toMatch(
        /Done: “all of us sleep”/,
      );
    });

    it('is nothing that was seen by who says so: what is written is revised by who may alone', async () => {
      it_.passes(untilBegun);
      await write(mo, 'As it was');
      const { notes_at } = await it_.store.db
        .selectFrom('meetings')
        .select('notes_at')
        .where('id', '=', it_.meeting as MeetingId)
        .executeTakeFirstOrThrow();
      for (const seen of [...odd, String(notes_at)])
        await it_.presses(nia, 'meeting write', { meeting: it_.meeting, learned: 'Mine now', seen });
      for (const seen of odd)
        await it_.presses(amira, 'meeting write', { meeting: it_.meeting, learned: 'Mine now', seen });
      expect((await notes()).map(one => one.words)).toEqual(['As it was']);
    });

    it('is over, cancelled or closed whatever is pressed again', async () => {
      const settled = /is over|is cancelled|is closed|isn't a date/;
      const ends: readonly (readonly [string, () => Promise<unknown>])[] = [
        ['over', () => it_.store.db.updateTable('meetings').set({ state: 'over' }).execute()],
        ['cancelled', () => it_.store.db.updateTable('meetings').set({ state: 'cancelled' }).execute()],
        ['closed', () => it_.store.db.updateTable('cops').set({ closed_at: 1 }).execute()],
      ];
      const late = [
        'come',
        'not',
        'ask',
        'calendar',
        'parts',
        'take-part',
        'lay-down',
        'will-write',
        'vote',
        'take',
        'move',
        'cancel',
        'show',
        'post',
        'drop',
        'offer',
      ];
      for (const [state, end] of ends) {
        await end();
        const before = await everything();
        for (const deed of late) {
          const options = {
            meeting: it_.meeting,
            sure: 'yes',
            part: 'write',
            at: '0',
            words: 'x',
            when: 'Friday 14:00',
          };
          expect(await it_.presses(mo, `meeting ${deed}`, options), `${state}: ${deed}`).toMatch(settled);
        }
        expect(await everything(), state).toBe(before);
      }
    });

    it('is open to nobody who was put out, and they are not told what waited to be told', async () => {
      it_.passes(untilBegun);
      await write(mo, 'Offload early', 'I read on');
      const [kept] = await notes();
      await it_.presses(amira, 'membership remove', { cop: it_.cop, person: mo.id });
      const { state } = await it_.store.db
        .selectFrom('memberships as m')
        .innerJoin('accounts as a', 'a.person_id', 'm.person_id')
        .select('m.state')
        .where('a.external_id', '=', mo.id)
        .where('m.cop_id', '=', it_.cop as CopId)
        .executeTakeFirstOrThrow();
      expect(state).toBe('left');
      const before = await everything();
      for (const words of await all([mo], it_.meeting)) expect(words).toMatch(shut);
      for (const { name } of it_.bot.commands.filter(one => one.about === 'document'))
        expect(await it_.presses(mo, name, { document: kept?.id ?? '', sure: 'yes', title: 'x' }), name).toMatch(shut);
      for (const deed of [
        'promise list',
        'promise done',
        'meeting list',
        'meeting call',
        'newcomer hello',
        'newcomer ask',
      ])
        expect(await it_.presses(mo, deed, { cop: it_.cop, ...filled }), deed).toMatch(/Only the members of/);
      expect(await everything()).toBe(before);
      await toldNothing();
    });

    /** What is for members alone, and waits: whoever is still in is sought out on their platform, which isn't there. */
    async function toldNothing() {
      const { db } = it_.store;
      const { network_id } = await db
        .selectFrom('cops')
        .select('network_id')
        .where('id', '=', it_.cop as CopId)
        .executeTakeFirstOrThrow();
      const cop = (await cops.byId(db, network_id, it_.cop as CopId)) as Cop;
      const person = async ({ id }: typeof mo) =>
        (await db.selectFrom('accounts').select('person_id').where('external_id', '=', id).executeTakeFirstOrThrow())
          .person_id;
      const stage = { bot: it_.bot, cop, effect: { id: 'e' }, now: it_.bot.clock.now() } as unknown as Stage;
      for (const message of [
        'meeting-news',
        'meeting-write-up',
        'meeting-unwritten',
        'meeting-enjoyed',
        'meeting-best',
      ] as const) {
        const wish = { kind: 'post', message, about: { kind: 'meeting', id: it_.meeting } } as const;
        expect(await post.perform(stage, { ...wish, to: await person(mo) } as never), message).toBe(nothing);
        await expect(post.perform(stage, { ...wish, to: await person(nia) } as never), message).rejects.toThrow();
      }
    }

    it('is put back into the library by nobody once it was written anew; what stood in the space stays out of sight', async () => {
      it_.passes(untilBegun);
      await write(mo, 'The first');
      const id = (await notes())[0]?.id as DocumentId;
      await it_.presses(mo, 'document remove', { document: id, sure: 'yes' });
      await write(nia, 'The second');
      expect(await it_.presses(mo, 'document restore', { document: id })).toMatch(/written up anew meanwhile/);
      expect((await notes()).map(one => [one.words, one.state])).toEqual([
        ['The first', 'removed'],
        ['The second', 'kept'],
      ]);
      const { network_id } = await it_.store.db
        .selectFrom('cops')
        .select('network_id')
        .where('id', '=', it_.cop as CopId)
        .executeTakeFirstOrThrow();
      const cop = (await cops.byId(it_.store.db, network_id, it_.cop as CopId)) as Cop;
      const where = { bot: it_.bot, reader: it_.store.db, cop, effect: undefined as never, language: 'en' } as const;
      const card = await drawings['meeting-notes']({
        ...where,
        now: it_.bot.clock.now(),
        about: { kind: 'document', id },
      });
      expect(wordsOf(card)).toBe('These notes are not in the library of Wound Care any more.');
    });

    it.each(['meeting move', 'meeting offer', 'meeting redraft', 'meeting write'])(
      'is read in the zone in which it was asked for: changed since, the form of %s comes back',
      async deed => {
        const { meeting } = it_;
        const { db } = it_.store;
        if (deed === 'meeting write') it_.passes(untilBegun);
        if (deed === 'meeting offer' || deed === 'meeting redraft')
          await db.updateTable('meetings').set({ state: 'drafted' }).execute();
        const opened = await it_.form(invocation(mo, deed, { meeting }));
        if (!('show' in opened)) throw new Error(JSON.stringify(opened));
        const { options } = opened.show.does;
        await choose(it_, { timeZone: 'America/New_York' });
        const before = await everything();
        const typed = { ...filled, learned: 'Socks.', second: 'Friday 14:00' };
        expect(await it_.presses(mo, deed, { ...options, ...typed })).toMatch(/time zone here was changed/);
        expect(await everything()).toBe(before);
        const again = await it_.invoke(invocation(mo, deed, { ...options, ...typed }));
        const next = 'mend' in again ? again.mend.does.options : {};
        expect(await it_.presses(mo, deed, { ...next, ...typed })).not.toMatch(/time zone here was changed/);
        expect(await everything()).not.toBe(before);
      },
    );
  });
});
