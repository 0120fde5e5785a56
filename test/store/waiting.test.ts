/** What waits, on both engines: clocks and reminders, talks, and who looks at their Home. Nothing reaches into another network. */
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lane } from '../../src/domain/effect.ts';
import type {
  CopId,
  EffectId,
  JoinRequestId,
  NetworkId,
  PersonId,
  TalkId,
  WorkspaceKey,
} from '../../src/domain/ids.ts';
import type { Talk } from '../../src/domain/talk.ts';
import * as claims from '../../src/store/claims.ts';
import * as cops from '../../src/store/cops.ts';
import * as effects from '../../src/store/effects.ts';
import { isConflict, Stale, type Store, type Tx } from '../../src/store/engine.ts';
import * as homes from '../../src/store/homes.ts';
import { newId } from '../../src/store/ids.ts';
import * as joinRequests from '../../src/store/join-requests.ts';
import * as people from '../../src/store/people.ts';
import * as reminders from '../../src/store/reminders.ts';
import * as settings from '../../src/store/settings.ts';
import * as talks from '../../src/store/talks.ts';
import { atOnce } from '../support/at-once.ts';
import { collations } from '../support/engines.ts';
import { migratedStore } from '../support/store.ts';

const now = 1_770_000_000_000;
const day = 24 * 3600_000;
const here = 'slack:T1' as WorkspaceKey;
const there = 'discord:G2' as WorkspaceKey;

describe.each(collations)('$name', ({ skip, migrated }) => {
  describe.skipIf(skip)(`what waits${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let store: Store;
    let ours: NetworkId;
    let theirs: NetworkId;
    let [amira, ben]: [PersonId, PersonId] = ['' as PersonId, '' as PersonId];
    let cop: CopId;
    let request: JoinRequestId;

    const tx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.db.transaction().execute(work);
    const asks = async (networkId: NetworkId, copId: CopId, personId: PersonId): Promise<JoinRequestId> => {
      const id = newId<JoinRequestId>(now);
      const undecided = {
        withdrawnAs: undefined,
        decidedBy: undefined,
        decidedAt: undefined,
        reason: undefined,
        version: 1,
        createdAt: now,
      };
      await tx(t =>
        joinRequests.add(t, {
          ...{
            id,
            networkId,
            copId,
            personId,
            words: 'Hello',
            question: undefined,
            wordsFor: undefined,
            state: 'pending',
          },
          ...undecided,
        }),
      );
      return id;
    };
    const opens = async (networkId: NetworkId, workspace: WorkspaceKey, starterId: PersonId): Promise<CopId> => {
      const id = newId<CopId>(now);
      const words = { name: 'Wound Care', domain: 'Healing', statement: undefined, slug: id.toLowerCase() };
      const space = {
        spaceId: undefined,
        spaceName: undefined,
        unlisted: false,
        joinQuestion: undefined,
        welcome: undefined,
        closedAt: undefined,
      };
      await tx(t =>
        cops.add(t, {
          id,
          networkId,
          workspace,
          ...words,
          state: 'open',
          ...space,
          starterId,
          version: 1,
          createdAt: now,
        }),
      );
      return id;
    };

    beforeEach(async () => {
      store = await migratedStore(await migrated());
      [ours, theirs] = await tx(async t => [
        await people.meetWorkspace(t, here, now),
        await people.meetWorkspace(t, there, now),
      ]);
      [amira, ben] = await tx(async t => [
        (await people.meet(t, ours, here, { id: 'U1', name: 'Amira' }, now)).id,
        (await people.meet(t, ours, here, { id: 'U2', name: 'Ben' }, now)).id,
      ]);
      cop = await opens(ours, here, amira);
      request = await asks(ours, cop, ben);
    });
    afterEach(() => store.close());

    describe('a clock', () => {
      it('stands still for three days from each word, and what overlaps counts once', async () => {
        const heldMs = async () => (await reminders.clockOf(store.db, ours, request))?.heldMs;
        await tx(t => reminders.hold(t, theirs, request, now));
        expect(await heldMs()).toBe(0);
        for (const [at, expected] of [
          [0, 3],
          [1, 4],
          [1, 4],
          [4, 7],
          [30, 10],
        ] as const) {
          await tx(t => reminders.hold(t, ours, request, now + at * day));
          expect(await heldMs()).toBe(expected * day);
        }
      });
    });

    describe('a reminder', () => {
      const add = (reader: PersonId | 'support', step: 'first' | 'second', on: string, of = request) =>
        tx(t => reminders.add(t, ours, of, { reader, step, day: on }, now));

      it('is written once a person and step, and once a person and day', async () => {
        const another = await asks(ours, await opens(theirs, there, await stranger()).then(() => cop), await third());
        expect(await add(amira, 'first', '2026-03-05')).toBe(true);
        expect(await add(amira, 'first', '2026-03-06')).toBe(false);
        expect(await add(amira, 'first', '2026-03-05', another)).toBe(false);
        expect(await add(amira, 'first', '2026-03-06', another)).toBe(true);
        expect(await add(ben, 'first', '2026-03-05')).toBe(true);
        expect(await add('support', 'first', '2026-03-05')).toBe(true);
        expect(await add('support', 'first', '2026-03-05', another)).toBe(true);
        expect(await reminders.ofRequest(store.db, theirs, request)).toEqual([]);
        expect((await reminders.ofRequest(store.db, ours, request)).map(one => one.reader).sort()).toEqual(
          [amira, ben, 'support'].sort(),
        );
      });

      it('of the Support Team is known to who is of it, while the request waits', async () => {
        await add('support', 'first', '2026-03-13');
        const known = async (who: PersonId) =>
          (await reminders.knownToSupport(store.db, ours, who, 10)).map(one => one.request.id);
        expect(await known(amira)).toEqual([]);
        await tx(t => settings.joinSupport(t, ours, here, amira, now));
        expect(await known(amira)).toEqual([request]);
        expect(await known(ben)).toEqual([]);
        expect(await settings.supportPeople(store.db, ours, here)).toEqual([amira]);
        expect(await settings.supportPeople(store.db, theirs, here)).toEqual([]);
        await store.db.updateTable('join_requests').set({ state: 'approved' }).execute();
        expect(await known(amira)).toEqual([]);
      });

      const stranger = async () => (await tx(t => people.meet(t, theirs, there, { id: 'D1', name: 'Zed' }, now))).id;
      const third = async () => (await tx(t => people.meet(t, ours, here, { id: 'U3', name: 'Carla' }, now))).id;
    });

    describe('a talk', () => {
      const talk = (): Talk => ({
        id: newId<TalkId>(now),
        networkId: ours,
        copId: cop,
        requestId: request,
        facilitatorId: amira,
        turns: 1,
        applicantTurns: 0,
        createdAt: now,
      });

      it('is found by its network, its two and its place', async () => {
        const one = talk();
        await tx(t => talks.add(t, one));
        expect(await talks.between(store.db, ours, request, amira)).toEqual(one);
        expect(await talks.between(store.db, ours, request, ben)).toBeUndefined();
        expect(await talks.between(store.db, theirs, request, amira)).toBeUndefined();
        expect((await talks.withCop(store.db, ours, one.id))?.talk).toEqual(one);
        expect((await tx(t => talks.withCop(t, ours, one.id, true)))?.cop.id).toBe(cop);
        expect(await talks.withCop(store.db, theirs, one.id)).toBeUndefined();
        expect(await people.whoIs(store.db, { noun: 'talk', id: one.id }, 'nobody')).toMatchObject({
          networkId: ours,
          workspace: here,
          person: undefined,
        });
      });

      it('is one of each facilitator, and takes one turn at a time', async () => {
        const one = talk();
        await tx(t => talks.add(t, one));
        expect(await tx(t => talks.add(t, talk())).catch(isConflict)).toBe(true);
        await tx(t => talks.save(t, { ...one, turns: 2, applicantTurns: 1 }));
        expect(await talks.between(store.db, ours, request, amira)).toMatchObject({ turns: 2, applicantTurns: 1 });
        await expect(tx(t => talks.save(t, { ...one, turns: 2 }))).rejects.toThrow(Stale);
        await expect(tx(t => talks.save(t, { ...one, networkId: theirs, turns: 3 }))).rejects.toThrow(Stale);
      });
    });

    describe('a Home', () => {
      const drawn = (...who: PersonId[]) => tx(t => homes.toBeDrawn(t, ours, here, who));

      it('is remembered once, and drawn for who looks at it', async () => {
        for (let n = 0; n < 2; n++) await tx(t => homes.remember(t, ours, here, amira, now));
        expect(await drawn(amira, ben)).toEqual([amira]);
        expect(await drawn()).toEqual([]);
        expect(await tx(t => homes.toBeDrawn(t, theirs, here, [amira]))).toEqual([]);
        expect(await tx(t => homes.toBeDrawn(t, ours, there, [amira]))).toEqual([]);
      });

      it('is known by what it shows, to the workspace that it is in, until somebody starts', async () => {
        const account = { workspace_id: here, external_id: 'U1', network_id: ours, person_id: amira, locale: null };
        await store.db
          .insertInto('accounts')
          .values(account)
          .onConflict(c => c.doNothing())
          .execute();
        await homes.noteDrawn(store.db, here, 'U1', 'a mark');
        expect(await homes.drawn(store.db, here, 'U1')).toBeUndefined();
        await tx(t => homes.remember(t, ours, here, amira, now));
        await homes.noteDrawn(store.db, here, 'U1', 'a mark');
        expect(await homes.drawn(store.db, here, 'U1')).toBe('a mark');
        expect(await homes.drawn(store.db, there, 'U1')).toBeUndefined();
        await homes.noteDrawn(store.db, here, 'U1', undefined);
        expect(await homes.drawn(store.db, here, 'U1')).toBeUndefined();
        await homes.noteDrawn(store.db, here, 'U1', 'another');
        await homes.nobodyIsSure(store.db);
        expect(await homes.drawn(store.db, here, 'U1')).toBeUndefined();
      });

      const drawing = () =>
        ({
          id: newId<EffectId>(now),
          networkId: ours,
          copId: cop,
          workspace: here,
          lane: lane.home(amira),
          wish: { kind: 'show-home', cop, person: amira },
          state: 'waiting',
          needs: [],
          follows: [],
          batch: 'b',
          press: undefined,
          onFailure: undefined,
          attempts: 0,
          waits: 0,
          dueAt: now,
          intendedAt: undefined,
          error: undefined,
        }) as const;

      it('is not asked for again while a drawing waits', async () => {
        await tx(t => homes.remember(t, ours, here, amira, now));
        const effect = drawing();
        await tx(t => effects.add(t, [effect]));
        expect(await drawn(amira)).toEqual([]);
        await claims.claim(store.db, effect, now, 1000);
        expect(await drawn(amira)).toEqual([amira]); // it may have looked already
        await tx(t => effects.settle(t, [effect], 'done', now));
        expect(await drawn(amira)).toEqual([amira]);
      });

      it('is asked for where the drawing that waited is just being taken', async () => {
        await tx(t => homes.remember(t, ours, here, amira, now));
        const effect = drawing();
        await tx(t => effects.add(t, [effect]));
        const itsRow = sql`select 1 from effects where id = ${effect.id}`;
        const taken = () => claims.claim(store.db, effect, now, 1000);
        expect((await atOnce<unknown>(store, itsRow, [taken, () => drawn(amira)]))[1]).toEqual([amira]);
      });
    });
  });
});
