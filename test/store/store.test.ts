/** One suite over both engines: what the schema holds, and that no query reaches into another network. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Cop } from '../../src/domain/cop.ts';
import { takenUp } from '../../src/domain/core-role.ts';
import { type Document, unsaid } from '../../src/domain/document.ts';
import { lane } from '../../src/domain/effect.ts';
import type {
  CarriedRoleId,
  CopId,
  DocumentId,
  EffectId,
  JoinRequestId,
  NetworkId,
  NominationId,
  PersonId,
  WorkspaceKey,
} from '../../src/domain/ids.ts';
import { approve, type JoinRequest } from '../../src/domain/join-request.ts';
import { unchosen } from '../../src/domain/settings.ts';
import * as waiting from '../../src/store/asked.ts';
import * as audit from '../../src/store/audit.ts';
import * as claims from '../../src/store/claims.ts';
import * as cops from '../../src/store/cops.ts';
import * as coreRoles from '../../src/store/core-roles.ts';
import * as documents from '../../src/store/documents.ts';
import * as effects from '../../src/store/effects.ts';
import { isConflict, Stale, type Store, type Tx } from '../../src/store/engine.ts';
import { newId } from '../../src/store/ids.ts';
import * as joinRequests from '../../src/store/join-requests.ts';
import * as memberships from '../../src/store/memberships.ts';
import { migrate } from '../../src/store/migrate.ts';
import * as nominations from '../../src/store/nominations.ts';
import * as people from '../../src/store/people.ts';
import * as posts from '../../src/store/posts.ts';
import { collations } from '../support/engines.ts';
import { migratedStore } from '../support/store.ts';

const now = 1_770_000_000_000;
const here = 'slack:T1' as WorkspaceKey;
const there = 'slack:T2' as WorkspaceKey;

describe.each(collations)('$name', ({ skip, migrated }) => {
  describe.skipIf(skip)(`the store${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let store: Store;
    let ours: NetworkId;
    let theirs: NetworkId;
    let amira: PersonId;
    let zed: PersonId;

    const tx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.db.transaction().execute(work);
    const cop = (more: Partial<Cop> = {}): Cop => {
      const id = newId<CopId>(now);
      const name = more.name ?? 'Wound Care';
      return {
        id,
        networkId: ours,
        workspace: here,
        name,
        domain: 'Healing',
        statement: undefined,
        unlisted: false,
        closedAt: undefined,
        slug: id.toLowerCase(),
        state: 'open',
        spaceId: undefined,
        spaceName: undefined,
        starterId: amira,
        version: 1,
        createdAt: now,
        ...more,
      };
    };
    const added = async (more: Partial<Cop> = {}): Promise<Cop> => {
      const one = cop(more);
      await tx(t => cops.add(t, one));
      return one;
    };
    const request = (copId: CopId, more: Partial<JoinRequest> = {}): JoinRequest => ({
      id: newId<JoinRequestId>(now),
      networkId: ours,
      copId,
      personId: amira,
      words: 'Hello',
      state: 'pending',
      decidedBy: undefined,
      decidedAt: undefined,
      reason: undefined,
      version: 1,
      createdAt: now,
      ...more,
    });
    const document = (copId: CopId, title: string, more: Partial<Document> = {}): Document => ({
      ...unsaid,
      id: newId<DocumentId>(now),
      networkId: ours,
      copId,
      title,
      kind: 'file',
      permalink: 'https://x',
      messageKey: newId(now),
      sharedBy: amira,
      sharedAt: now,
      savedBy: amira,
      savedAt: now,
      stewardId: amira,
      ...more,
    });
    const effect = (copId: CopId, more: Partial<effects.StoredEffect> = {}): effects.StoredEffect => ({
      id: newId<EffectId>(now),
      networkId: ours,
      copId,
      workspace: here,
      lane: lane.cop(copId),
      wish: { kind: 'open-space', cop: copId },
      state: 'waiting',
      needs: [],
      batch: 'b1',
      onFailure: undefined,
      attempts: 0,
      waits: 0,
      dueAt: now,
      intendedAt: undefined,
      error: undefined,
      ...more,
    });
    const refused = async (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'taken',
        (error: unknown) => (isConflict(error) ? 'conflict' : 'refused'),
      );

    beforeEach(async () => {
      store = await migratedStore(await migrated());
      [ours, theirs] = [
        await tx(t => people.meetWorkspace(t, here, now)),
        await tx(t => people.meetWorkspace(t, there, now)),
      ];
      amira = (await tx(t => people.meet(t, ours, here, { id: 'U1', name: 'Amira' }, now))).id;
      zed = (await tx(t => people.meet(t, theirs, there, { id: 'U9', name: 'Zed' }, now))).id;
    });
    afterEach(() => store.close());

    it('is brought up to date once', async () => {
      expect(await migrate(store.db)).toEqual([]);
    });

    it('knows who pressed, by their account in their workspace alone', async () => {
      expect(await people.whoIs(store.db, here, 'U1')).toEqual({
        workspace: here,
        networkId: ours,
        person: { id: amira, networkId: ours, name: 'Amira' },
        settings: unchosen(ours, here),
        support: false,
      });
      expect(await people.whoIs(store.db, there, 'U1')).toEqual({
        workspace: there,
        networkId: theirs,
        person: undefined,
        settings: unchosen(theirs, there),
        support: false,
      });
      expect(await people.whoIs(store.db, 'slack:T3' as WorkspaceKey, 'U1')).toBeUndefined();
      expect(await refused(tx(t => people.meet(t, ours, here, { id: 'U1', name: 'Again' }, now)))).toBe('conflict');
    });

    describe('constraints', () => {
      it('one name a network, without case, spaces and accents; free again where a start failed', async () => {
        await added({ name: 'Wound Care' });
        expect(await refused(added({ name: 'WOUND  cáre' }))).toBe('conflict');
        expect(await refused(added({ name: 'Wound Care', networkId: theirs, workspace: there, starterId: zed }))).toBe(
          'taken',
        );
        await added({ name: 'Rust', state: 'not-started' });
        expect(await refused(added({ name: 'rust' }))).toBe('taken');
      });

      it('one address a network, one CoP a space', async () => {
        await added({ name: 'A', slug: 'a', spaceId: 'C1' });
        expect(await refused(added({ name: 'B', slug: 'a' }))).toBe('conflict');
        expect(await refused(added({ name: 'C', spaceId: 'C1' }))).toBe('conflict');
      });

      it('one pending request a person and CoP, and another after it was answered', async () => {
        const { id } = await added();
        const first = request(id);
        await tx(t => joinRequests.add(t, first));
        expect(await refused(tx(t => joinRequests.add(t, request(id))))).toBe('conflict');
        await tx(t => joinRequests.save(t, approve(first, amira, now)));
        expect(await refused(tx(t => joinRequests.add(t, request(id))))).toBe('taken');
      });

      it('one membership a person and CoP: who comes back takes up the old one', async () => {
        const { id } = await added();
        const membership = {
          networkId: ours,
          copId: id,
          personId: amira,
          state: 'left',
          role: 'facilitator',
          since: 1,
        } as const;
        await tx(t => memberships.save(t, membership));
        await tx(t => memberships.save(t, { ...membership, state: 'joining', role: 'member', since: 2 }));
        expect(await memberships.of(store.db, ours, id, amira)).toMatchObject({
          state: 'joining',
          role: 'member',
          since: 2,
        });
        expect(await store.db.selectFrom('memberships').selectAll().execute()).toHaveLength(1);
      });

      it('one document a message', async () => {
        const { id } = await added();
        await tx(t => documents.add(t, document(id, 'A', { messageKey: 'C1/1' })));
        expect(await refused(tx(t => documents.add(t, document(id, 'B', { messageKey: 'C1/1' }))))).toBe('conflict');
      });

      it('core roles only for who is a member, each once', async () => {
        const { id } = await added();
        const carry = () => {
          const who = { id: newId<CarriedRoleId>(now), networkId: ours, copId: id, personId: amira };
          return tx(t => coreRoles.add(t, takenUp({ ...who, role: 'critical-friend' }, 'open', now)));
        };
        expect(await refused(carry())).toBe('refused');
        await tx(t =>
          memberships.save(t, {
            networkId: ours,
            copId: id,
            personId: amira,
            state: 'member',
            role: 'member',
            since: now,
          }),
        );
        await carry();
        expect(await refused(carry())).toBe('conflict');
      });

      it('no row points out of its network', async () => {
        const { id } = await added();
        for (const networkId of [ours, theirs]) {
          const membership = {
            networkId,
            copId: id,
            personId: zed,
            state: 'member',
            role: 'member',
            since: now,
          } as const;
          expect(await refused(tx(t => memberships.save(t, membership)))).toBe('refused');
          expect(await refused(tx(t => joinRequests.add(t, request(id, { networkId, personId: zed }))))).toBe(
            'refused',
          );
          expect(await refused(tx(t => documents.add(t, document(id, 'A', { networkId, savedBy: zed }))))).toBe(
            'refused',
          );
        }
        expect(await refused(added({ name: 'X', starterId: zed }))).toBe('refused');
        expect(await refused(added({ name: 'X', workspace: there }))).toBe('refused');
        expect(await refused(tx(t => effects.add(t, [effect(id, { networkId: theirs })])))).toBe('refused');
      });

      it('states are those that the domain knows', async () => {
        expect(await refused(added({ state: 'lost' as never }))).toBe('refused');
      });

      it('the audit is only added to, and hears a press once', async () => {
        const deed = {
          actor: amira,
          command: 'cop start',
          about: { kind: 'cop', id: undefined },
          workspace: here,
          press: 'p1',
        };
        expect(await tx(t => audit.note(t, ours, deed, now))).toBe(true);
        expect(await tx(t => audit.note(t, ours, deed, now))).toBe(false);
        expect(await tx(t => audit.note(t, theirs, { ...deed, actor: zed, workspace: there }, now))).toBe(true);
        expect(await refused(store.db.updateTable('audit').set({ command: 'x' }).execute())).toBe('refused');
        expect(await refused(store.db.deleteFrom('audit').execute())).toBe('refused');
        expect(await store.db.selectFrom('audit').select('command').execute()).toHaveLength(2);
      });
    });

    describe('another network', () => {
      it('finds nothing and changes nothing', async () => {
        const one = await added({ spaceId: 'C1' });
        const asked = request(one.id);
        const kept = document(one.id, 'Paper');
        const nomination = {
          id: newId<NominationId>(now),
          networkId: ours,
          copId: one.id,
          nomineeId: amira,
          nominatorId: amira,
          state: 'pending',
          decidedAt: undefined,
          version: 1,
          createdAt: now,
        } as const;
        const wished = effect(one.id, { state: 'parked' });
        await tx(async t => {
          await memberships.save(t, {
            networkId: ours,
            copId: one.id,
            personId: amira,
            state: 'member',
            role: 'facilitator',
            since: now,
          });
          await joinRequests.add(t, asked);
          await documents.add(t, kept);
          await nominations.add(t, nomination);
          await effects.add(t, [wished]);
          await posts.add(
            t,
            ours,
            { effectId: wished.id, workspace: here, channelId: 'C1', messageId: '1', language: 'en' },
            'join-request',
            { kind: 'join-request', id: asked.id },
          );
        });
        const found = [
          await cops.byId(store.db, theirs, one.id),
          await tx(t => cops.lock(t, theirs, one.id)),
          await cops.bySpace(store.db, there, 'C1'),
          await cops.byName(store.db, theirs, 'Wound Care'),
          (await cops.inTheWay(store.db, theirs, 'Wound Care', one.slug)).namesake,
          await joinRequests.withCop(store.db, theirs, asked.id),
          await joinRequests.pendingOf(store.db, theirs, one.id, amira),
          await nominations.withCop(store.db, theirs, nomination.id),
          await documents.withCop(store.db, theirs, kept.id),
          await documents.same(store.db, theirs, one.id, kept),
          await memberships.of(store.db, theirs, one.id, amira),
          await effects.byId(store.db, theirs, wished.id),
          await posts.byEffect(store.db, theirs, wished.id),
        ];
        expect(found.every(each => each === undefined)).toBe(true);
        const lists = [
          await cops.find(store.db, theirs, [], 9),
          await cops.ofPerson(store.db, theirs, amira),
          await cops.spacesIn(store.db, theirs, here),
          await joinRequests.ofPerson(store.db, theirs, amira, 9),
          await joinRequests.waitingFor(store.db, theirs, amira, 9),
          await waiting.waitingFor(store.db, theirs, amira, 9),
          await documents.list(store.db, theirs, one.id, { from: 0, most: 9 }),
          await memberships.everybody(store.db, theirs, one.id, here),
          await posts.copiesOf(store.db, theirs, 'join-request', { kind: 'join-request', id: asked.id }),
          [...(await people.known(store.db, theirs, { workspace: here, cop: one.id }, [amira])).keys()],
          await tx(t => effects.unpark(t, theirs, { cop: one.id }, now)),
        ];
        expect(lists.every(each => each.length === 0)).toBe(true);
        await expect(tx(t => cops.save(t, { ...one, networkId: theirs, name: 'Taken over' }))).rejects.toBeInstanceOf(
          Stale,
        );
        await expect(
          tx(t => joinRequests.save(t, { ...approve(asked, amira, now), networkId: theirs })),
        ).rejects.toBeInstanceOf(Stale);
        await expect(tx(t => documents.save(t, { ...kept, networkId: theirs, title: 'x' }))).rejects.toBeInstanceOf(
          Stale,
        );
        await expect(tx(t => nominations.save(t, { ...nomination, networkId: theirs }))).rejects.toBeInstanceOf(Stale);
        expect(await tx(t => memberships.mark(t, theirs, one.id, [amira], 'member', 'left'))).toBe(0);
        await tx(t => memberships.setRole(t, theirs, one.id, amira, 'member'));
        await tx(t => people.renamed(t, theirs, amira, 'Nobody'));
        expect(await memberships.of(store.db, ours, one.id, amira)).toMatchObject({
          role: 'facilitator',
          state: 'member',
        });
        expect((await people.whoIs(store.db, here, 'U1'))?.person?.name).toBe('Amira');
      });

      it('is told apart by the record alone where nothing else tells it', async () => {
        const one = await added();
        expect(await people.whoIs(store.db, { noun: 'cop', id: one.id }, 'nobody')).toMatchObject({
          networkId: ours,
          workspace: here,
          person: undefined,
        });
        expect(await people.whoIs(store.db, { noun: 'join-request', id: 'nowhere' }, 'nobody')).toBeUndefined();
      });
    });

    it('lets nobody write over what changed meanwhile', async () => {
      const one = await added();
      await tx(t => cops.save(t, { ...one, domain: 'First' }));
      await expect(tx(t => cops.save(t, { ...one, domain: 'Second' }))).rejects.toBeInstanceOf(Stale);
      expect(await cops.byId(store.db, ours, one.id)).toMatchObject({ domain: 'First', version: 2 });
    });

    it('makes commands about one CoP wait for one another', async () => {
      const one = await added();
      const order: string[] = [];
      let go = () => {};
      const gate = new Promise<void>(resolve => {
        go = resolve;
      });
      let began = () => {};
      const begun = new Promise<void>(resolve => {
        began = resolve;
      });
      const first = tx(async t => {
        await cops.lock(t, ours, one.id);
        began();
        await gate;
        order.push('first');
      });
      await begun;
      const second = tx(async t => {
        await cops.lock(t, ours, one.id);
        order.push('second');
      });
      go();
      await Promise.all([first, second]);
      expect(order).toEqual(['first', 'second']);
    });

    it.each(['%', '_', "'", '"', '\\', 'Å%'])('looks for %s as it is', async word => {
      await added({ name: `A ${word} B`, domain: 'x' });
      await added({ name: 'Other', domain: 'y' });
      expect((await cops.find(store.db, ours, [word], 9)).map(one => one.cop.name)).toEqual([`A ${word} B`]);
    });

    it('finds CoPs by name, domain and statement, without case and accents, the largest first', async () => {
      await added({ name: 'Small', domain: 'Übergänge zwischen Schulen' });
      const large = await added({ name: 'Large', domain: 'x', statement: 'Wir kümmern uns um ÜBERGANGE' });
      await tx(t =>
        memberships.save(t, {
          networkId: ours,
          copId: large.id,
          personId: amira,
          state: 'member',
          role: 'member',
          since: now,
        }),
      );
      expect((await cops.find(store.db, ours, ['ubergang'], 9)).map(one => [one.cop.name, one.members])).toEqual([
        ['Large', 1],
        ['Small', 0],
      ]);
    });

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
        await tx(t => effects.settle(t, [answer.id], 'done', now, undefined));
        await tx(t => effects.settle(t, [answer.id], 'failed', now, { whose: 'nobody', kind: 'gone', code: 'late' }));
        await tx(t => effects.forgetSealed(t, answer));
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
          effects.putOff(
            t,
            all.map(one => one.id),
            now + 1000,
          ),
        );
        expect(await effects.dueLanes(store.db, now, ['slack'])).toEqual([]);
        expect([...(await tx(t => effects.unpark(t, ours, { cop: id }, now)))].sort()).toEqual(
          [lane.cop(id), lane.person(amira)].sort(),
        );
        expect(await effects.dueLanes(store.db, now, ['slack'])).toHaveLength(2);
      });

      it('say who the bot itself is still bringing in', async () => {
        const { id } = await added();
        const admit = effect(id, { wish: { kind: 'admit', cop: id, people: [amira] } });
        await tx(t => effects.add(t, [admit]));
        expect(await effects.stillMoving(store.db, ours, id, amira)).toBe(true);
        expect(await effects.stillMoving(store.db, ours, id, zed)).toBe(false);
        await tx(t => effects.settle(t, [admit.id], 'done', now, undefined));
        expect(await effects.stillMoving(store.db, ours, id, amira)).toBe(false);
      });
    });
  });
});
