/** Parts in a meeting, for this once: taken with a press, laid down with another, over with it. It is Tuesday 3 March 2026, 9:00 in London; on both engines. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Wish } from '../../src/domain/effect.ts';
import type { CopId, PersonId } from '../../src/domain/ids.ts';
import { recordsOf } from '../../src/store/records-of.ts';
import { look } from '../support/clockwork.ts';
import { engines } from '../support/engines.ts';
import { al, amira, mo, type Village, village, zed } from '../support/village.ts';

const hour = 3600_000;
const day = 24 * hour;

describe.each(engines)('$engine', ({ skip, migrated }) => {
  describe.skipIf(skip)(`a part in a meeting${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let it_: Village;
    beforeEach(async () => {
      it_ = await village(await migrated());
      await it_.store.db.deleteFrom('effects').execute();
    });
    afterEach(() => it_.store.close());

    const presses = (who: typeof amira, deed: string, options: Record<string, string> = {}) =>
      it_.presses(who, `meeting ${deed}`, { meeting: it_.meeting, ...options });
    const takes = (who: typeof amira, part: string, options = {}) => presses(who, 'take-part', { part, ...options });
    const taken = async () =>
      (
        await it_.store.db
          .selectFrom('meeting_parts as x')
          .innerJoin('persons as p', 'p.id', 'x.person_id')
          .select(['p.name', 'x.part'])
          .orderBy('x.part')
          .orderBy('p.name')
          .execute()
      ).map(one => `${one.name} ${one.part}`);
    const said = async () =>
      (
        await it_.store.db
          .selectFrom('meeting_answers as x')
          .innerJoin('persons as p', 'p.id', 'x.person_id')
          .select(['p.name', 'x.says'])
          .orderBy('p.name')
          .execute()
      ).map(one => `${one.name} ${one.says}`);
    const wishes = async () =>
      (await it_.store.db.selectFrom('effects').select('wish').orderBy('id').execute())
        .map(one => JSON.parse(one.wish) as Wish)
        .flatMap(wish => ('message' in wish ? [`${wish.kind} ${wish.message}`] : []));

    it('is one press, may be shared, and is laid down with another; who takes one comes', async () => {
      expect(await presses(amira, 'parts')).toMatch(
        /Open the meeting.*\[I'll open it\].*Keep time.*Write it up.*Look out for newcomers.*Ask the awkward question/s,
      );
      expect(await takes(amira, 'time')).toMatch(/It's yours: Keep time.*that you're coming.*\[Give it back\]/s);
      expect(await takes(mo, 'time')).toMatch(/Taken by @Amira and @Mo/);
      await takes(mo, 'write');
      await takes(mo, 'write');
      expect(await taken()).toEqual(['Amira time', 'Mo time', 'Mo write']);
      expect(await said()).toEqual(['Amira comes', 'Mo comes']);
      expect(await wishes()).toEqual(['revise meeting']);

      expect(await presses(mo, 'lay-down', { part: 'time' })).toMatch(/Taken by @Amira\b(?! and)/);
      expect(await taken()).toEqual(['Amira time', 'Mo write']);
      expect(await said()).toEqual(['Amira comes', 'Mo comes']);
      for (const part of ['chair', '']) expect(await takes(amira, part)).toMatch(/Parts for this meeting/);
      expect(await taken()).toHaveLength(2);
      for (const stranger of [al, zed]) expect(await takes(stranger, 'write')).toMatch(/isn't here any more/);
    });

    it('asks first whoever has said no, and is free again once they can not come', async () => {
      await presses(mo, 'not');
      expect(await takes(mo, 'write')).toMatch(
        /You said “not this time”.*this is yours: Write it up.*\[I'll come after all, and do it\]/s,
      );
      expect([await taken(), await said()]).toEqual([[], ['Mo not']]);
      expect(await takes(mo, 'write', { sure: 'yes' })).toMatch(/It's yours: Write it up/);
      await takes(mo, 'open');
      expect([await taken(), await said()]).toEqual([['Mo open', 'Mo write'], ['Mo comes']]);
      expect(await presses(mo, 'not')).toMatch(/Nobody is told.*is free again/s);
      expect(await presses(mo, 'not')).not.toMatch(/is free again/);
      expect([await taken(), await said()]).toEqual([[], ['Mo not']]);
    });

    it('stands in the records of the CoP until its meeting is over, and then nobody takes one any more', async () => {
      await takes(amira, 'open');
      const { network_id, starter_id } = await it_.store.db
        .selectFrom('cops')
        .select(['network_id', 'starter_id'])
        .where('id', '=', it_.cop as CopId)
        .executeTakeFirstOrThrow();
      const records = async () =>
        (await recordsOf(it_.store.db, network_id, it_.cop as CopId, starter_id)).meeting_parts;
      expect(await records()).toMatchObject([{ part: 'open', by: 'Amira' }]);
      expect(await it_.presses(amira, 'person data')).toMatch(/Parts that you took in a meeting \(1\)/);

      it_.passes(8 * day);
      await look(it_.bot);
      await it_.store.db.updateTable('meetings').set({ state: 'over' }).execute();
      for (const deed of ['parts', 'take-part', 'lay-down'])
        expect(await presses(amira, deed, { part: 'open' })).toMatch(/This meeting is over/);
      expect(await records()).toEqual([]);
    });

    it('goes with who leaves the CoP', async () => {
      await takes(mo, 'write');
      await it_.store.db.deleteFrom('effects').execute();
      await it_.presses(mo, 'membership go', { cop: it_.cop, sure: 'yes' });
      expect(await taken()).toEqual([]);
      expect(await wishes()).toContain('revise meeting');
    });

    describe('once it is over', () => {
      const called = async (when: string) => {
        await it_.presses(mo, 'meeting call', { cop: it_.cop, about: 'Heels', when, minutes: '60' });
        const { id } = await it_.store.db
          .selectFrom('meetings')
          .select('id')
          .orderBy('id', 'desc')
          .limit(1)
          .executeTakeFirstOrThrow();
        await it_.presses(mo, 'meeting post', { meeting: id });
        return id;
      };
      const asked = async () => (await wishes()).filter(one => one === 'post meeting-enjoyed').length;
      const offered = async () =>
        (
          await it_.store.db
            .selectFrom('meeting_parts as x')
            .innerJoin('persons as p', 'p.id', 'x.person_id')
            .select(['p.name', 'x.part'])
            .where('x.offered_at', 'is not', null)
            .execute()
        ).map(one => `${one.name} ${one.part}`);
      const passes = async (ms: number, zones = {}) => {
        it_.passes(ms);
        await look(it_.bot, zones);
      };

      beforeEach(async () => {
        await it_.store.db.deleteFrom('clocks').execute();
      });

      it('is offered for longer the day after, in their own hours, but not what they carry, and once a quarter', async () => {
        const meeting = await called('Thursday 14:00');
        for (const part of ['question', 'write']) await takes(mo, part, { meeting }); // Mo is its Critical Friend
        await takes(amira, 'time', { meeting });
        await passes(2 * day + 6.5 * hour); // Thursday, half past three
        expect(await asked()).toBe(0);
        await presses(mo, 'write', { meeting, learned: 'Silver is dear.' });
        const inSydney = { [amira.id]: 'Australia/Sydney' };
        await passes(day, inSydney);
        expect(await offered()).toEqual(['Mo write']);
        await passes(3 * day, inSydney); // on Monday afternoon it is night there
        expect(await asked()).toBe(1);
        await passes(8 * hour, inSydney);
        expect([await asked(), (await offered()).sort()]).toEqual([2, ['Amira time', 'Mo write']]);

        const next = await called('Thursday 14:00');
        await takes(mo, 'newcomers', { meeting: next });
        await passes(7 * day);
        expect(await asked()).toBe(2);
        await passes(90 * day);
        const later = await called('tomorrow 14:00');
        await takes(mo, 'newcomers', { meeting: later });
        await passes(3.5 * day); // Thursday at noon
        expect(await asked()).toBe(3);
      });

      it('is not taken for done before it is: who writes it up is asked a day later, who did not is not', async () => {
        const meeting = await called('Thursday 14:00');
        await takes(mo, 'write', { meeting });
        await takes(amira, 'write', { meeting });
        await passes(6 * day);
        expect(await asked()).toBe(0);
        expect(await presses(mo, 'write', { meeting, learned: 'Silver is dear.' })).toMatch(/Written up/);
        await passes(hour);
        expect(await asked()).toBe(0);
        await passes(day);
        expect(await offered()).toEqual(['Mo write']);
      });

      it('is carried with one press, and then not any more', async () => {
        const meeting = await called('Thursday 14:00');
        await takes(amira, 'write', { meeting });
        await passes(4 * day);
        const term = { cop: it_.cop, role: 'social-reporter', term: 'three-months' };
        expect(await it_.presses(amira, 'role volunteer', term)).toMatch(/You carry Social Reporter.*until 2026-06-/);
        expect(await it_.presses(amira, 'role volunteer', term)).toMatch(/already/);
      });

      it('is asked of nobody who has left, nor who was at it long ago', async () => {
        const meeting = await called('Thursday 14:00');
        await takes(mo, 'write', { meeting });
        await takes(amira, 'time', { meeting });
        await passes(2 * day + 6.5 * hour);
        await it_.presses(mo, 'membership go', { cop: it_.cop, sure: 'yes' });
        await it_.store.db.updateTable('cops').set({ resting_since: 1 }).execute();
        await passes(20 * day);
        await it_.store.db.updateTable('cops').set({ resting_since: null }).execute();
        await passes(2 * day);
        expect(await asked()).toBe(0);
        const left = await it_.store.db.selectFrom('clocks').selectAll().where('step', 'like', 'enjoyed%').execute();
        expect(left).toEqual([]);
      });
    });

    it('is counted where very many share it', async () => {
      const { network_id, cop_id } = await it_.store.db
        .selectFrom('meetings')
        .select(['network_id', 'cop_id'])
        .executeTakeFirstOrThrow();
      const many = Array.from({ length: 1000 }, (_, n) => ({ id: `p-${n}` as PersonId, name: `Person ${n}` }));
      await it_.store.db
        .insertInto('persons')
        .values(many.map(one => ({ ...one, network_id, created_at: 1 })))
        .execute();
      for (const part of ['open', 'write'] as const)
        await it_.store.db
          .insertInto('meeting_parts')
          .values(
            many.map(({ id }, n) => ({
              ...{ network_id, cop_id, meeting_id: it_.meeting as never, person_id: id, part },
              ...{ at: n, offered_at: null },
            })),
          )
          .execute();
      expect(await presses(amira, 'parts')).not.toMatch(/Taken by/); // they are in no CoP
      const member = { network_id, cop_id, state: 'member', role: 'member', since: 1 } as const;
      await it_.store.db
        .insertInto('memberships')
        .values(many.map(({ id }) => ({ ...member, person_id: id })))
        .execute();
      const read = await presses(amira, 'parts');
      expect(read.match(/Taken by @Person 0, @Person 1, @Person 2 and 997 more/g)).toHaveLength(2);
    });
  });
});
