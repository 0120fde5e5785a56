/** The day before a meeting: what is new is told to those who come, and a writer is sought, once. It is Tuesday 3 March 2026, 9:00 in London; on both engines. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Wish } from '../../src/domain/effect.ts';
import { look } from '../support/clockwork.ts';
import { engines } from '../support/engines.ts';
import { amira, mo, nia, type Village, village } from '../support/village.ts';

const hour = 3600_000;
const tuesdayAt9 = Date.UTC(2026, 2, 3, 9);

describe.each(engines)('$engine', ({ skip, migrated }) => {
  describe.skipIf(skip)(`the day before${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let it_: Village;
    let meeting: string;
    beforeEach(async () => {
      it_ = await village(await migrated());
      for (const table of ['effects', 'clocks'] as const) await it_.store.db.deleteFrom(table).execute();
    });
    afterEach(() => it_.store.close());

    const presses = (who: typeof amira, deed: string, options: Record<string, string> = {}) =>
      it_.presses(who, `meeting ${deed}`, { meeting, ...options });
    const calls = async (when: string) => {
      await it_.presses(mo, 'meeting call', { cop: it_.cop, about: 'Heels', when, minutes: '60' });
      const rows = await it_.store.db.selectFrom('meetings').select('id').orderBy('id').execute();
      meeting = rows.at(-1)?.id as string;
      await presses(mo, 'post');
    };
    /** On a day of March, at an hour of London's; then what is due is looked at. */
    const on = async (day: number, hours: number, zones: Record<string, string> = {}) => {
      it_.passes(tuesdayAt9 + (day - 3) * 24 * hour + (hours - 9) * hour - it_.bot.clock.now());
      await look(it_.bot, zones);
    };
    const names = async () =>
      new Map(
        (await it_.store.db.selectFrom('persons').select(['id', 'name']).execute()).map(one => [
          one.id as string,
          one.name,
        ]),
      );
    /** To whom, in turn. */
    const told = async (message = 'meeting-news') => {
      const known = await names();
      return (await it_.store.db.selectFrom('effects').select('wish').orderBy('id').execute())
        .map(one => JSON.parse(one.wish) as Wish)
        .flatMap(wish =>
          wish.kind === 'post' && wish.message === message
            ? [typeof wish.to === 'string' ? (known.get(wish.to) ?? wish.to) : 'below']
            : [],
        );
    };

    it('who comes hears what others have done since, in hours of their own, on the working day before', async () => {
      await calls('Monday 10:00');
      await on(3, 10);
      for (const who of [amira, mo]) await presses(who, 'come');
      await on(3, 11);
      await presses(mo, 'ask', { words: 'What about sleep?' });
      await on(3, 12);
      await presses(nia, 'come');
      const inNewYork = { [amira.id]: 'America/New_York' };
      await on(6, 9.9, inNewYork);
      expect(await told()).toEqual([]);
      await on(6, 10.1, inNewYork); // Friday, five in the morning there
      expect(await told()).toEqual([]);
      await on(6, 14.5, inNewYork);
      expect(await told()).toEqual(['Amira']);
      await on(6, 15, inNewYork);
      expect(await told()).toEqual(['Amira']);
    });

    it('nobody hears anything where nothing is new, nor who has said no, has left, or knows of it', async () => {
      await calls('Monday 10:00');
      for (const who of [amira, mo, nia]) await presses(who, 'come');
      await on(3, 11);
      await presses(mo, 'move', { when: 'Tuesday 10:00', minutes: '30' });
      await on(3, 12);
      await presses(amira, 'come'); // once more, below what told her
      await presses(nia, 'not');
      await on(9, 10.1);
      expect(await told()).toEqual([]);
    });

    it('is another one where the meeting is moved, also while somebody still sleeps', async () => {
      await calls('Monday 10:00');
      await presses(amira, 'come');
      await on(3, 11);
      await presses(mo, 'ask', { words: 'What about sleep?' });
      const inNewYork = { [amira.id]: 'America/New_York' };
      await on(6, 10.1, inNewYork);
      await presses(mo, 'move', { when: '18 March 10:00', minutes: '60' });
      await on(6, 15, inNewYork);
      expect(await told()).toEqual([]);
      await on(17, 15, inNewYork);
      expect(await told()).toEqual(['Amira']);
      await on(18, 15, inNewYork);
      expect(await told()).toEqual(['Amira']);
    });

    it('who writes it up is sought below its card, once, where nobody does and somebody comes', async () => {
      await calls('Friday 10:00');
      await on(5, 10.1);
      expect(await told('writer-sought')).toEqual([]); // nobody comes
      await presses(mo, 'move', { when: '10 March 10:00' });
      await presses(amira, 'come');
      await presses(amira, 'take-part', { part: 'write' });
      await on(9, 10.1);
      expect(await told('writer-sought')).toEqual([]);
      await presses(amira, 'lay-down', { part: 'write' });
      await presses(mo, 'move', { when: '12 March 10:00' });
      await on(11, 10.1);
      expect(await told('writer-sought')).toEqual(['space']); // its card has not come there yet
      await presses(mo, 'move', { when: '13 March 10:00' });
      await on(12, 10.1);
      expect(await told('writer-sought')).toEqual(['space']);
      expect(await presses(amira, 'will-write')).toMatch(/It's yours: Write it up/);
      expect(await presses(amira, 'will-write')).toMatch(/It's yours: Write it up/);
      await presses(mo, 'not');
      expect(await presses(mo, 'will-write')).toMatch(/You said “not this time”/);
      expect(await it_.store.db.selectFrom('meeting_parts').select('part').execute()).toEqual([{ part: 'write' }]);
    });

    it('of a meeting that is called for today is half way to it; and there is none once it has begun, or is off', async () => {
      await calls('today 16:00');
      await presses(amira, 'come');
      await on(3, 9.1);
      await presses(mo, 'ask', { words: 'What about sleep?' });
      await on(3, 12);
      expect(await told()).toEqual([]);
      await on(3, 12.6);
      expect([await told(), await told('writer-sought')]).toEqual([['Amira'], ['space']]);

      await calls('Thursday 10:00');
      await presses(amira, 'come');
      await on(3, 13);
      await presses(mo, 'ask', { words: 'What about shoes?' });
      await on(5, 11);
      await calls('Thursday 16:00');
      await presses(amira, 'come');
      await presses(mo, 'cancel', { sure: 'yes' });
      await on(5, 15);
      expect(await told()).toEqual(['Amira']);
      expect(await told('writer-sought')).toEqual(['space']);
    });

    it('a thousand who come are told, with few statements for all of them', { timeout: 60_000 }, async () => {
      await calls('Thursday 10:00');
      const { network_id, cop_id } = await it_.store.db
        .selectFrom('meetings')
        .select(['network_id', 'cop_id'])
        .executeTakeFirstOrThrow();
      const many = Array.from({ length: 1000 }, (_, n) => `p-${String(n).padStart(4, '0')}` as never);
      const persons = many.map(id => ({ id, network_id, name: 'Somebody', created_at: 1 }));
      await it_.store.db.insertInto('persons').values(persons).execute();
      const member = { network_id, cop_id, state: 'member', role: 'member', since: 1 } as const;
      const comes = { network_id, cop_id, meeting_id: meeting as never, says: 'comes', at: 1 } as const;
      await it_.store.db
        .insertInto('memberships')
        .values(many.map(person_id => ({ ...member, person_id })))
        .execute();
      await it_.store.db
        .insertInto('meeting_answers')
        .values(many.map(person_id => ({ ...comes, person_id })))
        .execute();
      it_.statements.length = 0;
      await on(4, 10.1, {});
      const set = it_.statements.filter(one => /insert into "clocks"/.test(one));
      expect(set.length).toBeLessThanOrEqual(3);
      expect(await told()).toHaveLength(1000);
    });
  });
});
