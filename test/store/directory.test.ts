/** The directory finds what holds every word anywhere, on either engine, however many there are. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { nameKey } from '../../src/domain/cop.ts';
import { folded } from '../../src/domain/words.ts';
import * as cops from '../../src/store/cops.ts';
import * as directory from '../../src/store/directory.ts';
import type { Tx } from '../../src/store/engine.ts';
import * as memberships from '../../src/store/memberships.ts';
import { collations } from '../support/engines.ts';
import { added, amira, inAStore, now, ours, store, theirs, tx } from './rows.ts';

const words = [
  'Wound',
  'wounds',
  'Care',
  'R&D',
  'C++',
  'Übergänge',
  'ζωή',
  '介護の技',
  '50%',
  'a"b',
  "l'eau",
  'zq00',
  '*',
  'Å',
];
const typed = [
  'ound',
  'car',
  'r&',
  '+',
  'ubergang',
  'ωη',
  '護の',
  '0%',
  '"',
  "'",
  'zq',
  '*',
  'a',
  'woundc',
  'xyz',
  'care wound',
  'å',
];

describe.each(collations)('on $name', ({ engine, skip, migrated }) => {
  describe.skipIf(skip)(`the directory${skip ? ` (skipped: ${skip})` : ''}`, () => {
    inAStore(migrated);
    const found = async (...sought: string[]) =>
      (await directory.find(store.db, ours, sought, 999)).map(one => one.cop.name);

    it('finds whatever holds every word, wherever in a word it stands', async () => {
      const texts = fc.sample(fc.tuple(...[1, 2, 3].map(() => fc.constantFrom(...words))), { numRuns: 40, seed: 7 });
      const all = texts.map(([a = '', b = '', c = ''], n) => ({
        name: `${a} ${b} ${n}`,
        domain: c,
        statement: `${b}${c}`,
      }));
      for (const one of all) await added(one);
      for (const one of typed) {
        const holds = all.filter(({ name, domain, statement }) =>
          one
            .split(' ')
            .every(
              word =>
                folded([name, domain, statement].join(' ')).includes(folded(word)) ||
                nameKey(name).includes(nameKey(word)),
            ),
        );
        expect([one, (await found(...one.split(' '))).sort()]).toEqual([one, holds.map(({ name }) => name).sort()]);
      }
    });

    it('finds ß and ss alike, wherever, also while it is typed', async () => {
      await added({ name: 'Pflege in der Straße', domain: 'Fußwunden' });
      await added({ name: 'Strassenpflege', domain: 'Füsse' });
      for (const typed of ['strasse', 'STRASSE', 'Straße', 'stras', 'straß'])
        expect((await found(typed)).sort(), typed).toEqual(['Pflege in der Straße', 'Strassenpflege']);
      expect(await found('fussw')).toEqual(['Pflege in der Straße']);
      expect(await found('füße')).toEqual(['Strassenpflege']);
    });

    it('finds what was renamed by its new name alone, and nothing of another network', async () => {
      const cop = await added({ name: 'Wound Care' });
      await tx(t => cops.save(t, { ...cop, name: 'Burns' }));
      expect(await found('ound')).toEqual([]);
      expect(await found('urn')).toEqual(['Burns']);
      expect(await directory.find(store.db, theirs, ['urn'], 9)).toEqual([]);
    });

    it('has the largest first, also of more than are looked up', async () => {
      for (let n = 0; n < 210; n++) await added({ name: `Wound Care ${n}` });
      const large = await added({ name: 'A large one', domain: 'wounds' });
      await tx(t => memberships.save(t, member(large.id)));
      const first = await directory.find(store.db, ours, ['wound'], 3);
      expect(first.map(one => one.members)).toEqual([1, 0, 0]);
      expect(first[0]?.cop.id).toBe(large.id);
      expect(await found('wound')).toHaveLength(211);
    });

    it('counts members as they come in and go, however often', async () => {
      const cop = await added();
      const count = async () => (await cops.byName(store.db, ours, cop.name))?.members;
      for (const [state, members] of [
        ['joining', 0],
        ['member', 1],
        ['member', 1],
        ['left', 0],
        ['member', 1],
      ] as const) {
        await tx(t => memberships.save(t, { ...member(cop.id), state }));
        expect([state, await count()]).toEqual([state, members]);
      }
      await tx(t => memberships.mark(t, ours, cop.id, [amira], 'member', 'left'));
      expect(await count()).toBe(0);
    });

    it('counts many who come in, change or go together, in however many CoPs', async () => {
      const [one, other] = [await added({ name: 'Wound Care' }), await added({ name: 'Burns' })];
      const many = Array.from({ length: 300 }, (_, n) => `p-${String(n).padStart(3, '0')}` as never);
      await store.db
        .insertInto('persons')
        .values(many.map(id => ({ id, network_id: ours, name: 'Somebody', created_at: now })))
        .execute();
      const count = () =>
        Promise.all([one, other].map(async ({ name }) => (await cops.byName(store.db, ours, name))?.members));
      const common = { network_id: ours, role: 'member', since: now } as const;
      const rows = many.flatMap((person_id, n) => [
        { ...common, person_id, cop_id: one.id, state: n < 100 ? ('joining' as const) : ('member' as const) },
        { ...common, person_id, cop_id: other.id, state: 'member' as const },
      ]);
      await tx(async t => {
        await t.insertInto('memberships').values(rows).execute();
        if (engine === 'postgres') expect(await written(t)).toBe(2);
      });
      expect(await count()).toEqual([200, 300]);
      await tx(async t => {
        await t.updateTable('memberships').set({ role: 'facilitator' }).where('cop_id', '=', other.id).execute();
        if (engine === 'postgres') expect(await written(t)).toBe(0);
        await memberships.mark(t, ours, one.id, many, 'joining', 'member');
        if (engine === 'postgres') expect(await written(t)).toBe(1);
      });
      expect(await count()).toEqual([300, 300]);
      await store.db.deleteFrom('memberships').where('person_id', 'in', many.slice(0, 50)).execute();
      expect(await count()).toEqual([250, 250]);
    });
  });
});

/** How often rows of CoPs were written anew in this transaction. postgresql.org/docs/current/monitoring-stats.html */
async function written(t: Tx): Promise<number> {
  const { rows } = await sql<{ n: string }>`
    select n_tup_upd as n from pg_stat_xact_user_tables where relname = 'cops'`.execute(t);
  return Number(rows[0]?.n ?? 0);
}

const member = (copId: Parameters<typeof memberships.of>[2]) =>
  ({ networkId: ours, copId, personId: amira, state: 'member', role: 'member', since: now }) as const;
