/** No query reaches into another network, on either engine. */
import { describe, expect, it } from 'vitest';
import type { NominationId } from '../../src/domain/ids.ts';
import { approve } from '../../src/domain/join-request.ts';
import * as cops from '../../src/store/cops.ts';
import * as directory from '../../src/store/directory.ts';
import * as documents from '../../src/store/documents.ts';
import * as effects from '../../src/store/effects.ts';
import { Stale } from '../../src/store/engine.ts';
import * as facilitating from '../../src/store/facilitating.ts';
import { newId } from '../../src/store/ids.ts';
import * as joinRequests from '../../src/store/join-requests.ts';
import * as memberships from '../../src/store/memberships.ts';
import * as nominations from '../../src/store/nominations.ts';
import * as parked from '../../src/store/parked.ts';
import * as people from '../../src/store/people.ts';
import * as posts from '../../src/store/posts.ts';
import * as spaces from '../../src/store/spaces.ts';
import * as waiting from '../../src/store/unanswered.ts';
import { collations } from '../support/engines.ts';
import {
  added,
  amira,
  document,
  effect,
  here,
  inAStore,
  now,
  ours,
  request,
  store,
  theirs,
  there,
  tx,
} from './rows.ts';

describe.each(collations)('$name', ({ skip, migrated }) => {
  describe.skipIf(skip)(`the store${skip ? ` (skipped: ${skip})` : ''}`, () => {
    inAStore(migrated);

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
          way: 'first',
          words: undefined,
          state: 'pending',
          withdrawnAs: undefined,
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
          await directory.find(store.db, theirs, [], 9),
          await cops.ofPerson(store.db, theirs, amira),
          await spaces.spacesAmong(store.db, there, ['C1']),
          await joinRequests.ofPerson(store.db, theirs, amira, 9),
          await joinRequests.waitingFor(store.db, theirs, amira, 9),
          await waiting.waitingFor(store.db, theirs, amira, 9),
          await documents.list(store.db, theirs, one.id, { from: 0, most: 9 }),
          await memberships.everybody(store.db, theirs, one.id, here),
          await posts.copiesOf(store.db, theirs, 'join-request', { kind: 'join-request', id: asked.id }),
          [...(await people.known(store.db, theirs, { workspace: here, cop: one.id }, [amira])).keys()],
          await tx(t => parked.unpark(t, theirs, { cop: one.id }, now)),
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
        await tx(t => facilitating.setRole(t, theirs, one.id, amira, 'member'));
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
  });
});
