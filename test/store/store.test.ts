/** One suite over both engines: who is known, what is found, and who waits for whom. */
import { describe, expect, it } from 'vitest';
import type { WorkspaceKey } from '../../src/domain/ids.ts';
import { unchosen } from '../../src/domain/settings.ts';
import * as cops from '../../src/store/cops.ts';
import * as directory from '../../src/store/directory.ts';
import { Stale } from '../../src/store/engine.ts';
import * as memberships from '../../src/store/memberships.ts';
import { migrate } from '../../src/store/migrate.ts';
import * as people from '../../src/store/people.ts';
import { collations } from '../support/engines.ts';
import { added, amira, here, inAStore, now, ours, refused, store, theirs, there, tx } from './rows.ts';

describe.each(collations)('$name', ({ skip, migrated }) => {
  describe.skipIf(skip)(`the store${skip ? ` (skipped: ${skip})` : ''}`, () => {
    inAStore(migrated);

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
      expect((await directory.find(store.db, ours, [word], 9)).map(one => one.cop.name)).toEqual([`A ${word} B`]);
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
      expect((await directory.find(store.db, ours, ['ubergang'], 9)).map(one => [one.cop.name, one.members])).toEqual([
        ['Large', 1],
        ['Small', 0],
      ]);
    });
  });
});
