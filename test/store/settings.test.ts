/** What was chosen for a workspace, and first conversations, over both engines. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Cop } from '../../src/domain/cop.ts';
import { asked, take, wayOf } from '../../src/domain/first-conversation.ts';
import type {
  CopId,
  FirstConversationId,
  NetworkId,
  NominationId,
  PersonId,
  WorkspaceKey,
} from '../../src/domain/ids.ts';
import { joining } from '../../src/domain/membership.ts';
import { type Settings, unchosen } from '../../src/domain/settings.ts';
import * as cops from '../../src/store/cops.ts';
import { Stale, type Store, type Tx } from '../../src/store/engine.ts';
import * as facilitating from '../../src/store/facilitating.ts';
import * as conversations from '../../src/store/first-conversations.ts';
import { newId } from '../../src/store/ids.ts';
import * as memberships from '../../src/store/memberships.ts';
import * as nominations from '../../src/store/nominations.ts';
import * as people from '../../src/store/people.ts';
import * as settings from '../../src/store/settings.ts';
import * as waiting from '../../src/store/unanswered.ts';
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

    const tx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.db.transaction().execute(work);
    const choose = (more: Partial<Settings>) =>
      tx(async t => {
        const { version } = await settings.of(t, ours, here);
        await settings.save(t, { ...unchosen(ours, here), ...more, version });
      });
    const added = async (name: string, more: Partial<Cop> = {}): Promise<Cop> => {
      const id = newId<CopId>(now);
      const one: Cop = {
        id,
        networkId: ours,
        workspace: here,
        name,
        domain: 'Healing',
        statement: undefined,
        unlisted: false,
        joinQuestion: undefined,
        welcome: undefined,
        closedAt: undefined,
        slug: id.toLowerCase(),
        state: 'open',
        spaceId: undefined,
        spaceName: undefined,
        starterId: amira,
        version: 1,
        createdAt: now,
        ...more,
      };
      await tx(t => cops.add(t, one));
      return one;
    };

    beforeEach(async () => {
      store = await migratedStore(await migrated());
      ours = await tx(t => people.meetWorkspace(t, here, now));
      theirs = await tx(t => people.meetWorkspace(t, there, now));
      amira = (await tx(t => people.meet(t, ours, here, { id: 'U1', name: 'Amira' }, now))).id;
    });
    afterEach(() => store.close());

    it('has what was chosen for a workspace, and says nothing of it elsewhere', async () => {
      expect(await settings.of(store.db, ours, here)).toEqual(unchosen(ours, here));
      await choose({ supportChannel: 'C1', forum: 'wanted', starters: 'admins', timeZone: 'Europe/London' });
      await choose({ supportChannel: 'C2', forum: 'wanted', offeredAt: now });
      expect(await settings.of(store.db, ours, here)).toEqual({
        ...unchosen(ours, here),
        supportChannel: 'C2',
        forum: 'wanted',
        offeredAt: now,
        version: 2,
      });
      expect((await people.whoIs(store.db, here, 'U1'))?.settings.supportChannel).toBe('C2');
      expect(await settings.bySupportChannel(store.db, here, 'C2')).toMatchObject({ networkId: ours });
      expect(await settings.bySupportChannel(store.db, there, 'C2')).toBeUndefined();
      expect(await settings.of(store.db, theirs, here)).toEqual(unchosen(theirs, here));
      for (const version of [0, 2])
        await expect(
          tx(t => settings.save(t, { ...unchosen(theirs, here), supportChannel: 'stolen', version })),
        ).rejects.toBeInstanceOf(Stale);
      expect((await settings.of(store.db, ours, here)).supportChannel).toBe('C2');
    });

    it('writes over nobody: who has read what is no longer so has to read it again', async () => {
      const before = await settings.of(store.db, ours, here);
      await tx(t => settings.save(t, { ...before, supportChannel: 'C1', chosenAt: now }));
      const other = tx(t => settings.save(t, { ...before, timeZone: 'Europe/London' }));
      await expect(other).rejects.toBeInstanceOf(Stale);
      const { version } = await settings.of(store.db, ours, here);
      await choose({ forum: 'wanted' });
      await settings.forumOpened(store.db, ours, here, 'C9');
      for (const stale of [version, version + 1]) {
        const late = tx(t => settings.save(t, { ...unchosen(ours, here), forum: 'wanted', version: stale }));
        await expect(late).rejects.toBeInstanceOf(Stale);
      }
      expect(await settings.of(store.db, ours, here)).toMatchObject({ forum: 'there', version: version + 2 });
    });

    it('offers them once, and not where somebody has chosen', async () => {
      const offer = (network: NetworkId) => tx(t => settings.offer(t, network, here, now));
      expect([await offer(ours), await offer(ours), await offer(theirs)]).toEqual([true, false, false]);
      expect(await settings.of(store.db, ours, here)).toEqual({ ...unchosen(ours, here), offeredAt: now, version: 1 });
      await choose({ supportChannel: 'C1', chosenAt: now });
      expect(await offer(ours)).toBe(false);
      expect(await settings.of(store.db, ours, here)).toMatchObject({ supportChannel: 'C1', offeredAt: undefined });
    });

    it('keeps the forum that was made, unless something else was chosen meanwhile', async () => {
      await choose({ forum: 'none' });
      await settings.forumOpened(store.db, ours, here, 'C9');
      expect(await settings.of(store.db, ours, here)).toMatchObject({ forum: 'none', forumChannel: undefined });
      await choose({ forum: 'wanted' });
      await settings.forumOpened(store.db, theirs, here, 'C9');
      await settings.forumOpened(store.db, ours, here, 'C9');
      await settings.forumOpened(store.db, ours, here, 'C10');
      expect(await settings.of(store.db, ours, here)).toMatchObject({ forum: 'there', forumChannel: 'C9' });
    });

    it('knows who is of the Support Team', async () => {
      const isSupport = async () => (await people.whoIs(store.db, here, 'U1'))?.support;
      expect(await isSupport()).toBe(false);
      await tx(t => settings.joinSupport(t, ours, here, amira, now));
      await tx(t => settings.joinSupport(t, ours, here, amira, now));
      expect(await isSupport()).toBe(true);
      await tx(t => settings.leaveSupport(t, theirs, here, amira));
      expect(await isSupport()).toBe(true);
      await tx(t => settings.leaveSupport(t, ours, here));
      expect(await isSupport()).toBe(false);
      await expect(tx(t => settings.joinSupport(t, theirs, there, amira, now))).rejects.toThrow();
    });

    it('has first conversations of one network only, and lets nobody write over another', async () => {
      const cop = await added('Wound Care', { state: 'proposed' });
      const id = newId<FirstConversationId>(now);
      const who = { id, networkId: ours, copId: cop.id, personId: amira, way: wayOf('phone'), words: undefined };
      const conversation = asked(who, now);
      await tx(t => conversations.add(t, conversation));
      expect(await conversations.withCop(store.db, ours, id)).toEqual({ conversation, cop, takerIsHere: false });
      expect(await tx(t => conversations.withCop(t, ours, id, true))).toMatchObject({ conversation: { id } });
      expect(await conversations.withCop(store.db, theirs, id)).toBeUndefined();
      expect(await conversations.openOf(store.db, theirs, cop.id)).toBeUndefined();
      expect(await people.whoIs(store.db, { noun: 'first-conversation', id: id }, 'nobody')).toMatchObject({
        networkId: ours,
        workspace: here,
        person: undefined,
      });

      const taken = take(conversation, amira, 'Tuesday', { cop, taker: undefined, takerIsHere: true });
      await expect(tx(t => conversations.save(t, { ...taken, networkId: theirs }))).rejects.toBeInstanceOf(Stale);
      await tx(t => conversations.save(t, taken));
      await expect(tx(t => conversations.save(t, taken))).rejects.toBeInstanceOf(Stale);
      expect(await conversations.openOf(store.db, ours, cop.id)).toEqual({ ...taken, version: 2 });
      await tx(t => conversations.save(t, { ...taken, version: 2, state: 'done' }));
      expect(await conversations.openOf(store.db, ours, cop.id)).toBeUndefined();
    });

    it('says who might be asked to facilitate, and who was', async () => {
      const cop = await added('Wound Care', { spaceId: 'C1' });
      const where = { workspace: here, cop: cop.id };
      const inCop = { networkId: ours, copId: cop.id };
      const look = (network = ours) => nominations.candidate(store.db, network, where, 'U1');
      expect(await look()).toMatchObject({ person: { id: amira, name: 'Amira' }, role: undefined, pending: [] });
      expect(await look(theirs)).toBeUndefined();
      expect(await nominations.candidate(store.db, ours, where, 'U7')).toBeUndefined();
      const decided = { withdrawnAs: undefined, decidedAt: undefined, version: 1, createdAt: now };
      const id = newId<NominationId>(now);
      await tx(async t => {
        await memberships.save(t, joining({ ...inCop, personId: amira }, now, 'facilitator'));
        await nominations.add(t, {
          ...inCop,
          id,
          nomineeId: amira,
          nominatorId: amira,
          way: 'first',
          words: undefined,
          state: 'pending',
          ...decided,
        });
      });
      expect(await look()).toMatchObject({ role: 'facilitator', pending: [{ id, nomineeId: amira }] });
      expect(await nominations.pendingOf(store.db, ours, cop.id)).toMatchObject([{ id }]);
      expect(await nominations.pendingOf(store.db, theirs, cop.id)).toEqual([]);
      expect(await waiting.waitingFor(store.db, ours, amira, 9)).toHaveLength(1);
    });

    it('knows who facilitates something that has a space', async () => {
      const one = await added('One', { spaceId: 'C1' });
      const two = await added('Two', { spaceId: 'C2' });
      const none = await added('None');
      for (const cop of [one, two, none]) {
        const who = { networkId: ours, copId: cop.id, personId: amira };
        await tx(t => memberships.save(t, joining(who, now, 'facilitator')));
      }
      expect(await facilitating.inWorkspace(store.db, ours, here)).toEqual([
        { person: amira, cop: [one.id, two.id].sort()[0] },
      ]);
      expect(await facilitating.facilitatesAny(store.db, ours, here, amira)).toBe(true);
      expect(await facilitating.facilitatesAny(store.db, theirs, here, amira)).toBe(false);
      for (const cop of [one, two]) await tx(t => facilitating.setRole(t, ours, cop.id, amira, 'member'));
      expect(await facilitating.facilitatesAny(store.db, ours, here, amira)).toBe(false);
    });
  });
});
