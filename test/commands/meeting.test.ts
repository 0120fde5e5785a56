/** A meeting, from its form to its end: what is drafted, called, answered and brought. It is Tuesday 3 March 2026, 9:00 in London; on both engines. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from '../../src/bot/drawing/render.ts';
import type { Desired } from '../../src/commands/command.ts';
import { close } from '../../src/commands/cop/close.ts';
import { offersFirstMeeting } from '../../src/commands/meeting/first.ts';
import type { Cop } from '../../src/domain/cop.ts';
import type { Wish } from '../../src/domain/effect.ts';
import type { CopId, EffectId, MeetingId } from '../../src/domain/ids.ts';
import type { AboutOf, MessageName } from '../../src/domain/message.ts';
import * as clocks from '../../src/store/clocks.ts';
import * as cops from '../../src/store/cops.ts';
import { erase } from '../../src/store/erasing.ts';
import * as endings from '../../src/store/meeting-endings.ts';
import * as meetings from '../../src/store/meetings.ts';
import { recordsOf } from '../../src/store/records-of.ts';
import { look } from '../support/clockwork.ts';
import { invocation } from '../support/desk.ts';
import { engines } from '../support/engines.ts';
import { al, amira, choose, mo, type Village, village, zed } from '../support/village.ts';
import { wordsOf } from '../support/words.ts';

const hour = 3600_000;
const filled = { about: 'Who turns the heels?', format: 'one-problem', when: 'Thursday 14:00', minutes: '90' };

describe.each(engines)('$engine', ({ skip, migrated }) => {
  describe.skipIf(skip)(`a meeting${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let it_: Village;
    beforeEach(async () => {
      it_ = await village(await migrated());
      await it_.store.db.deleteFrom('meetings').execute();
      await it_.store.db.deleteFrom('clocks').execute();
    });
    afterEach(() => it_.store.close());

    const drafts = (given: Record<string, string> = {}, who = mo) =>
      it_.presses(who, 'meeting call', { cop: it_.cop, ...filled, ...given });
    const redrafts = (id: string, given: Record<string, string> = {}) =>
      it_.presses(mo, 'meeting redraft', { meeting: id, ...filled, ...given });
    const rows = () => it_.store.db.selectFrom('meetings').selectAll().orderBy('id').execute();
    const only = async () => {
      const [one, ...others] = await rows();
      expect(others).toEqual([]);
      return one as NonNullable<typeof one>;
    };
    const calls = async (given: Record<string, string> = {}) => {
      await drafts(given);
      const { id } = (await rows()).at(-1) as { id: string };
      await it_.presses(mo, 'meeting post', { meeting: id });
      return id;
    };
    const wishes = async () =>
      (await it_.store.db.selectFrom('effects').select(['wish', 'lane']).orderBy('id').execute())
        .map(one => JSON.parse(one.wish) as Wish)
        .flatMap(wish =>
          'message' in wish && wish.message.startsWith('meeting') ? [`${wish.kind} ${wish.message}`] : [],
        );
    const says = () =>
      it_.store.db
        .selectFrom('meeting_answers')
        .select('says')
        .execute()
        .then(all => all.map(one => one.says));

    const drawn = async (message: MessageName, about: AboutOf<MessageName>) => {
      const { network_id } = await only();
      const cop = (await cops.byId(it_.store.db, network_id, it_.cop as CopId)) as Cop;
      const where = { bot: it_.bot, reader: it_.store.db, cop, effect: undefined as never, language: 'en' } as const;
      return wordsOf(await render(message, { ...where, now: it_.bot.clock.now(), about }));
    };
    const its = (id: string) => ({ kind: 'meeting', id: id as MeetingId }) as const;

    it('is shown back for a yes, in the time of the network, and stands in the space only then', async () => {
      await choose(it_, { timeZone: 'America/New_York' });
      const form = await it_.form(invocation(mo, 'meeting call', { cop: it_.cop }));
      expect(JSON.stringify(form)).toMatch(/When, in .*America\/New_York/);
      expect(await drafts()).toMatch(
        /Who turns the heels\?.*2026-03-05, for 90 minutes.*One real problem.*America\/New_York.*\[Yes, call it\]/s,
      );
      const { id, state } = await only();
      expect(state).toBe('drafted');
      expect(await wishes()).toEqual([]);
      expect(await it_.presses(mo, 'meeting list', { cop: it_.cop })).toMatch(/No meeting is planned/);
      expect(await it_.presses(amira, 'meeting post', { meeting: id })).toMatch(/isn't here any more/);

      const again = await it_.form(invocation(mo, 'meeting redraft', { meeting: id }));
      expect(JSON.stringify(again)).toMatch(/2026-03-05 14:00/);
      await redrafts(id, { when: '2026-03-06 14:00', place: 'meet.example.org/heels' });
      expect(await it_.presses(mo, 'meeting post', { meeting: id })).toMatch(/is called: .*at meet\.example\.org/s);
      expect(await only()).toMatchObject({ id, state: 'called', starts_at: Date.UTC(2026, 2, 6, 19) });
      expect(await wishes()).toEqual(['post meeting']);
      expect(await it_.presses(mo, 'meeting post', { meeting: id })).toMatch(/already called/);
      expect(await it_.presses(mo, 'meeting drop', { meeting: id })).toMatch(/already called/);
      expect(await wishes()).toEqual(['post meeting']);
    });

    it('is next on the Home of who is in, and in the welcome of its space, which follows it', async () => {
      const welcomes = async () =>
        (await it_.store.db.selectFrom('effects').select('wish').where('kind', '=', 'revise').execute()).filter(one =>
          one.wish.includes('cop-welcome'),
        ).length;
      const home = () => it_.presses(mo, 'home show');
      await drafts();
      expect(await home()).not.toMatch(/Meets next/);
      expect(await welcomes()).toBe(0);
      const { id } = await only();
      await it_.presses(mo, 'meeting post', { meeting: id });
      expect(await home()).toMatch(/Wound Care #cop-1\n3 people, one document\nMeets next: 2026-03-05\n/);
      expect(await welcomes()).toBe(1);
      expect(await it_.presses(mo, 'cop find')).toMatch(/You are in: #cop-1\nMeets next: 2026-03-05$/m);
      expect(await it_.presses(al, 'cop find')).not.toMatch(/Meets next/);
      await it_.store.db
        .updateTable('meetings')
        .set({ starts_at: it_.bot.clock.now() - 60_000 })
        .execute();
      const everywhere = async () => [
        await home(),
        await it_.presses(mo, 'cop find'),
        await drawn('cop-welcome', { kind: 'cop', id: it_.cop as CopId }),
      ];
      for (const seen of await everywhere()) expect(seen).toMatch(/Meets next\W+2026-03-03/); // it is under way
      const was = { starts_at: Date.UTC(2026, 2, 5, 14), state: 'called' } as const;
      await it_.store.db.updateTable('meetings').set({ starts_at: null, state: 'voting' }).execute();
      for (const seen of await everywhere()) expect(seen).not.toMatch(/Meets next/); // nobody knows when yet
      await it_.store.db.updateTable('meetings').set(was).execute();
      await it_.presses(mo, 'meeting move', { meeting: id, when: '2026-03-06 14:00', minutes: '90' });
      expect(await home()).toMatch(/Meets next: 2026-03-06\n/);
      await it_.presses(mo, 'meeting cancel', { meeting: id, sure: 'yes' });
      expect(await home()).not.toMatch(/Meets next/);
      expect(await welcomes()).toBe(3);
    });

    it('is offered to who facilitates, once, when three people are in and none was called', async () => {
      const offered = async () =>
        (await it_.store.db.selectFrom('effects').select('wish').execute()).filter(one =>
          one.wish.includes('first-meeting'),
        ).length;
      const arrives = async () => {
        const { id } = await it_.store.db
          .selectFrom('cops')
          .select('id')
          .where('id', '=', it_.cop as never)
          .executeTakeFirstOrThrow();
        const cop = (await cops.byId(it_.store.db, await network(), id)) as Cop;
        const { after, ...clock } = offersFirstMeeting(cop);
        await it_.store.db
          .transaction()
          .execute(tx => clocks.set(tx, cop, { ...clock, dueAt: it_.bot.clock.now() + after }));
        it_.passes(after);
        await look(it_.bot);
      };
      const network = async () =>
        (
          await it_.store.db
            .selectFrom('cops')
            .select('network_id')
            .where('id', '=', it_.cop as never)
            .executeTakeFirstOrThrow()
        ).network_id;
      await it_.store.db
        .updateTable('cops')
        .set({ members: 2 })
        .where('id', '=', it_.cop as never)
        .execute();
      await arrives();
      expect(await offered()).toBe(0);
      await it_.store.db
        .updateTable('cops')
        .set({ members: 3 })
        .where('id', '=', it_.cop as never)
        .execute();
      await arrives();
      expect(await offered()).toBe(1);
      await arrives();
      expect(await offered()).toBe(1);
    });

    it('is among the records of its CoP with what was brought to it, a draft is not, and who comes never', async () => {
      const id = await calls();
      await drafts({ about: 'Not yet called' });
      await it_.presses(amira, 'meeting come', { meeting: id });
      await it_.presses(amira, 'meeting ask', { meeting: id, words: 'What about sleep?' });
      const [{ network_id, called_by }] = (await rows()) as [Awaited<ReturnType<typeof only>>];
      const records = await recordsOf(it_.store.db, network_id, it_.cop as CopId, called_by);
      expect(records.meetings).toEqual([
        { called_by: 'Mo', about: 'Who turns the heels?', format: 'one-problem', minutes: 90, place: null, state: 'called', starts_at: '2026-03-05T14:00:00.000Z' }, // biome-ignore format: one row
      ]);
      expect(records.meeting_questions).toEqual([
        { about: 'Who turns the heels?', words: 'What about sleep?', by: 'Amira' },
      ]);
    });

    it('is not offered to who has called one', async () => {
      await calls();
      const { network_id: networkId } = await only();
      const meets = { networkId, id: it_.cop as CopId };
      expect(await it_.store.db.transaction().execute(tx => meetings.offerFirst(tx, meets, 1))).toBe(false);
    });

    it('that is left was never there', async () => {
      await drafts();
      const { id } = await only();
      expect(await it_.presses(mo, 'meeting drop', { meeting: id })).toMatch(/Nothing is called, and nobody was told/);
      expect(await rows()).toEqual([]);
    });

    it('takes what everybody says, the last of it, and shows a no to nobody; one drawing shows it all', async () => {
      const id = await calls();
      await it_.store.db.deleteFrom('effects').execute();
      expect(await it_.presses(amira, 'meeting come', { meeting: id })).toMatch(/You're coming to Who turns the heels/);
      await it_.presses(mo, 'meeting come', { meeting: id });
      await it_.presses(mo, 'meeting come', { meeting: id });
      expect(await wishes()).toEqual(['revise meeting']);
      expect(await it_.presses(mo, 'meeting list', { cop: it_.cop })).toMatch(
        /2 people are coming, you among them.*\[I can't come after all\]/s,
      );
      expect(await it_.presses(mo, 'meeting not', { meeting: id })).toMatch(/Nobody is told/);
      expect((await says()).sort()).toEqual(['comes', 'not']);
      const list = await it_.presses(mo, 'meeting list', { cop: it_.cop });
      expect(list).toMatch(/One person is coming/);
      expect(list).not.toMatch(/Mo\b/);
      expect(await it_.presses(amira, 'meeting ask', { meeting: id, words: ' ' })).toMatch(/Write your question/);
      expect(await it_.presses(amira, 'meeting ask', { meeting: id, words: 'What about sleep?' })).toMatch(
        /Your question is on the card.*What about sleep/s,
      );
      expect(await it_.presses(amira, 'meeting agenda', { meeting: id })).toMatch(/One real problem.*The story/s);
      expect(await it_.presses(al, 'meeting come', { meeting: id })).toMatch(/isn't here any more/);
      expect(await it_.presses(zed, 'meeting come', { meeting: id })).toMatch(/isn't here any more/);
    });

    it('is drawn anew though what is said below its card still waits there', async () => {
      const id = await calls();
      await it_.presses(amira, 'meeting come', { meeting: id });
      await it_.presses(mo, 'meeting move', { meeting: id, when: 'Friday 15:00' });
      await it_.store.db.deleteFrom('effects').where('wish', 'not like', '%"meeting-changed"%').execute();
      expect(await wishes()).toEqual(['post meeting-changed']);
      await it_.presses(mo, 'meeting come', { meeting: id });
      expect(await wishes()).toEqual(['post meeting-changed', 'revise meeting']);
    });

    it('is come to no more by who leaves its CoP, nor by who comes back: its card says so', async () => {
      const id = await calls();
      for (const command of ['come', 'calendar']) await it_.presses(mo, `meeting ${command}`, { meeting: id });
      await it_.presses(mo, 'meeting ask', { meeting: id, words: 'What about sleep?' });
      await it_.presses(amira, 'meeting come', { meeting: id });
      await it_.store.db.deleteFrom('effects').execute();
      await it_.presses(mo, 'membership go', { cop: it_.cop, sure: 'yes' });
      expect(await wishes()).toEqual(['revise meeting']);
      await it_.store.db
        .updateTable('memberships')
        .set({ state: 'member' })
        .where('person_id', '=', (await only()).called_by)
        .execute();
      const list = await it_.presses(mo, 'meeting list', { cop: it_.cop });
      expect(list).toMatch(/One person is coming/);
      for (const table of ['meeting_questions', 'meeting_calendars'] as const)
        expect(await it_.store.db.selectFrom(table).selectAll().execute()).toEqual([]);
    });

    const forgets = async (who: typeof mo) => {
      const { network_id, called_by } = await only();
      await it_.presses(who, 'person forget', { sure: 'yes' });
      await it_.store.db.transaction().execute(tx => erase(tx, network_id, called_by, it_.bot.clock.now()));
    };
    it.each([
      ['has left', () => it_.presses(mo, 'membership go', { cop: it_.cop, sure: 'yes' }), 'Who turns the heels?'],
      [
        'was taken out',
        () => it_.presses(amira, 'membership remove', { cop: it_.cop, person: mo.id }),
        'Who turns the heels?',
      ],
      ['is forgotten', () => forgets(mo), null],
    ] as const)('stands though whoever called it %s, and is moved by who facilitates', async (_how, goes, about) => {
      const id = await calls();
      await it_.presses(amira, 'meeting come', { meeting: id });
      await goes();
      expect(await only()).toMatchObject({ id, state: 'called', about });
      expect(await it_.presses(mo, 'meeting move', { meeting: id, when: 'Friday 15:00' })).toMatch(
        /isn't here any more/,
      );
      expect(await it_.presses(amira, 'meeting move', { meeting: id, when: 'Friday 15:00' })).toMatch(/2026-03-06/);
      expect(await it_.presses(amira, 'meeting list', { cop: it_.cop })).toMatch(/2026-03-06.*One person is coming/s);
      expect(await says()).toEqual(['comes']);
    });

    it('is over when it has ended, and takes nothing more then', async () => {
      const id = await calls({ when: 'today 10:00', minutes: '60' });
      it_.passes(1.5 * hour);
      await look(it_.bot);
      expect((await only()).state).toBe('called');
      it_.passes(hour);
      await look(it_.bot);
      expect((await only()).state).toBe('over');
      expect(await it_.presses(amira, 'meeting come', { meeting: id })).toMatch(/This meeting is over/);
      expect(await it_.presses(amira, 'meeting ask', { meeting: id, words: 'Late' })).toMatch(/This meeting is over/);
      expect(await says()).toEqual([]);
      expect(await it_.presses(mo, 'meeting list', { cop: it_.cop })).toMatch(/No meeting is planned.*We met on/s);
    });

    const datesOf = async (id: string) =>
      (
        await it_.store.db
          .selectFrom('meeting_dates')
          .select('starts_at')
          .where('meeting_id', '=', id as never)
          .orderBy('starts_at')
          .execute()
      ).map(one => String(one.starts_at));

    it('is called with up to three dates: everybody says what suits, changes it, and one is taken', async () => {
      await drafts();
      const { id } = await only();
      expect(await it_.presses(mo, 'meeting offer', { meeting: id, second: 'whenever' })).toMatch(/can't tell when/);
      expect(
        await it_.presses(mo, 'meeting offer', { meeting: id, second: '10 March 14:00', third: 'Wednesday 14:00' }),
      ).toMatch(/One of these.*2026-03-04.*2026-03-05.*2026-03-10/s);
      await it_.presses(mo, 'meeting post', { meeting: id });
      expect(await only()).toMatchObject({ state: 'voting', starts_at: null });
      expect(await it_.presses(mo, 'meeting list', { cop: it_.cop })).toMatch(/Its date is still to be chosen/);
      const [first, second, third] = (await datesOf(id)) as [string, string, string];
      await it_.store.db.deleteFrom('effects').execute();
      const votes = (who: typeof mo, at: string, says = 'yes') =>
        it_.presses(who, 'meeting vote', { meeting: id, at, says });
      expect(await votes(amira, third)).toMatch(/suits you/);
      expect(await votes(mo, third, 'if-need-be')).toMatch(/would do if need be/);
      expect(await votes(mo, first)).toMatch(/suits you/);
      expect(await votes(mo, first)).toMatch(/Taken back/);
      expect(await votes(mo, '7')).toMatch(/can't be chosen any more/);
      expect(await votes(al, first)).toMatch(/isn't here any more/);
      expect(await wishes()).toEqual(['revise meeting']);

      it_.passes(15 * hour);
      await look(it_.bot);
      expect((await wishes()).filter(one => one === 'post meeting-best')).toEqual([]); // nobody is asked at midnight
      it_.passes(9 * hour); // the first is tomorrow at two
      await look(it_.bot);
      expect((await wishes()).filter(one => one === 'post meeting-best')).toHaveLength(2);
      await it_.presses(mo, 'meeting calendar', { meeting: id }); // by a button that somebody still sees
      await it_.store.db.deleteFrom('effects').where('kind', '=', 'send-meeting').execute();
      expect(await it_.presses(mo, 'meeting take', { meeting: id, at: '7' })).toMatch(/can't be chosen any more/);
      expect(await it_.presses(amira, 'meeting take', { meeting: id, at: third })).toMatch(
        /It's settled: 2026-03-10.*Those who voted are told/s,
      );
      expect(await it_.presses(amira, 'meeting take', { meeting: id, at: second })).toMatch(/already called/);
      expect(await votes(mo, first)).toMatch(/already called/);
      expect((await wishes()).filter(one => one === 'post meeting-taken')).toHaveLength(1);
      expect((await wishes()).filter(one => one === 'revise meeting-best')).toHaveLength(1);
      expect(await drawn('meeting-best', its(id))).toMatch(/has its date: 2026-03-10/);
      expect(await it_.store.db.selectFrom('clocks').select('step').orderBy('step').execute()).toEqual([
        { step: 'day-before' },
        { step: 'over' },
      ]);
      expect(
        await it_.store.db.selectFrom('effects').select('lane').where('kind', '=', 'send-meeting').execute(),
      ).toHaveLength(1);
      expect(await only()).toMatchObject({ state: 'called', starts_at: Number(third) });
    });

    it('is called as it was last seen: a yes to an older draft shows it as it is now', async () => {
      const seen = async (answer: string) => {
        expect(answer).toMatch(/\[Yes, call it\]/);
        return String((await only()).changed_at);
      };
      const written = await seen(await drafts());
      const { id } = await only();
      it_.passes(1000);
      const offered = await seen(await it_.presses(mo, 'meeting offer', { meeting: id, second: 'Friday 14:00' }));
      expect(await it_.presses(mo, 'meeting post', { meeting: id, written })).toMatch(
        /One of these.*2026-03-05.*2026-03-06.*\[Yes, call it\]/s,
      );
      expect(await only()).toMatchObject({ state: 'drafted' });
      expect(await wishes()).toEqual([]);
      it_.passes(1000);
      await redrafts(id, { when: 'Saturday 14:00' });
      expect(await it_.presses(mo, 'meeting post', { meeting: id, written: offered })).toMatch(/2026-03-07/);
      await it_.presses(mo, 'meeting post', { meeting: id, written: String((await only()).changed_at) });
      expect(await only()).toMatchObject({ state: 'called' });
    });

    it('offers none of its dates on the card that have passed before it is called', async () => {
      await drafts({ when: 'today 10:00' });
      const { id } = await only();
      await it_.presses(mo, 'meeting offer', { meeting: id, second: 'Thursday 14:00', third: 'Friday 14:00' });
      it_.passes(2 * hour);
      await it_.presses(mo, 'meeting post', { meeting: id });
      expect(await datesOf(id)).toEqual([5, 6].map(day => String(Date.UTC(2026, 2, day, 14))));
      const card = await drawn('meeting', its(id));
      expect(card).toMatch(/2026-03-05.*2026-03-06/s);
      expect(card).not.toMatch(/2026-03-03/);
      it_.passes(2 * 24 * hour + 4 * hour); // Thursday is over, too
      const [thursday, friday] = (await datesOf(id)) as [string, string];
      await it_.store.db.deleteFrom('effects').execute();
      for (const command of ['vote', 'take'])
        expect(await it_.presses(mo, `meeting ${command}`, { meeting: id, at: thursday, says: 'yes' })).toMatch(
          /can't be chosen any more\. The card shows those that can/,
        );
      expect(await wishes()).toEqual(['revise meeting']);
      for (const message of ['meeting', 'meeting-best'] as const)
        expect(await drawn(message, its(id))).not.toMatch(/2026-03-05/);
      it_.passes(Number(friday) - it_.bot.clock.now());
      await look(it_.bot);
      expect(await only()).toMatchObject({ state: 'cancelled' }); // as soon as none can be taken
    });

    it('that nobody votes for is proposed all the same, and is off when all its dates are over', async () => {
      await drafts();
      const { id } = await only();
      await it_.presses(mo, 'meeting offer', { meeting: id, second: 'Friday 14:00' });
      await it_.presses(mo, 'meeting post', { meeting: id });
      for (const days of [2, 3]) {
        it_.passes(days * 24 * hour);
        await look(it_.bot);
      }
      expect((await wishes()).filter(one => one.endsWith(' meeting-best')).sort()).toEqual([
        'post meeting-best',
        'post meeting-best',
        'revise meeting-best',
      ]);
      expect(await drawn('meeting-best', its(id))).toMatch(/heels\?\*{0,2} is off: no date was taken/);
      expect(await only()).toMatchObject({ state: 'cancelled', starts_at: null });
      expect(await drawn('meeting', its(id))).toMatch(/No date was taken/);
      expect(await it_.presses(mo, 'meeting cancel', { meeting: id })).toMatch(/This meeting is cancelled/);
    });

    it('that is cancelled while its date is voted on tells those who have voted, and its card says no more than that', async () => {
      await drafts();
      const { id } = await only();
      await it_.presses(mo, 'meeting offer', { meeting: id, second: 'Friday 14:00' });
      await it_.presses(mo, 'meeting post', { meeting: id });
      expect(await it_.presses(mo, 'meeting cancel', { meeting: id })).toMatch(/Nobody has voted yet/);
      for (const at of await datesOf(id)) await it_.presses(amira, 'meeting vote', { meeting: id, at, says: 'yes' });
      expect(await drawn('meeting-best', its(id))).toMatch(/has no date yet, and 2 dates suit equally well so far/);
      const [one = ''] = await datesOf(id);
      await it_.presses(mo, 'meeting vote', { meeting: id, at: one, says: 'yes' });
      expect(await drawn('meeting-best', its(id))).toMatch(/2026-03-05.* suits best so far/);
      await it_.presses(mo, 'meeting vote', { meeting: id, at: one, says: 'yes' });
      expect(await it_.presses(mo, 'meeting cancel', { meeting: id })).toMatch(/The one person who has voted is told/);
      await it_.store.db.deleteFrom('effects').execute();
      expect(await it_.presses(mo, 'meeting cancel', { meeting: id, sure: 'yes' })).toMatch(
        /is cancelled.*The one person who has voted is told/s,
      );
      expect(await wishes()).toEqual(['revise meeting-best', 'revise meeting', 'post meeting-changed']);
      expect(await drawn('meeting-changed', its(id))).toMatch(/is cancelled\..*Amira/s);
      expect(await drawn('meeting-best', its(id))).toMatch(/is cancelled\./);
      expect(await drawn('meeting', its(id))).toMatch(/This meeting is cancelled/);
    });

    it('is moved and cancelled: its number rises, and who comes is told once, below the card', async () => {
      const id = await calls();
      expect(await it_.presses(mo, 'meeting move', { meeting: id, when: 'Friday 15:00' })).toMatch(
        /nobody had to be told/,
      );
      await it_.presses(amira, 'meeting come', { meeting: id });
      expect(await it_.presses(mo, 'meeting move', { meeting: id, when: '2026-03-29 01:30' })).toMatch(/doesn’t exist/);
      await it_.store.db.deleteFrom('effects').execute();
      expect(
        await it_.presses(amira, 'meeting move', { meeting: id, when: 'Monday 10:00', minutes: '30', place: 'Room 4' }),
      ).toMatch(/2026-03-09, for 30 minutes, at Room 4.*The one person who is coming is told/s);
      expect(await wishes()).toEqual(['revise meeting', 'post meeting-changed']);
      expect(await only()).toMatchObject({ sequence: 2, minutes: 30, place: 'Room 4' });
      await it_.presses(amira, 'meeting move', { meeting: id, when: 'Monday 10:00', minutes: '30', place: 'Room 4' });
      expect(await only()).toMatchObject({ sequence: 2 });

      expect(await it_.presses(mo, 'meeting cancel', { meeting: id })).toMatch(
        /The one person who is coming is told.*\[Yes, cancel it\]/s,
      );
      expect(await only()).toMatchObject({ state: 'called' });
      await it_.store.db.deleteFrom('effects').execute();
      expect(await it_.presses(mo, 'meeting cancel', { meeting: id, sure: 'yes' })).toMatch(/is cancelled/);
      expect(await wishes()).toEqual(['revise meeting', 'post meeting-changed']);
      expect(await only()).toMatchObject({ state: 'cancelled', sequence: 3 });
      for (const [command, options] of [
        ['come', {}],
        ['move', { when: 'Friday 15:00' }],
        ['cancel', { sure: 'yes' }],
      ] as const)
        expect(await it_.presses(mo, `meeting ${command}`, { meeting: id, ...options })).toMatch(
          /This meeting is cancelled/,
        );
      expect(await it_.store.db.selectFrom('clocks').selectAll().execute()).toEqual([]);
    });

    it.each([
      ['over', /heels\? is over\./],
      ['cancelled', /heels\? is cancelled\./],
    ] as const)(
      'asks nobody below its card or by direct message whether they come once it is %s',
      async (state, says) => {
        const id = await calls();
        const below = ['meeting-taken', 'meeting-changed', 'meeting-news', 'writer-sought'] as const;
        for (const message of ['meeting-taken', 'meeting-changed'] as const)
          expect(await drawn(message, its(id))).toMatch(/2026-03-05.*\[I'll come\]/s);
        await it_.store.db.updateTable('meetings').set({ state }).execute();
        for (const message of below) {
          expect.soft(await drawn(message, its(id)), message).toMatch(says);
          expect.soft(await drawn(message, its(id)), message).not.toMatch(/2026|\[/);
        }
      },
    );

    it('comes again in two weeks, prefilled, at the same hour though the clocks change, and asks first', async () => {
      await choose(it_, { timeZone: 'Europe/Lisbon' });
      const id = await calls({ when: '20 March 14:00', place: 'Room 4' });
      it_.passes(18 * 24 * hour);
      await look(it_.bot);
      expect(await it_.presses(amira, 'meeting again', { meeting: id, weeks: '2' })).toMatch(
        /2026-04-03.*in.*What the last one was about.*\[Yes, call it\]/s,
      );
      const again = (await rows()).at(-1);
      expect(again).toMatchObject({ about: null, place: null }); // those are Mo's words
      expect(again).toMatchObject({ state: 'drafted', after_id: id, sequence: 0, starts_at: Date.UTC(2026, 3, 3, 13) });
      await it_.presses(amira, 'meeting post', { meeting: again?.id as string });
      await choose(it_, { timeZone: 'America/New_York' }); // where the clocks were changed three weeks before London's
      expect(await it_.presses(mo, 'meeting again', { meeting: id, weeks: '2' })).toMatch(
        /Who turns the heels\?.*at Room 4.*already has a meeting then: Meeting of Wound Care/s,
      );
      expect((await rows()).at(-1)).toMatchObject({ starts_at: Date.UTC(2026, 3, 3, 13), time_zone: 'Europe/Lisbon' });
    });

    it('comes again in the zone that was chosen since, where the last one was meant in the machine’s, or was moved since', async () => {
      const id = await calls({ when: '20 March 14:00' });
      await choose(it_, { timeZone: 'America/New_York' }); // London's clocks, which are the machine's, are yet to be changed
      await it_.presses(mo, 'meeting again', { meeting: id, weeks: '2' });
      const york = { starts_at: Date.UTC(2026, 3, 3, 14), time_zone: 'America/New_York' };
      expect((await rows()).at(-1)).toMatchObject(york);
      await it_.presses(mo, 'meeting move', { meeting: id, when: '20 March 11:00', minutes: '60' });
      await choose(it_, { timeZone: 'Europe/Berlin' });
      await it_.presses(mo, 'meeting again', { meeting: id, weeks: '2' });
      expect((await rows()).at(-1)).toMatchObject({ ...york, starts_at: Date.UTC(2026, 3, 3, 15) });
    });

    it('can be reserved to those who facilitate; its card is posted again where it was deleted', async () => {
      const id = await calls();
      expect(await it_.presses(amira, 'meeting list', { cop: it_.cop })).toMatch(
        /\[Let only facilitators call meetings\]/,
      );
      expect(await it_.presses(mo, 'meeting list', { cop: it_.cop })).not.toMatch(/Let only/);
      expect(await it_.presses(mo, 'meeting reserve', { cop: it_.cop, by: 'facilitators' })).toMatch(
        /Only the facilitators/,
      );
      expect(await it_.presses(amira, 'meeting reserve', { cop: it_.cop, by: 'facilitators' })).toMatch(
        /From now on only/,
      );
      expect(await it_.presses(amira, 'meeting list', { cop: it_.cop })).toMatch(/\[Let every member call meetings\]/);
      expect(await drafts()).toMatch(/Only the facilitators/);
      expect(await it_.presses(mo, 'meeting again', { meeting: id, weeks: '2' })).toMatch(/Only the facilitators/);
      expect(await drafts({}, amira)).toMatch(/\[Yes, call it\]/);
      await it_.presses(amira, 'meeting reserve', { cop: it_.cop, by: 'members' });
      expect(await drafts()).toMatch(/\[Yes, call it\]/);

      await it_.store.db.deleteFrom('effects').execute();
      expect(await it_.presses(mo, 'meeting list', { cop: it_.cop })).toMatch(/\[Post its card again\]/);
      await it_.presses(mo, 'meeting show', { meeting: id });
      await it_.presses(mo, 'meeting show', { meeting: id });
      expect(await wishes()).toEqual(['post meeting']);
      const {
        id: latest,
        network_id,
        workspace_id,
      } = await it_.store.db.selectFrom('effects').selectAll().executeTakeFirstOrThrow();
      const earlier = `00${latest.slice(2)}` as EffectId;
      const row = { network_id, workspace_id, message: 'meeting', about_kind: 'meeting', about_id: id, channel_id: 'space-1' } as const; // biome-ignore format: one row
      for (const effect_id of [latest, earlier])
        await it_.store.db
          .insertInto('posts')
          .values({ ...row, effect_id, message_id: effect_id })
          .execute();
      await it_.presses(mo, 'meeting come', { meeting: id });
      await it_.presses(mo, 'meeting move', { meeting: id, when: 'Friday 15:00' });
      const told = await it_.store.db
        .selectFrom('effects')
        .select('wish')
        .where('wish', 'like', '%"meeting-changed"%')
        .execute();
      expect(told.map(one => (JSON.parse(one.wish) as { to: unknown }).to)).toEqual([{ below: latest }]);
    });

    it('can be called beside another one at the same time, which is said with each sight of the draft', async () => {
      await calls();
      expect(await drafts({ about: 'Another' })).toMatch(/already has a meeting then: Who turns the heels/);
      const meeting = (await rows()).find(one => one.state === 'drafted')?.id as string;
      expect(await it_.presses(mo, 'meeting offer', { meeting, second: '' })).toMatch(/already has a meeting then/);
      await it_.presses(mo, 'meeting post', { meeting });
      expect(await wishes()).toEqual(['post meeting', 'post meeting']);
      expect(await it_.presses(mo, 'meeting list', { cop: it_.cop })).toMatch(/Who turns the heels\?.*Another/s);
    });

    it('is called and voted on while its CoP rests: nobody is reminded of it before it is awake', async () => {
      await it_.presses(amira, 'cop rest', { cop: it_.cop, until: '1 September' });
      await drafts();
      const { id } = await only();
      await it_.presses(mo, 'meeting offer', { meeting: id, second: 'Monday 14:00' });
      await it_.presses(mo, 'meeting post', { meeting: id });
      const asked = async () => {
        it_.passes(2 * 24 * hour);
        await look(it_.bot);
        return (await wishes()).filter(one => one === 'post meeting-best').length;
      };
      expect(await asked()).toBe(0);
      await it_.presses(amira, 'cop wake', { cop: it_.cop });
      expect(await asked()).toBe(2);
      expect(await drawn('meeting-best', its(id))).toMatch(/nobody has said which suits.*2026-03-09/s);
      const at = (await datesOf(id))[1] as string;
      expect(await it_.presses(mo, 'meeting take', { meeting: id, at })).toMatch(
        /nobody has voted, so nobody had to be/,
      );
      expect((await wishes()).filter(one => one.endsWith('meeting-taken'))).toEqual([]);
    });

    it('is off once its CoP is closed, in the calendars too; a draft of one is never called then', async () => {
      const id = await calls();
      await it_.presses(mo, 'meeting calendar', { meeting: id });
      const { network_id: networkId } = await only();
      await drafts({ about: 'Is there a better cushion?', when: 'Friday 14:00' });
      const voted = (await rows()).find(one => one.state === 'drafted')?.id as string;
      await it_.presses(mo, 'meeting offer', { meeting: voted, second: 'Monday 14:00' });
      await it_.presses(mo, 'meeting post', { meeting: voted });
      await drafts({ about: 'Too late' });
      const cop = await cops.byId(it_.store.db, networkId, it_.cop as CopId);
      const wished: string[] = [];
      const after = (_lane: unknown, effect: Desired) => {
        wished.push('message' in effect.wish ? `${effect.wish.kind} ${effect.wish.message}` : effect.wish.kind);
        return 'e' as EffectId;
      };
      await it_.store.db.transaction().execute(tx => close({ tx, now: it_.bot.clock.now(), after }, cop as Cop));
      expect((await rows()).map(one => one.state).sort()).toEqual(['cancelled', 'cancelled', 'drafted']);
      expect((await rows()).find(one => one.id === id)).toMatchObject({ state: 'cancelled', sequence: 1 });
      expect(wished.filter(one => /meeting/.test(one)).sort()).toEqual(['revise meeting-best', 'send-meeting']);
      const late = (await rows()).find(one => one.state === 'drafted')?.id as string;
      expect(await it_.presses(mo, 'meeting post', { meeting: late })).toMatch(/closed/);
      expect((await rows()).find(one => one.id === late)).toMatchObject({ state: 'drafted' });
      expect(await it_.store.db.selectFrom('clocks').selectAll().execute()).toEqual([]);
    });

    it('has been held, and is not off, where its CoP is closed while it is on: a last one, on the day of the closing', async () => {
      const id = await calls();
      await it_.presses(mo, 'meeting calendar', { meeting: id });
      it_.passes(2 * 24 * hour + 6 * hour); // Thursday, 15:00
      const { network_id: networkId } = await only();
      const cop = (await cops.byId(it_.store.db, networkId, it_.cop as CopId)) as Cop;
      const wished: string[] = [];
      const after = (_lane: unknown, { wish }: Desired) => {
        wished.push('message' in wish ? `${wish.kind} ${wish.message}` : wish.kind);
        return 'e' as EffectId;
      };
      const closedAt = it_.bot.clock.now();
      const ended = await it_.store.db.transaction().execute(tx => close({ tx, now: closedAt, after }, cop));
      expect(await rows()).toMatchObject([{ state: 'over', sequence: 0 }]);
      expect(wished).not.toContain('send-meeting'); // nobody's calendar says that it was off
      expect(ended.map(one => one.id)).toEqual([id]);
      expect(await drawn('meeting', its(id))).toMatch(/We met on/);
      const back = await it_.store.db.transaction().execute(tx => endings.endedAt(tx, networkId, cop.id, closedAt));
      expect(back.map(one => one.id)).toEqual([id]); // drawn once it is opened again
    });

    it.each([
      [{ when: 'soon' }, /can't tell when that is/],
      [{ when: 'Thursday' }, /At what time\?/],
      [{ when: 'Thursday 25:00' }, /At what time\?|can't tell when/],
      [{ when: 'today 8:00' }, /That time has passed/],
      [{ when: '2026-03-29 01:30' }, /That hour doesn’t exist/],
      [{ when: '2027-09-01 14:00' }, /more than a year away/],
      [{ when: '999999999999999' }, /can't tell when/],
      [{ about: ' ' }, /Write in a line what it is about/],
      [{ when: '1804255200000' }, /can't tell when/], // it is picked nowhere here
      [{ place: 'https://[' }, /doesn’t work: something in it/],
      [{ place: 'https://example.org:99999' }, /doesn’t work: something in it/],
      [{ place: 'javascript:alert(1)' }, /That kind of link isn’t shown/],
      [{ place: `https://example.org/${'x'.repeat(3000)}` }, /longer than 500 characters/],
      [{ place: 'https://me:secret@example.org/' }, /has a password in it/],
    ])('takes no %o, and says so kindly', async (given, words) => {
      expect(await drafts(given as unknown as Record<string, string>)).toMatch(words);
      expect(await rows()).toEqual([]);
    });
  });
});
