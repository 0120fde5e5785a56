/** Who offered to look after a CoP: one at a time, decided once, over both engines. */
import { describe, expect, it } from 'vitest';
import type { CopId, NetworkId, PersonId, StandInId } from '../../src/domain/ids.ts';
import { object, type StandIn, withdraw } from '../../src/domain/stand-in.ts';
import { isConflict, Stale, type Tx } from '../../src/store/engine.ts';
import { newId } from '../../src/store/ids.ts';
import * as standIns from '../../src/store/stand-ins.ts';
import { collations } from '../support/engines.ts';
import { amira, mo, village } from '../support/village.ts';

const elsewhere = 'other' as NetworkId;

describe.each(collations)('$name', ({ skip, migrated }) => {
  const opened = async () => {
    const { store, cop: id } = await village(await migrated());
    const cop = id as CopId;
    const tx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.db.transaction().execute(work);
    const { network_id: network } = await store.db
      .selectFrom('cops')
      .select('network_id')
      .where('id', '=', cop)
      .executeTakeFirstOrThrow();
    const person = async (account: string): Promise<PersonId> =>
      (
        await store.db
          .selectFrom('accounts')
          .select('person_id')
          .where('external_id', '=', account)
          .executeTakeFirstOrThrow()
      ).person_id;
    const [ofMo, ofAmira] = [await person(mo.id), await person(amira.id)];
    const offer = (personId: PersonId, createdAt: number): StandIn => ({
      id: newId<StandInId>(createdAt),
      networkId: network,
      copId: cop,
      personId,
      state: 'pending',
      objectedAt: undefined,
      deciderId: undefined,
      decidedAt: undefined,
      version: 1,
      createdAt,
    });
    await tx(t => standIns.withdrawAll(t, network, cop, 0)); // the village has one waiting
    return { store, tx, cop, network, ofMo, ofAmira, offer };
  };

  it.skipIf(skip)('one at a time waits for a CoP, and none of it is seen from another network', async () => {
    const { store, tx, cop, network, ofMo, ofAmira, offer } = await opened();
    const first = offer(ofMo, 1);
    await tx(t => standIns.add(t, first));
    await expect(tx(t => standIns.add(t, offer(ofAmira, 2)))).rejects.toSatisfy(isConflict);
    expect(await standIns.pendingOf(store.db, network, cop)).toEqual(first);
    expect((await standIns.withCop(store.db, network, first.id))?.cop.id).toBe(cop);
    expect(await standIns.pendingOf(store.db, elsewhere, cop)).toBeUndefined();
    expect(await standIns.withCop(store.db, elsewhere, first.id)).toBeUndefined();
    expect(await tx(t => standIns.withdrawAll(t, elsewhere, cop, 3))).toEqual([]);
    await tx(t => standIns.save(t, withdraw(first, 3)));
    await tx(t => standIns.add(t, offer(ofAmira, 4)));
  });

  it.skipIf(skip)('who comes second with a decision meets the first, and an objection is remembered', async () => {
    const { store, tx, cop, network, ofMo, ofAmira, offer } = await opened();
    const standIn = offer(ofMo, 10);
    await tx(t => standIns.add(t, standIn));
    await tx(t => standIns.save(t, object(standIn, ofAmira, 11)));
    await expect(tx(t => standIns.save(t, withdraw(standIn, 12)))).rejects.toBeInstanceOf(Stale);
    const contested = await standIns.pendingOf(store.db, network, cop);
    expect(contested).toMatchObject({ objectedAt: 11, deciderId: ofAmira, state: 'pending' });
    expect(await standIns.wasContested(store.db, network, cop, ofMo, 10)).toBe(true);
    expect(await standIns.wasContested(store.db, network, cop, ofMo, 20)).toBe(false);
    expect(await standIns.wasContested(store.db, network, cop, ofAmira, 10)).toBe(false);
    expect(await tx(t => standIns.withdrawAll(t, network, cop, 13, ofAmira))).toEqual([]);
    expect(await tx(t => standIns.withdrawAll(t, network, cop, 13))).toEqual([{ id: standIn.id, personId: ofMo }]);
    expect(await standIns.pendingOf(store.db, network, cop)).toBeUndefined();
  });
});
