/** Clocks, on both engines: one for a record and a step of its life, which rings once. */
import { describe, expect, it } from 'vitest';
import type { ClockOf, ClockStepOf } from '../../src/domain/clock.ts';
import type { CopId } from '../../src/domain/ids.ts';
import * as clocks from '../../src/store/clocks.ts';
import { collations } from '../support/engines.ts';
import { added, inAStore, now, ours, store, theirs, there, tx, zed } from './rows.ts';

const day = 24 * 3600_000;
const about = (id: CopId) => ({ kind: 'cop', id }) as const;
const offers = (id: CopId, dueAt: number, step: ClockStepOf<'cop'> = 'offers'): ClockOf<'cop'> => ({
  about: about(id),
  step,
  dueAt,
  does: { command: 'role offers-begin', options: { cop: id } },
});
const due = (at: number) => clocks.due(store.db, at, ['slack', 'discord'], 10);
const steps = async (at = now + 99 * day) => (await due(at)).map(one => `${one.step} ${(one.dueAt - now) / day}`);

describe.each(collations)('$name', ({ skip, migrated }) => {
  describe.skipIf(skip)(`a clock${skip ? ` (skipped: ${skip})` : ''}`, () => {
    inAStore(migrated);

    it('rings when it is due, on the platforms that are served, the longest due first', async () => {
      const one = await added();
      const other = await added({ name: 'Zed', networkId: theirs, workspace: there, starterId: zed });
      await tx(async t => {
        await clocks.set(t, one, { ...offers(one.id, now + 2 * day), minding: one.starterId });
        await clocks.set(t, other, offers(other.id, now + day));
      });
      expect(await due(now + day - 1)).toEqual([]);
      expect(await due(now + 2 * day)).toEqual([
        { networkId: theirs, copId: other.id, workspace: there, ...offers(other.id, now + day), minding: undefined },
        {
          networkId: ours,
          copId: one.id,
          workspace: one.workspace,
          ...offers(one.id, now + 2 * day),
          minding: one.starterId,
        },
      ]);
      expect(await clocks.due(store.db, now + 2 * day, ['slack'], 10)).toHaveLength(2);
      expect(await clocks.due(store.db, now + 2 * day, ['discord'], 10)).toEqual([]);
      expect(await clocks.due(store.db, now + 2 * day, ['slack', 'discord'], 1)).toHaveLength(1);
      expect(await clocks.due(store.db, now + 2 * day, [], 10)).toEqual([]);
    });

    it('is one for a record and a step: set again, it is moved', async () => {
      const one = await added();
      await tx(t => clocks.set(t, one, offers(one.id, now + day)));
      await tx(t => clocks.set(t, one, { ...offers(one.id, now + 3 * day), minding: 'workspace' }));
      await tx(t => clocks.set(t, one, offers(one.id, now + 2 * day, 'rest')));
      expect(await steps()).toEqual(['rest 2', 'offers 3']);
      expect((await due(now + 9 * day)).map(clock => clock.minding)).toEqual([undefined, 'workspace']);
    });

    it('is taken once, and not where it was moved or stopped meanwhile', async () => {
      const one = await added();
      const setTo = (at: number) => tx(t => clocks.set(t, one, offers(one.id, at)));
      const first = async () => (await due(now + 9 * day))[0] as clocks.StoredClock;
      await setTo(now);
      const seen = await first();
      await setTo(now + day);
      await tx(t => clocks.putOff(t, seen, now + 5 * day));
      expect(await tx(t => clocks.take(t, seen))).toBe(false);
      expect(await steps()).toEqual(['offers 1']);
      const moved = await first();
      await tx(t => clocks.putOff(t, moved, now + 2 * day));
      expect(await steps()).toEqual(['offers 2']);
      const last = await first();
      expect(await tx(t => clocks.take(t, last))).toBe(true);
      expect(await tx(t => clocks.take(t, last))).toBe(false);
    });

    it("is stopped by its step, with all of its record's, or with all of its CoP's; by nobody else's network", async () => {
      const [one, other] = [await added({ name: 'A' }), await added({ name: 'B' })];
      const all = () =>
        tx(async t => {
          for (const step of ['closing', 'invite'] as const) await clocks.set(t, one, offers(one.id, now, step));
          await clocks.set(t, one, { ...offers(other.id, now, 'rest'), about: about(other.id) });
          await clocks.set(t, other, offers(other.id, now));
        });
      await all();
      await tx(async t => {
        await clocks.stop(t, theirs, about(one.id));
        await clocks.stopAll(t, theirs, one.id);
      });
      expect(await steps()).toHaveLength(4);
      await tx(t => clocks.stop(t, ours, about(one.id), 'closing'));
      expect(await steps()).toEqual(['invite 0', 'offers 0', 'rest 0']);
      await tx(t => clocks.stop(t, ours, about(one.id)));
      expect(await steps()).toEqual(['offers 0', 'rest 0']);
      await all();
      await tx(t => clocks.stopAll(t, ours, one.id));
      expect(await steps()).toEqual(['invite 0', 'offers 0']); // the one is its workspace's
    });
  });
});
