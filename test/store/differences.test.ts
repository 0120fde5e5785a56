/** What waits for somebody's word, and how a CoP ends: over both engines. */
import { describe, expect, it } from 'vitest';
import type { CopId, DifferenceId, NetworkId, PersonId } from '../../src/domain/ids.ts';
import * as coreRoles from '../../src/store/core-roles.ts';
import * as differences from '../../src/store/differences.ts';
import * as echoes from '../../src/store/echoes.ts';
import { isConflict, Stale, type Tx } from '../../src/store/engine.ts';
import { newId } from '../../src/store/ids.ts';
import * as memberships from '../../src/store/memberships.ts';
import { collations } from '../support/engines.ts';
import { amira, mo, village } from '../support/village.ts';

describe.each(collations)('$name', ({ skip, migrated }) => {
  const opened = async () => {
    const it_ = await village(await migrated());
    const tx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => it_.store.db.transaction().execute(work);
    const cop = it_.cop as CopId;
    const { network_id: network } = await it_.store.db
      .selectFrom('cops')
      .select('network_id')
      .where('id', '=', cop)
      .executeTakeFirstOrThrow();
    const person = async (account: string): Promise<PersonId> =>
      (
        await it_.store.db
          .selectFrom('accounts')
          .select('person_id')
          .where('external_id', '=', account)
          .executeTakeFirstOrThrow()
      ).person_id;
    return { ...it_, tx, cop, network, person };
  };

  it.skipIf(skip)(
    'one of a kind is open; who is in again is taken out of it, and the last one settles it',
    async () => {
      const { store, tx, cop, network, person } = await opened();
      const [facilitator, member] = [await person(amira.id), await person(mo.id)];
      const found = {
        id: newId<DifferenceId>(1),
        networkId: network,
        copId: cop,
        kind: 'people',
        people: [
          { id: facilitator, role: 'facilitator' },
          { id: member, role: 'member' },
        ],
        seenBy: [],
        foundAt: 1,
        settledAt: undefined,
        settledAs: undefined,
      } as const;
      await tx(t => differences.add(t, found));
      const again = tx(t => differences.add(t, { ...found, id: newId<DifferenceId>(2) }));
      await expect(again).rejects.toSatisfy(isConflict);
      expect(await differences.openOf(store.db, network, cop, 'people')).toEqual(found);
      expect(await differences.openOf(store.db, 'other' as NetworkId, cop, 'people')).toBeUndefined();
      const back = await tx(t => differences.takeBack(t, network, cop, facilitator, 5));
      expect(back).toEqual({ role: 'facilitator', difference: found.id });
      expect(await tx(t => differences.takeBack(t, network, cop, facilitator, 5))).toBeUndefined();
      await tx(t => differences.takeBack(t, network, cop, member, 6));
      expect(await differences.withCop(store.db, network, found.id)).toMatchObject({
        difference: { people: [], settledAt: 6, settledAs: 'put-back' },
        cop: { id: cop },
      });
      await expect(tx(t => differences.save(t, found))).rejects.toThrow(Stale);
      await store.close();
    },
  );

  it.skipIf(skip)('tells who stands how, and whom the bot itself is moving', async () => {
    const { store, cop, network, person, presses } = await opened();
    const standing = await memberships.standing(store.db, network, cop, 'discord:here' as never);
    expect(standing).toContainEqual({
      id: await person(amira.id),
      accountId: amira.id,
      name: 'Amira',
      state: 'member',
      role: 'facilitator',
    });
    expect(await echoes.moving(store.db, network, cop, ['admit'])).toEqual(new Set());
    const { id } = await store.db.selectFrom('join_requests').select('id').executeTakeFirstOrThrow();
    await presses(amira, 'join-request approve', { request: id });
    expect(await echoes.moving(store.db, network, cop, ['admit'])).toEqual(new Set([await person('u-al')]));
    await store.close();
  });

  it.skipIf(skip)(
    'what holds is the latest of its kind that was not put back; who left lately takes up again what ended',
    async () => {
      const { store, tx, cop, network, person, happened } = await opened();
      const found = {
        id: newId<DifferenceId>(1),
        networkId: network,
        copId: cop,
        kind: 'opened',
        people: [],
        seenBy: [{ id: 'r1', role: 'Clinic' }, { id: 'here' }],
        foundAt: 1,
        settledAt: undefined,
        settledAs: undefined,
      } as const;
      await tx(t => differences.add(t, found));
      const holding = () => differences.holding(store.db, network, cop, 'opened');
      expect(await holding()).toEqual(found);
      await tx(t => differences.save(t, { ...found, settledAt: 2, settledAs: 'right' }));
      expect(await holding()).toMatchObject({ settledAs: 'right' });
      await tx(t => differences.isOver(t, found, 3));
      expect(await holding()).toBeUndefined();

      const mos = await person(mo.id);
      const space = { platform: 'discord', workspace: 'here', id: 'space-1' } as const;
      await happened({
        kind: 'left',
        id: 'l1',
        space,
        who: { platform: 'discord', workspace: 'here', id: mo.id, name: '' },
      });
      expect(await memberships.leftSince(store.db, network, cop, 0)).toEqual([{ id: mos, role: 'member' }]);
      expect(await memberships.leftSince(store.db, network, cop, Date.now() + 3600_000)).toEqual([]);
      const carried = () => store.db.selectFrom('core_roles').select('ended_at').where('person_id', '=', mos).execute();
      expect(await carried()).not.toEqual([{ ended_at: null }]);
      await tx(t => coreRoles.takeUpAgain(t, network, cop, [mos], 0));
      expect(await carried()).toEqual([{ ended_at: null }]);
      await store.close();
    },
  );

  it.skipIf(skip)('what nobody has answered when a CoP is closed is found anew if it is still so', async () => {
    const { store, tx, cop, network, person } = await opened();
    const mos = { id: await person(mo.id), role: 'member' } as const;
    for (const kind of ['opened', 'rights', 'people'] as const)
      await tx(t =>
        differences.add(t, {
          ...{ id: newId<DifferenceId>(1), networkId: network, copId: cop, kind, people: [mos] },
          ...{ seenBy: [], foundAt: 1, settledAt: undefined, settledAs: undefined },
        }),
      );
    expect(await tx(t => differences.settleAll(t, network, cop, 5))).toHaveLength(4); // the village has one
    expect([...(await differences.allHolding(store.db, network, cop)).keys()].sort()).toEqual(['people', 'space']);
    for (const kind of ['opened', 'rights', 'people', 'space'] as const)
      expect(await differences.openOf(store.db, network, cop, kind)).toBeUndefined();
    await store.close();
  });

  it.skipIf(skip)('a CoP whose space is gone ends whole', async () => {
    const { store, cop, happened } = await opened();
    const space = { platform: 'discord', workspace: 'here', id: 'space-1' } as const;
    await happened({ kind: 'closed', id: 'gone', space, how: 'deleted' });
    for (const table of ['join_requests', 'invitations', 'nominations', 'role_suggestions'] as const)
      expect(
        await store.db
          .selectFrom(table)
          .select('id')
          .where('cop_id', '=', cop)
          .where('state', '=', 'pending')
          .execute(),
      ).toEqual([]);
    await store.close();
  });
});
