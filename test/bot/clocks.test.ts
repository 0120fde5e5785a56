/** Clocks ring in the hours of whom they mind, once, and none keeps another from ringing; on both engines. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClockOf } from '../../src/domain/clock.ts';
import type { CopId, PersonId } from '../../src/domain/ids.ts';
import * as clocks from '../../src/store/clocks.ts';
import { look } from '../support/clockwork.ts';
import { engines } from '../support/engines.ts';
import { choose, type Village, village } from '../support/village.ts';

const hour = 3600_000;

describe.each(engines)('$engine', ({ skip, migrated }) => {
  describe.skipIf(skip)(`a clock${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let it_: Village;
    let log: { level: string; [field: string]: unknown }[];
    beforeEach(async () => {
      it_ = await village(await migrated()); // it is Tuesday 3 March 2026, 9:00 in London
      await it_.store.db.deleteFrom('clocks').execute();
      log = [];
    });
    afterEach(() => it_.store.close());

    const bot = () => {
      const at = (level: string) => (fields: object) => void log.push({ level, ...fields });
      return { ...it_.bot, log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') } };
    };
    const cop = () => it_.cop as CopId;
    async function sets(more: Partial<ClockOf<'cop'>> = {}): Promise<void> {
      const { networkId } = await it_.store.db
        .selectFrom('cops')
        .select('network_id as networkId')
        .where('id', '=', cop())
        .executeTakeFirstOrThrow();
      const usual = { about: { kind: 'cop', id: cop() }, step: 'offers', dueAt: it_.bot.clock.now() } as const;
      const does = { command: 'role offers-begin', options: { cop: cop() } } as const;
      await it_.store.db
        .transaction()
        .execute(tx => clocks.set(tx, { id: cop(), networkId }, { ...usual, does, ...more }));
    }
    const left = async () =>
      (await it_.store.db.selectFrom('clocks').select(['step', 'due_at']).orderBy('step').execute()).map(
        row => `${row.step} ${new Date(row.due_at).toISOString().slice(5, 16)}`,
      );
    const revised = async () =>
      (await it_.store.db.selectFrom('effects').select('id').where('kind', '=', 'revise').execute()).length;
    const amira = async () =>
      (await it_.store.db.selectFrom('persons').select('id').where('name', '=', 'Amira').executeTakeFirstOrThrow()).id;

    it('rings once when it is due, and is gone', async () => {
      await sets({ dueAt: it_.bot.clock.now() + hour });
      await look(bot());
      expect(await revised()).toBe(0);
      it_.passes(hour);
      await Promise.all([look(bot()), look(bot())]);
      await look(bot());
      expect([await revised(), await left()]).toEqual([1, []]);
    });

    it('that minds nobody rings at any hour; one that minds somebody in theirs, one that minds the workspace in its', async () => {
      await choose(it_, { timeZone: 'Asia/Kolkata' });
      it_.passes(13 * hour); // Tuesday, 22:00 in London; in Kolkata it is half past three, in Auckland eleven in the morning
      await sets({ step: 'first-meeting', minding: 'workspace' });
      await sets({ step: 'closing', minding: await amira() });
      await sets({ step: 'offers' });
      await look(bot(), { 'u-amira': 'America/New_York' });
      expect(await left()).toEqual(['closing 03-04T14:00', 'first-meeting 03-04T03:30']);
      expect(await revised()).toBe(1);
      await sets({ step: 'closing', minding: await amira() });
      await look(bot(), { 'u-amira': 'Pacific/Auckland' });
      expect(await left()).toEqual(['first-meeting 03-04T03:30']);
    });

    it('minds the hours of the workspace for somebody who has no account there', async () => {
      it_.passes(13 * hour);
      await sets({ minding: '01ARZ3NDEKTSV4RRFFQ69GNB0D' as PersonId });
      await look(bot());
      expect(await left()).toEqual(['offers 03-04T09:00']);
    });

    it('whose record is there no more is dropped, and said to nobody', async () => {
      await sets({ does: { command: 'role term-over', options: { carried: '01ARZ3NDEKTSV4RRFFQ69GNB0D' } } });
      await look(bot());
      expect(await left()).toEqual([]);
      expect(log.map(line => line.level)).toEqual(['info']);
    });

    it('whose consequence fails is tried again in an hour, and a hundred of them keep no other from ringing', async () => {
      const broken = { command: 'no such consequence', options: {} } as never;
      for (let n = 0; n < 101; n++) await sets({ step: `settles-in ${n}`, dueAt: 1, does: broken });
      await sets();
      await look(bot());
      expect(await revised()).toBe(1);
      expect(new Set((await left()).map(one => one.split(' ').at(-1)))).toEqual(new Set(['03-03T10:00']));
      expect(log.filter(line => line.level === 'error')).toHaveLength(101);
      expect(log[0]).toMatchObject({ about: { kind: 'cop' }, does: 'no such consequence' });
    });
  });
});
