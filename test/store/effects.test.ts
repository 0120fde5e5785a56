/** Effects: their order, who takes them, what becomes of them; over both engines. */
import { describe, expect, it } from 'vitest';
import { lane } from '../../src/domain/effect.ts';
import { joining } from '../../src/domain/membership.ts';
import * as claims from '../../src/store/claims.ts';
import * as echoes from '../../src/store/echoes.ts';
import * as effects from '../../src/store/effects.ts';
import * as memberships from '../../src/store/memberships.ts';
import * as parked from '../../src/store/parked.ts';
import * as people from '../../src/store/people.ts';
import { collations } from '../support/engines.ts';
import { added, amira, effect, here, inAStore, now, ours, store, tx, zed } from './rows.ts';

describe.each(collations)('$name', ({ skip, migrated }) => {
  describe.skipIf(skip)(`the store${skip ? ` (skipped: ${skip})` : ''}`, () => {
    inAStore(migrated);

    describe('effects', () => {
      it('stand in order within their lane, and are taken once', async () => {
        const { id } = await added();
        const all = [effect(id), effect(id), effect(id, { lane: lane.person(amira) })];
        await tx(t => effects.add(t, all));
        expect((await effects.openIn(store.db, lane.cop(id), 9)).map(one => one.id)).toEqual(
          all.slice(0, 2).map(one => one.id),
        );
        const [first] = all as [effects.StoredEffect];
        const mine = await claims.claim(store.db, first, now, 60_000);
        expect(mine).toBeGreaterThan(now);
        expect(await claims.claim(store.db, first, now, 60_000)).toBeUndefined();
        const [again] = (await effects.openIn(store.db, lane.cop(id), 1)) as [effects.StoredEffect];
        expect(again).toMatchObject({ state: 'intended', attempts: 1, intendedAt: now });
        expect(await claims.claim(store.db, again, now, 60_000)).toBeUndefined();
        expect(await effects.openIn(store.db, lane.cop(id), 9, first.id)).toHaveLength(1);
        await claims.releaseClaims(store.db);
        const [third] = (await effects.openIn(store.db, lane.cop(id), 1)) as [effects.StoredEffect];
        expect(await claims.claim(store.db, third, now, 60_000)).toBeGreaterThan(now);
      });

      it('are kept however many there are, and so are the people whom they are for', { timeout: 90_000 }, async () => {
        const cop = await added();
        await tx(t =>
          effects.add(
            t,
            Array.from({ length: 4000 }, () => effect(cop.id)),
          ),
        );
        const accounts = Array.from({ length: 8000 }, (_, n) => ({ id: `u-${n}`, name: `N ${n}` }));
        const met = await tx(t => people.meetAll(t, ours, here, accounts, now));
        const all = [...met.values()].map(({ id }) => joining({ networkId: ours, copId: cop.id, personId: id }, now));
        await tx(t => memberships.save(t, ...all));
        const many = async (table: 'effects' | 'memberships') =>
          (await store.db.selectFrom(table).select('cop_id').where('cop_id', '=', cop.id).execute()).length;
        expect([await many('effects'), await many('memberships')]).toEqual([4000, 8000]);
      });

      it('that were claimed are their taker’s until the claim runs out, and only as long as nobody else took them', async () => {
        const { id } = await added();
        await tx(t => effects.add(t, [effect(id)]));
        const head = async () => (await effects.openIn(store.db, lane.cop(id), 1))[0] as effects.StoredEffect;
        const held = async (mine: number | undefined) => {
          const one = await head();
          return tx(t => claims.hold(t, one.id, mine ?? 0));
        };
        const first = await claims.claim(store.db, await head(), now, -1); // run out already
        expect(await held(first)).toBe(true);
        expect(await effects.dueLanes(store.db, now + 1, ['slack', 'discord'])).toMatchObject([{ left: true }]);
        const renewed = await claims.renew(store.db, (await head()).id, first ?? 0, now, 60_000);
        expect([await held(first), await held(renewed)]).toEqual([false, true]);
        expect(await effects.dueLanes(store.db, now + 1, ['slack', 'discord'])).toEqual([
          { lane: lane.cop(id), workspace: expect.anything() },
        ]);
        expect(await claims.claim(store.db, await head(), now, 60_000)).toBeUndefined();
        const { attempts } = await head();
        const again = await claims.claim(store.db, await head(), now, -1, renewed); // by who has it: no further try
        expect((await head()).attempts).toBe(attempts);
        const other = await claims.claim(store.db, await head(), now + 5, 60_000);
        expect((await head()).attempts).toBe(attempts + 1);
        expect(await claims.renew(store.db, (await head()).id, again ?? 0, now + 5, 60_000)).toBeUndefined();
        expect([await held(again), await held(other)]).toEqual([false, true]);
      });

      it('are settled once, and keep no token', async () => {
        const { id } = await added();
        const answer = effect(id, {
          wish: {
            kind: 'answer',
            cop: id,
            message: 'cop-progress',
            about: { kind: 'cop', id },
            to: amira,
            reply: 'sealed-token',
          },
        });
        await tx(t => effects.add(t, [answer]));
        await tx(t => effects.settle(t, [answer], 'done', now));
        await tx(t => effects.settle(t, [answer], 'failed', now, { whose: 'nobody', kind: 'gone', code: 'late' }));
        expect(await effects.byId(store.db, ours, answer.id)).toMatchObject({ state: 'done', error: undefined });
        expect(JSON.stringify(await store.db.selectFrom('effects').selectAll().execute())).not.toContain(
          'sealed-token',
        );
      });

      it('that are due are found by the platform that this process serves', async () => {
        const { id } = await added();
        await tx(t => effects.add(t, [effect(id), effect(id, { lane: lane.person(amira), dueAt: now + 100 })]));
        expect(await effects.dueLanes(store.db, now, ['slack'])).toEqual([{ lane: lane.cop(id), workspace: here }]);
        expect(await effects.dueLanes(store.db, now + 100, ['slack', 'discord'])).toHaveLength(2);
        expect(await effects.dueLanes(store.db, now, ['discord'])).toEqual([]);
        expect(await effects.dueLanes(store.db, now, [])).toEqual([]);
      });

      it('that are parked come back together', async () => {
        const { id } = await added();
        const all = [effect(id), effect(id, { lane: lane.person(amira) })];
        await tx(t => effects.add(t, all));
        await tx(t =>
          parked.putOff(
            t,
            all.map(one => one.id),
            now + 1000,
          ),
        );
        expect(await effects.dueLanes(store.db, now, ['slack'])).toEqual([]);
        expect([...(await tx(t => parked.unpark(t, ours, { cop: id }, now)))].sort()).toEqual(
          [lane.cop(id), lane.person(amira)].sort(),
        );
        expect(await effects.dueLanes(store.db, now, ['slack'])).toHaveLength(2);
      });

      it('say who the bot itself is still bringing in', async () => {
        const { id } = await added();
        const admit = effect(id, { wish: { kind: 'admit', cop: id, people: [amira] } });
        await tx(t => effects.add(t, [admit]));
        expect(await echoes.stillChanging(store.db, ours, id, ['admit'], amira)).toBe(true);
        expect(await echoes.stillChanging(store.db, ours, id, ['admit'], zed)).toBe(false);
        await tx(t => effects.settle(t, [admit], 'done', now));
        expect(await echoes.stillChanging(store.db, ours, id, ['admit'], amira)).toBe(false);
      });
    });
  });
});
