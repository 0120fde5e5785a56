/** What the schema holds, over both engines. */
import { describe, expect, it } from 'vitest';
import { takenUp } from '../../src/domain/core-role.ts';
import type { CarriedRoleId } from '../../src/domain/ids.ts';
import { approve } from '../../src/domain/join-request.ts';
import * as audit from '../../src/store/audit.ts';
import * as coreRoles from '../../src/store/core-roles.ts';
import * as documents from '../../src/store/documents.ts';
import * as effects from '../../src/store/effects.ts';
import { newId } from '../../src/store/ids.ts';
import * as joinRequests from '../../src/store/join-requests.ts';
import * as memberships from '../../src/store/memberships.ts';
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
  refused,
  request,
  store,
  theirs,
  there,
  tx,
  zed,
} from './rows.ts';

describe.each(collations)('$name', ({ skip, migrated }) => {
  describe.skipIf(skip)(`the store${skip ? ` (skipped: ${skip})` : ''}`, () => {
    inAStore(migrated);

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
        } as const;
        expect(await tx(t => audit.note(t, ours, deed, Date.now()))).toBe(true);
        expect(await tx(t => audit.note(t, ours, deed, Date.now()))).toBe(false);
        expect(await tx(t => audit.note(t, theirs, { ...deed, actor: zed, workspace: there }, Date.now()))).toBe(true);
        expect(await refused(store.db.updateTable('audit').set({ command: 'cop find' }).execute())).toBe('refused');
        expect(await refused(store.db.deleteFrom('audit').execute())).toBe('refused');
        expect(await store.db.selectFrom('audit').select('command').execute()).toHaveLength(2);
      });
    });
  });
});
