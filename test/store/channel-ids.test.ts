/** A channel that goes by another id, over both engines. */
import { describe, expect, it } from 'vitest';
import type { CopId, NetworkId } from '../../src/domain/ids.ts';
import { renumber } from '../../src/store/channel-ids.ts';
import { networkOf } from '../../src/store/people.ts';
import { engines } from '../support/engines.ts';
import { village } from '../support/village.ts';

describe.each(engines)('$engine', ({ skip, migrated }) => {
  it.skipIf(skip)('has it wherever it was written down, and no other channel has', async () => {
    const { store, cop: id } = await village(await migrated());
    const { db } = store;
    const cop = id as CopId;
    const was = await db.selectFrom('cops').selectAll().where('id', '=', cop).executeTakeFirstOrThrow();
    const { network_id: network, workspace_id: workspace } = was;
    expect(await networkOf(db, workspace)).toBe(network);
    await db.updateTable('cops').set({ space_id: 'C1' }).where('id', '=', cop).execute();
    const effects = await db.selectFrom('effects').select('id').where('cop_id', '=', cop).limit(2).execute();
    const [open, over] = effects.map(one => one.id);
    for (const [effect, settled_at] of [
      [open, null],
      [over, 1],
    ] as const)
      if (effect)
        await db
          .updateTable('effects')
          .set({ wish: '{"to":{"channel":"C1"},"or":"C11"}', error: null, settled_at })
          .where('id', '=', effect)
          .execute();
    const others = await db.transaction().execute(tx => renumber(tx, 'other' as NetworkId, workspace, cop, ids));
    expect(others).toBeUndefined();
    const space = () => db.selectFrom('cops').select('space_id').where('id', '=', cop).executeTakeFirst();
    expect(await space()).toEqual({ space_id: 'C1' });
    await db.transaction().execute(tx => renumber(tx, network, workspace, cop, ids));
    expect(await space()).toEqual({ space_id: 'C2' });
    const wishes = new Map(
      (await db.selectFrom('effects').select(['id', 'wish']).where('cop_id', '=', cop).execute()).map(one => [
        one.id,
        one.wish,
      ]),
    );
    if (open) expect(wishes.get(open)).toBe('{"to":{"channel":"C2"},"or":"C11"}');
    if (over) expect(wishes.get(over)).toBe('{"to":{"channel":"C1"},"or":"C11"}');
  });
});

const ids = { from: 'C1', to: 'C2' };
