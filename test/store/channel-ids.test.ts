/** A channel that goes by another id, over both engines. */
import { describe, expect, it } from 'vitest';
import type { EffectId, NetworkId, WorkspaceKey } from '../../src/domain/ids.ts';
import { renumber } from '../../src/store/channel-ids.ts';
import * as documents from '../../src/store/documents.ts';
import * as effects from '../../src/store/effects.ts';
import { newId } from '../../src/store/ids.ts';
import { networkOf } from '../../src/store/people.ts';
import { collations } from '../support/engines.ts';
import { added, document, effect, here, inAStore, now, ours, store, theirs, tx } from './rows.ts';

describe.each(collations)('$name', ({ skip, migrated }) => {
  describe.skipIf(skip)(`the store${skip ? ` (skipped: ${skip})` : ''}`, () => {
    inAStore(migrated);
    const ids = { from: 'C1', to: 'C2' };
    const waitsIn = (one: string) => JSON.stringify({ to: { channel: one }, or: 'C11' });

    /** Waits to be done in C1; was done in it. */
    async function effectsOf(cop: Awaited<ReturnType<typeof added>>): Promise<readonly [EffectId, EffectId]> {
      const [open, over] = [newId<EffectId>(now), newId<EffectId>(now)];
      await tx(t => effects.add(t, [effect(cop.id, { id: open }), effect(cop.id, { id: over, state: 'done' })]));
      const { db } = store;
      await db
        .updateTable('effects')
        .set({ wish: waitsIn('C1') })
        .execute();
      await db.updateTable('effects').set({ settled_at: now }).where('id', '=', over).execute();
      return [open, over];
    }
    /** To a reply. */
    const linkTo = (channel: string) => `https://team.slack.com/archives/${channel}/p11?thread_ts=1.0&cid=${channel}`;
    const stands = async (): Promise<readonly unknown[]> => [
      await store.db.selectFrom('cops').select('space_id').execute(),
      await store.db.selectFrom('documents').select(['message_key', 'place', 'permalink']).orderBy('title').execute(),
    ];

    it('has it wherever it was written down, and no other channel has', async () => {
      const cop = await added({ spaceId: 'C1', spaceName: 'cop-wound-care' });
      const paper = (title: string, channel: string) =>
        document(cop.id, title, {
          messageKey: `${channel}/1.1`,
          place: channel,
          permalink: linkTo(channel),
        });
      await tx(async t => {
        for (const one of [paper('Elsewhere', 'C11'), paper('Here', 'C1')]) await documents.add(t, one);
      });
      const [open, over] = await effectsOf(cop);
      const wishOf = async (id: EffectId) =>
        (await store.db.selectFrom('effects').select('wish').where('id', '=', id).executeTakeFirst())?.wish;
      expect(await networkOf(store.db, here)).toBe(ours);
      const before = await stands();

      await tx(t => renumber(t, theirs, here, cop.id, ids));
      await tx(t => renumber(t, 'nobody' as NetworkId, here, cop.id, ids));
      expect(await stands()).toEqual(before);
      expect(await wishOf(open)).toBe(waitsIn('C1'));

      await tx(t => renumber(t, ours, here, cop.id, ids));
      expect(await stands()).toEqual([
        [{ space_id: 'C2' }],
        [
          { message_key: 'C11/1.1', place: 'C11', permalink: linkTo('C11') },
          { message_key: 'C2/1.1', place: 'C2', permalink: linkTo('C2') },
        ],
      ]);
      expect([await wishOf(open), await wishOf(over)]).toEqual([waitsIn('C2'), waitsIn('C1')]);
    });

    it('has it in what waits to be done and said there, be it no space of any CoP, and in what follows should that fail', async () => {
      const cop = await added({});
      const id = newId<EffectId>(now);
      const follows = { command: 'document not-kept', options: { document: 'D1', on: 'C1' } } as never;
      await tx(t => effects.add(t, [effect(cop.id, { id, onFailure: follows })]));
      const { db } = store;
      await db
        .updateTable('effects')
        .set({ wish: waitsIn('C1'), error: waitsIn('C1') })
        .execute();
      await tx(t => renumber(t, ours, 'slack:T0OTHER' as WorkspaceKey, undefined, ids));
      const waits = () => db.selectFrom('effects').select(['wish', 'error', 'on_failure']).executeTakeFirst();
      expect((await waits())?.wish).toBe(waitsIn('C1'));
      await tx(t => renumber(t, ours, here, undefined, ids));
      expect(await waits()).toEqual({
        wish: waitsIn('C2'),
        error: waitsIn('C2'),
        on_failure: JSON.stringify({ command: 'document not-kept', options: { document: 'D1', on: 'C2' } }),
      });
    });
  });
});
