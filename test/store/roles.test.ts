/** Who carries which role, a network's own roles, and who is asked: over both engines, and never into another network. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CarriedRole, type RoleKey, type RoleSuggestion, takenUp } from '../../src/domain/core-role.ts';
import type {
  CarriedRoleId,
  CopId,
  NetworkId,
  NetworkRoleId,
  PersonId,
  RoleSuggestionId,
  WorkspaceKey,
} from '../../src/domain/ids.ts';
import { joining } from '../../src/domain/membership.ts';
import * as cops from '../../src/store/cops.ts';
import * as coreRoles from '../../src/store/core-roles.ts';
import { isConflict, Stale, type Store, type Tx } from '../../src/store/engine.ts';
import { newId } from '../../src/store/ids.ts';
import * as memberships from '../../src/store/memberships.ts';
import * as networkRoles from '../../src/store/network-roles.ts';
import * as people from '../../src/store/people.ts';
import * as suggestions from '../../src/store/role-suggestions.ts';
import * as serverRoles from '../../src/store/server-roles.ts';
import { collations } from '../support/engines.ts';
import { migratedStore } from '../support/store.ts';

const now = 1_770_000_000_000;
const here = 'slack:T1' as WorkspaceKey;
const there = 'discord:G2' as WorkspaceKey;

describe.each(collations)('$name', ({ skip, migrated }) => {
  describe.skipIf(skip)(`roles${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let store: Store;
    let [ours, theirs]: NetworkId[] & [NetworkId, NetworkId] = ['', ''] as never;
    let [amira, ben]: PersonId[] & [PersonId, PersonId] = ['', ''] as never;
    let cop: CopId;

    const tx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.db.transaction().execute(work);
    const refused = async (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'taken',
        (error: unknown) => (isConflict(error) ? 'conflict' : error instanceof Stale ? 'stale' : 'refused'),
      );
    const carried = (personId: PersonId, role: RoleKey, networkId = ours): CarriedRole =>
      takenUp({ id: newId<CarriedRoleId>(now), networkId, copId: cop, personId, role }, 'open', now);
    const carry = async (personId: PersonId, role: RoleKey): Promise<CarriedRole> => {
      const one = carried(personId, role);
      await tx(t => coreRoles.add(t, one));
      return one;
    };
    const offers = async (name: string, networkId = ours): Promise<NetworkRoleId> => {
      const id = newId<NetworkRoleId>(now);
      const role = { id, networkId, name, line: 'finds what it is worth', removedAt: undefined };
      await tx(t => networkRoles.add(t, { ...role, version: 1, createdAt: now }));
      return id;
    };
    const suggested = (role: RoleKey, networkId = ours): RoleSuggestion => ({
      id: newId<RoleSuggestionId>(now),
      ...{ networkId, copId: cop, role, personId: ben, suggesterId: amira, words: 'You always ask well' },
      ...{ state: 'pending', decidedAt: undefined, version: 1, createdAt: now },
    });

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
      cop = newId<CopId>(now);
      const words = { name: 'Wound Care', domain: 'Healing', statement: undefined, slug: 'wound-care' };
      const space = {
        spaceId: undefined,
        spaceName: undefined,
        unlisted: false,
        joinQuestion: undefined,
        welcome: undefined,
        closedAt: undefined,
      };
      const rest = { state: 'open', starterId: amira, version: 1, createdAt: now } as const;
      await tx(async t => {
        await cops.add(t, { id: cop, networkId: ours, workspace: here, ...words, ...space, ...rest });
        for (const personId of [amira, ben])
          await memberships.save(t, { ...joining({ networkId: ours, copId: cop, personId }, now), state: 'member' });
      });
    });
    afterEach(() => store.close());

    it('are carried by several, each once, and again after stepping back', async () => {
      const first = await carry(amira, 'critical-friend');
      await carry(ben, 'critical-friend');
      expect(await refused(tx(t => coreRoles.add(t, carried(amira, 'critical-friend'))))).toBe('conflict');
      expect((await coreRoles.ofCop(store.db, ours, cop, here)).map(one => one.person)).toMatchObject([
        { name: 'Amira', accountId: 'U1' },
        { name: 'Ben', accountId: 'U2' },
      ]);
      await tx(t => coreRoles.save(t, { ...first, endedAt: now + 1 }));
      expect(await refused(tx(t => coreRoles.save(t, { ...first, endedAt: now + 2 })))).toBe('stale');
      await carry(amira, 'critical-friend');
      expect(await coreRoles.ofCop(store.db, ours, cop, here)).toHaveLength(2);
      expect(await tx(t => coreRoles.withCop(t, ours, first.id, true))).toMatchObject({
        carried: { endedAt: now + 1 },
        cop: { name: 'Wound Care' },
        role: { key: 'critical-friend', own: undefined },
      });
    });

    it('go with a server role as long as somebody carries them, and in no other network', async () => {
      const due = async (networkId = ours, workspace = here) => {
        const ofCop = await serverRoles.due(store.db, { id: cop, networkId, workspace });
        expect(await serverRoles.dueToAll(store.db, { networkId, workspace })).toEqual(ofCop);
        return ofCop;
      };
      const guardian = { serverRole: 'R1', person: amira };
      const mine = await carry(amira, 'critical-friend');
      expect(await due()).toEqual({ give: [], take: [] });
      await tx(t => serverRoles.choose(t, ours, here, 'critical-friend', 'R1'));
      await tx(t => serverRoles.choose(t, theirs, there, 'critical-friend', 'R9'));
      expect(await due()).toEqual({ give: [guardian], take: [] });
      expect(await due(theirs, there)).toEqual({ give: [], take: [] });
      expect(await due(theirs, here)).toEqual({ give: [], take: [] });
      expect(await refused(tx(t => serverRoles.choose(t, theirs, here, 'social-reporter', 'R1')))).toBe('refused');
      for (const _ of [1, 2]) await tx(t => serverRoles.given(t, ours, here, guardian));
      expect(await due()).toEqual({ give: [], take: [] });
      await tx(t => coreRoles.save(t, { ...mine, endedAt: now + 1 }));
      expect(await due()).toEqual({ give: [], take: [guardian] });
      await tx(t => serverRoles.taken(t, theirs, here, guardian));
      expect(await due()).toEqual({ give: [], take: [guardian] });
      await tx(t => serverRoles.taken(t, ours, here, guardian));
      expect(await due()).toEqual({ give: [], take: [] });
    });

    it('are found in their own network alone', async () => {
      const { id } = await carry(amira, 'critical-friend');
      const value = await offers('Value Detective');
      expect(await coreRoles.withCop(store.db, theirs, id)).toBeUndefined();
      expect(await coreRoles.ofCop(store.db, theirs, cop, here)).toEqual([]);
      expect(await coreRoles.vacancy(store.db, theirs, { id: cop, workspace: here }, value, amira)).toBeUndefined();
      expect(await networkRoles.all(store.db, theirs)).toEqual([]);
      expect(await networkRoles.byId(store.db, theirs, value)).toBeUndefined();
      expect(await tx(t => coreRoles.endAll(t, theirs, cop, amira, now))).toEqual([]);
      expect(await coreRoles.ofCop(store.db, ours, cop, here)).toHaveLength(1);
      expect(await people.whoIs(store.db, { noun: 'carried-role', id: id }, 'nobody')).toMatchObject({
        networkId: ours,
        workspace: here,
        person: undefined,
      });
      const elsewhere = await offers('Value Detective', theirs);
      expect(await tx(t => coreRoles.add(t, carried(ben, elsewhere)))).toBe(false);
      expect(await refused(tx(t => suggestions.add(t, suggested(elsewhere))))).toBe('refused');
      expect(await refused(tx(t => coreRoles.add(t, carried(ben, 'critical-friend', theirs))))).toBe('refused');
    });

    it('of a network are offered until they are taken away, and their name is free again then', async () => {
      const id = await offers('Value Detective');
      expect(await refused(offers('value  détective'))).toBe('conflict');
      expect(await tx(t => coreRoles.add(t, carried(ben, id)))).toBe(true);
      expect(await networkRoles.isCarried(store.db, ours, id)).toBe(true);
      expect(await networkRoles.isCarried(store.db, theirs, id)).toBe(false);
      expect(await tx(t => networkRoles.byId(t, ours, id, true))).toMatchObject({ name: 'Value Detective' });
      expect((await networkRoles.copsWith(store.db, ours, id)).map(one => one.id)).toEqual([cop]);
      expect(await networkRoles.copsWith(store.db, theirs, id)).toEqual([]);
      expect(await coreRoles.vacancy(store.db, ours, { id: cop, workspace: here }, id, amira)).toMatchObject({
        role: { key: id, own: { name: 'Value Detective', line: 'finds what it is worth' } },
        carriers: [{ person: { name: 'Ben', accountId: 'U2' } }],
        asked: undefined,
      });
      const role = (await networkRoles.all(store.db, ours))[0] as never as Parameters<typeof networkRoles.save>[1];
      await tx(t => coreRoles.endAll(t, ours, cop, ben, now));
      expect(await networkRoles.isCarried(store.db, ours, id)).toBe(false);
      await tx(t => networkRoles.save(t, { ...role, removedAt: now }));
      expect(await refused(tx(t => networkRoles.save(t, { ...role, removedAt: now })))).toBe('stale');
      expect(await networkRoles.all(store.db, ours)).toEqual([]);
      expect(await coreRoles.vacancy(store.db, ours, { id: cop, workspace: here }, id, amira)).toBeUndefined();
      expect(await tx(t => coreRoles.add(t, carried(ben, id)))).toBe(false);
      await offers('Value Detective');
    });

    it('are not carried by who is no longer in it', async () => {
      await carry(ben, 'critical-friend');
      await tx(t => memberships.mark(t, ours, cop, [ben], 'member', 'left'));
      expect(await coreRoles.ofCop(store.db, ours, cop, here)).toEqual([]);
    });

    it('are suggested to somebody once at a time', async () => {
      const one = suggested('critical-friend');
      await tx(t => suggestions.add(t, one));
      expect(await refused(tx(t => suggestions.add(t, suggested('critical-friend'))))).toBe('conflict');
      const where = { workspace: here, cop };
      expect(await suggestions.candidate(store.db, ours, where, 'critical-friend', 'U2')).toMatchObject({
        role: { key: 'critical-friend' },
        candidate: { person: ben, name: 'Ben', isIn: true, carries: false, asked: true },
      });
      expect(await suggestions.candidate(store.db, ours, where, 'social-reporter', 'U9')).toEqual({
        role: { key: 'social-reporter', own: undefined },
        candidate: undefined,
      });
      expect(await suggestions.withCop(store.db, theirs, one.id)).toBeUndefined();
      expect(await tx(t => suggestions.withCop(t, ours, one.id, true))).toMatchObject({ suggestion: one });
      expect(await suggestions.besideCopsOf(store.db, ours, ben)).toMatchObject({
        cops: [{ cop: { name: 'Wound Care' }, role: 'member', membership: 'member' }],
        suggestions: [{ suggestion: { id: one.id }, role: { key: 'critical-friend' } }],
      });
      expect(await tx(t => suggestions.settle(t, theirs, { id: one.id }, 'withdrawn', now))).toEqual([]);
      expect(await tx(t => suggestions.settle(t, ours, { cop, person: ben }, 'withdrawn', now))).toEqual([
        { id: one.id, personId: ben, suggesterId: amira },
      ]);
      expect(await refused(tx(t => suggestions.save(t, { ...one, state: 'accepted' })))).toBe('stale');
      await tx(t => suggestions.add(t, suggested('critical-friend')));
      const own = await offers('Value Detective');
      const other = suggested(own);
      await tx(t => suggestions.add(t, other));
      expect(await suggestions.pendingFor(store.db, theirs, own)).toEqual([]);
      expect(await suggestions.pendingFor(store.db, ours, own)).toMatchObject([
        { suggestion: other, cop: { id: cop } },
      ]);
    });
  });
});
