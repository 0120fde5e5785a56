/** A CoP rests: what rings meanwhile, what is said of it, how it wakes. It is Tuesday 3 March 2026, 9:00 in London; on both engines. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calendarIn } from '../../src/bot/calendar.ts';
import type { ClockStepOf } from '../../src/domain/clock.ts';
import type { Wish } from '../../src/domain/effect.ts';
import type { CopId } from '../../src/domain/ids.ts';
import * as clocks from '../../src/store/clocks.ts';
import { look } from '../support/clockwork.ts';
import { invocation } from '../support/desk.ts';
import { engines } from '../support/engines.ts';
import { al, amira, choose, mo, sam, type Village, village } from '../support/village.ts';

const day = 24 * 3600_000;

describe.each(engines)('$engine', ({ skip, migrated }) => {
  describe.skipIf(skip)(`a CoP at rest${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let it_: Village;
    beforeEach(async () => {
      it_ = await village(await migrated());
      await it_.store.db.deleteFrom('clocks').execute();
      await it_.store.db.deleteFrom('effects').execute();
    });
    afterEach(() => it_.store.close());

    const rests = (options: Record<string, string> = {}) =>
      it_.presses(amira, 'cop rest', { cop: it_.cop, ...options });
    const wakes = () => it_.presses(amira, 'cop wake', { cop: it_.cop });
    const finds = () => it_.presses(sam, 'cop find', { words: 'wound' });
    const row = () =>
      it_.store.db
        .selectFrom('cops')
        .select(['resting_since', 'resting_until', 'network_id'])
        .where('id', '=', it_.cop as never)
        .executeTakeFirstOrThrow();
    const said = async () =>
      (await it_.store.db.selectFrom('effects').select('wish').orderBy('id').execute())
        .map(one => JSON.parse(one.wish) as Wish)
        .flatMap(wish =>
          'message' in wish && /rest|awake/.test(wish.message) ? [`${wish.kind} ${wish.message}`] : [],
        );
    const ringing = async () =>
      (await it_.store.db.selectFrom('clocks').select(['step', 'due_at']).orderBy('step').execute()).map(
        one => `${one.step} ${new Date(one.due_at).toISOString().slice(0, 10)}`,
      );
    async function clock(
      step: ClockStepOf<'cop'>,
      command: 'role offers-begin' | 'stand-in nobody-yet',
      inDays: number,
    ) {
      const { network_id: networkId } = await row();
      const id = it_.cop as CopId;
      const dueAt = it_.bot.clock.now() + inDays * day;
      const does = { command, options: { cop: id } } as const;
      await it_.store.db
        .transaction()
        .execute(tx => clocks.set(tx, { id, networkId }, { about: { kind: 'cop', id }, step, dueAt, does }));
    }

    it('rests until the day that was typed: what would prompt waits, what somebody waits for does not; it wakes by itself', async () => {
      await choose(it_, { timeZone: 'America/New_York' });
      await clock('offers', 'role offers-begin', 1);
      await clock('nobody-yet', 'stand-in nobody-yet', 1);
      expect(await rests({ until: 'until 20 March' })).toMatch(
        /Wound Care rests until .*wakes by itself.*\[Wake it up\]/s,
      );
      expect((await row()).resting_until).toBe(
        calendarIn('America/New_York').morningOf('2026-03-20', it_.bot.clock.now()),
      );
      expect(await said()).toEqual(['post cop-rests']);
      expect(await finds()).toMatch(/Resting until .*; you can still ask to join/);
      expect(await it_.presses(mo, 'home show', {})).toMatch(/Wound Care.*, resting until/);
      expect(JSON.stringify(await it_.form(invocation(sam, 'join-request make', { cop: it_.cop })))).toMatch(
        /It rests until/,
      );
      expect(await it_.presses(amira, 'facilitator show', { cop: it_.cop })).toMatch(/\[Wake it up\]/);

      it_.passes(2 * day);
      await look(it_.bot);
      expect(await ringing()).toEqual(['offers 2026-03-06', 'rest 2026-03-20']);
      it_.passes(14 * day);
      await look(it_.bot);
      expect((await row()).resting_since).not.toBeNull();
      it_.passes(2 * day);
      await look(it_.bot);
      expect(await row()).toMatchObject({ resting_since: null, resting_until: null });
      expect(await said()).toEqual(['post cop-rests', 'revise cop-rests', 'post cop-awake']);
      it_.passes(day);
      await look(it_.bot);
      expect(await ringing()).toEqual([]);
      expect(await finds()).not.toMatch(/[Rr]est/);
    });

    it('rests until it is woken where no day is said; said once more, it is for another time', async () => {
      expect(await rests()).toMatch(/rests until you wake it/);
      expect(await finds()).toMatch(/Resting for now; you can still ask to join/);
      expect(await ringing()).toEqual([]);
      await rests({ until: 'two weeks' });
      expect(await said()).toEqual(['post cop-rests', 'revise cop-rests']);
      expect(await ringing()).toEqual(['rest 2026-03-17']);
      await rests();
      expect(await ringing()).toEqual([]);
      it_.passes(100 * day);
      await look(it_.bot);
      expect(await said()).toHaveLength(3);
      expect(await wakes()).toMatch(/is awake again/);
      expect(await wakes()).toMatch(/there's nothing to wake.*\[Let it rest…\]/s);
      expect(await said()).toEqual([
        'post cop-rests',
        'revise cop-rests',
        'revise cop-rests',
        'revise cop-rests',
        'post cop-awake',
      ]);
    });

    it('whoever lets it rest over a meeting reads that it stands, and that nobody is reminded of it', async () => {
      await it_.store.db
        .updateTable('meetings')
        .set({ state: 'called', starts_at: Date.UTC(2026, 2, 12, 17) })
        .execute();
      expect(await rests({ until: '12 March' })).not.toMatch(/A meeting is planned/);
      const planned = /A meeting is planned for .*It stands, but while Wound Care rests I remind nobody of it/;
      expect(await rests({ until: '20 March' })).toMatch(planned);
      expect(await rests()).toMatch(planned);
      const first = await it_.store.db.selectFrom('meetings').selectAll().executeTakeFirstOrThrow();
      const later = { ...first, id: `${first.id}`.replace(/.$/, 'Z') as never, starts_at: Date.UTC(2026, 2, 18, 17) };
      await it_.store.db.insertInto('meetings').values(later).execute();
      it_.passes(9 * day + 8.5 * 3600_000); // the first is under way
      expect(await rests()).toMatch(/A meeting is planned for (?!.*12 March)/);
      it_.passes(10 * day);
      expect(await rests()).not.toMatch(/A meeting is planned/);
    });

    it.each([
      ['soon', /can't tell which day that is/],
      ['1 September 2020', /That day is over, or it is today/],
      ['today', /That day is over, or it is today/],
      ['2026-03-03', /That day is over, or it is today/],
      ['2036-09-01', /A year at most/],
    ])('takes no “%s”, and says so kindly', async (until, words) => {
      expect(await rests({ until })).toMatch(words);
      expect(await row()).toMatchObject({ resting_since: null });
      expect(await said()).toEqual([]);
    });

    it('is for its facilitators alone; who asks in is answered as ever', async () => {
      expect(await it_.presses(mo, 'cop rest', { cop: it_.cop })).toMatch(/Only the facilitators/);
      await rests();
      expect(await it_.presses(mo, 'cop wake', { cop: it_.cop })).toMatch(/Only the facilitators/);
      expect(await it_.presses(sam, 'join-request make', { cop: it_.cop, words: 'Hello' })).toMatch(
        /Your request is with/,
      );
      expect(await it_.presses(al, 'cop wake', { cop: it_.cop })).not.toMatch(/awake/);
    });
  });
});
