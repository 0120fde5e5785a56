/** Invitations, statements, and what is unlisted or closed: over both engines, and never into another network. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Cop, closed, pageKeyOf } from '../../src/domain/cop.ts';
import type { CopId, InvitationId, JoinRequestId, NetworkId, PersonId, WorkspaceKey } from '../../src/domain/ids.ts';
import { accept, type Invitation } from '../../src/domain/invitation.ts';
import { joining } from '../../src/domain/membership.ts';
import * as cops from '../../src/store/cops.ts';
import * as directory from '../../src/store/directory.ts';
import { isConflict, Stale, type Store, type Tx } from '../../src/store/engine.ts';
import { newId } from '../../src/store/ids.ts';
import * as invitations from '../../src/store/invitations.ts';
import * as joinRequests from '../../src/store/join-requests.ts';
import * as memberships from '../../src/store/memberships.ts';
import * as people from '../../src/store/people.ts';
import { publicPage } from '../../src/store/public-page.ts';
import * as statements from '../../src/store/statements.ts';
import * as unanswered from '../../src/store/unanswered.ts';
import { readiness } from '../../src/web/ready.ts';
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
    let ben: PersonId;

    const tx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.db.transaction().execute(work);
    const added = async (name = 'Wound Care', more: Partial<Cop> = {}): Promise<Cop> => {
      const id = newId<CopId>(now);
      const cop: Cop = {
        id,
        networkId: ours,
        workspace: here,
        name,
        domain: 'Healing',
        statement: undefined,
        slug: id.toLowerCase(),
        state: 'open',
        spaceId: undefined,
        spaceName: undefined,
        unlisted: false,
        joinQuestion: undefined,
        welcome: undefined,
        closedAt: undefined,
        starterId: amira,
        version: 1,
        createdAt: now,
        ...more,
      };
      await tx(t => cops.add(t, cop));
      return cop;
    };
    const invitation = (cop: Cop, invitee = ben): Invitation => ({
      id: newId<InvitationId>(now),
      networkId: cop.networkId,
      copId: cop.id,
      inviteeId: invitee,
      inviterId: amira,
      state: 'pending',
      withdrawnAs: undefined,
      decidedAt: undefined,
      version: 1,
      createdAt: now,
    });
    const asks = async (cop: Cop, person = ben) => {
      const id = newId<JoinRequestId>(now);
      const undecided = { withdrawnAs: undefined, decidedBy: undefined, decidedAt: undefined, reason: undefined };
      const nothing = { words: undefined, question: undefined, wordsFor: undefined, ...undecided };
      const asked = { id, networkId: cop.networkId, copId: cop.id, personId: person, ...nothing };
      await tx(t => joinRequests.add(t, { ...asked, state: 'pending', version: 1, createdAt: now }));
      return id;
    };

    beforeEach(async () => {
      store = await migratedStore(await migrated());
      ours = await tx(t => people.meetWorkspace(t, here, now));
      theirs = await tx(t => people.meetWorkspace(t, there, now));
      const met = await tx(t =>
        people.meetAll(
          t,
          ours,
          here,
          [
            { id: 'U1', name: 'Amira' },
            { id: 'U2', name: 'Ben' },
          ],
          now,
        ),
      );
      amira = met.get('U1')?.id as PersonId;
      ben = met.get('U2')?.id as PersonId;
    });
    afterEach(() => store.close());

    it('keeps one pending invitation a person and CoP, and another after it was answered', async () => {
      const cop = await added();
      const first = invitation(cop);
      await tx(t => invitations.add(t, first));
      await expect(tx(t => invitations.add(t, invitation(cop)))).rejects.toSatisfy(isConflict);
      await tx(t => invitations.save(t, accept(first, now)));
      await expect(tx(t => invitations.save(t, accept(first, now)))).rejects.toBeInstanceOf(Stale);
      await tx(t => invitations.add(t, invitation(cop)));
    });

    it('finds an invitation in its own network alone', async () => {
      const cop = await added();
      const one = invitation(cop);
      await tx(t => invitations.add(t, one));
      expect((await invitations.withCop(store.db, ours, one.id))?.cop.name).toBe('Wound Care');
      expect((await tx(t => invitations.withCop(t, ours, one.id, true)))?.invitation).toEqual(one);
      expect(await invitations.withCop(store.db, theirs, one.id)).toBeUndefined();
      expect(await unanswered.waitingFor(store.db, theirs, ben, 9)).toEqual([]);
      expect(await unanswered.waitingFor(store.db, ours, ben, 9)).toHaveLength(1);
      expect(await people.whoIs(store.db, { noun: 'invitation', id: one.id }, 'nobody')).toMatchObject({
        networkId: ours,
        workspace: here,
        person: undefined,
      });
      expect(await tx(t => invitations.settle(t, theirs, cop.id, [ben], now))).toEqual([]);
      await expect(tx(t => invitations.add(t, { ...invitation(cop, amira), networkId: theirs }))).rejects.toThrow();
    });

    it('knows how people stand to a CoP, by their accounts', async () => {
      const cop = await added();
      const request = await asks(cop);
      await tx(t =>
        memberships.save(t, joining({ networkId: ours, copId: cop.id, personId: amira }, now, 'facilitator')),
      );
      const standings = await invitations.standingsOf(store.db, ours, cop.id, here, ['U1', 'U2', 'U3']);
      expect(Object.fromEntries(standings)).toEqual({
        U1: { person: amira, name: 'Amira', isIn: true, request: undefined, invited: false },
        U2: { person: ben, name: 'Ben', isIn: false, request, invited: false },
      });
      expect((await invitations.standingsOf(store.db, theirs, cop.id, here, ['U1'])).size).toBe(0);
      expect(await invitations.openBetween(store.db, ours, cop.id, ben)).toEqual({
        facilitators: [amira],
        request: { id: request, createdAt: now },
        invitation: undefined,
      });
      expect(await invitations.openBetween(store.db, theirs, cop.id, ben)).toEqual({
        facilitators: [],
        request: undefined,
        invitation: undefined,
      });
    });

    it('settles one by the other, once', async () => {
      const cop = await added();
      const one = invitation(cop);
      const request = await asks(cop);
      await tx(t => invitations.add(t, one));
      expect(await tx(t => invitations.settle(t, ours, cop.id, [ben], now))).toEqual([one.id]);
      expect(await tx(t => invitations.settle(t, ours, cop.id, [ben], now))).toEqual([]);
      expect(await tx(t => joinRequests.settle(t, theirs, cop.id, ben, amira, now))).toBeUndefined();
      expect(await tx(t => joinRequests.settle(t, ours, cop.id, ben, amira, now))).toBe(request);
      expect(await tx(t => joinRequests.settle(t, ours, cop.id, ben, amira, now))).toBeUndefined();
      await expect(tx(t => joinRequests.approveAll(t, ours, [request], amira, now))).rejects.toBeInstanceOf(Stale);
      const again = await asks(cop);
      await expect(tx(t => joinRequests.approveAll(t, theirs, [again], amira, now))).rejects.toBeInstanceOf(Stale);
      await tx(t => joinRequests.approveAll(t, ours, [again], amira, now));
      expect((await joinRequests.withCop(store.db, ours, again))?.request).toMatchObject({
        state: 'approved',
        decidedBy: amira,
        version: 2,
      });
    });

    it('keeps every statement, newest first', async () => {
      const cop = await added();
      for (const words of ['First', undefined, 'Third'])
        await tx(t => statements.add(t, cop, { words, by: amira, at: now }));
      expect((await statements.of(store.db, ours, cop.id, 2)).map(one => one.words)).toEqual(['Third', undefined]);
      expect(await statements.of(store.db, theirs, cop.id, 5)).toEqual([]);
    });

    it('shows what is unlisted to its people alone', async () => {
      const cop = await added('Hidden', { unlisted: true });
      await tx(t => memberships.save(t, joining({ networkId: ours, copId: cop.id, personId: amira }, now)));
      expect(await directory.find(store.db, ours, [], 9)).toEqual([]);
      expect(await directory.find(store.db, ours, [], 9, ben)).toEqual([]);
      expect((await directory.find(store.db, ours, [], 9, amira)).map(one => one.cop)).toEqual([cop]);
      await tx(t => memberships.mark(t, ours, cop.id, [amira], 'joining', 'left'));
      expect(await directory.find(store.db, ours, [], 9, amira)).toEqual([]);
    });

    it('takes a closed CoP out of every list, keeps it, and gives its name free', async () => {
      const cop = await added();
      await tx(t => memberships.save(t, joining({ networkId: ours, copId: cop.id, personId: amira }, now)));
      await tx(t => cops.save(t, closed(cop, now)));
      expect(await cops.byId(store.db, ours, cop.id)).toMatchObject({ state: 'closed', closedAt: now });
      expect(await directory.find(store.db, ours, [], 9, amira)).toEqual([]);
      expect(await cops.ofPerson(store.db, ours, amira)).toEqual([]);
      expect(await cops.byName(store.db, ours, 'Wound Care')).toBeUndefined();
      expect((await cops.inTheWay(store.db, ours, 'Wound Care', cop.slug)).namesake).toBeUndefined();
      await added('Wound Care');
      await expect(added('wound care')).rejects.toSatisfy(isConflict);
    });

    it('finds a page by its key, whichever network it is of, and only what may be read', async () => {
      const cop = await added();
      const key = pageKeyOf(cop);
      await tx(t =>
        memberships.save(t, {
          ...joining({ networkId: ours, copId: cop.id, personId: amira }, now, 'facilitator'),
          state: 'member',
        }),
      );
      expect(await publicPage(store.db, key)).toEqual({
        id: cop.id,
        slug: cop.slug,
        name: 'Wound Care',
        domain: 'Healing',
        statement: undefined,
        lookedAfter: true,
        rests: false,
        workspace: here,
        sharedIn: undefined,
        wayIn: { kind: 'untold' },
      });
      expect(await publicPage(store.db, '0000000000')).toBeUndefined();
      expect(await readiness(store.db, new Set(), [])).toMatchObject({ ready: true, database: 'ok', migrated: true });
    });
  });
});
