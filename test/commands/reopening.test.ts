/** Who may open a CoP again that was closed, and what becomes of it where its space is gone or none can be made. On both engines. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Consequence } from '../../src/domain/consequence.ts';
import type { Wish } from '../../src/domain/effect.ts';
import { draw } from '../support/consequences.ts';
import { invocation } from '../support/desk.ts';
import { engines } from '../support/engines.ts';
import { amira, mo, nia, sam, sue, type Village, village, yan, zed } from '../support/village.ts';

describe.each(engines)('$engine', ({ skip, migrated }) => {
  describe.skipIf(skip)(`a CoP that was closed${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let it_: Village;
    beforeEach(async () => {
      it_ = await village(await migrated());
      await it_.happened({
        kind: 'closed',
        id: 'gone',
        how: 'deleted',
        space: { platform: 'discord', workspace: 'here', id: 'space-1' },
      });
      await it_.store.db.deleteFrom('effects').execute();
    });
    afterEach(() => it_.store.close());

    const wishes = async () =>
      (await it_.store.db.selectFrom('effects').select('wish').orderBy('id').execute()).map(
        one => JSON.parse(one.wish) as Wish,
      );
    const kinds = async () => (await wishes()).map(wish => ('message' in wish ? wish.message : wish.kind));
    const row = () =>
      it_.store.db
        .selectFrom('cops')
        .select(['network_id', 'workspace_id', 'name', 'state', 'closed_at', 'space_id', 'former_space_id'])
        .where('id', '=', it_.cop as never)
        .executeTakeFirstOrThrow();
    async function follows(does: Consequence) {
      const { network_id: networkId, workspace_id: workspace } = await row();
      await draw(it_, { networkId, workspace }, does);
    }
    const amiraId = async () =>
      (await it_.store.db.selectFrom('persons').select('id').where('name', '=', 'Amira').executeTakeFirstOrThrow()).id;

    it('is opened by whoever facilitated it, by name or without, and by the Support Team; for others there is none', async () => {
      const open = /I'm opening the space of Wound Care again/;
      expect(await it_.presses(amira, 'cop reopen')).toMatch(open);
      expect(await it_.presses(sue, 'cop reopen', { cop: 'wound care' })).toMatch(open);
      expect(await it_.presses(sue, 'cop reopen', { cop: 'leg ulcers' })).toMatch(/Which one do you mean/);
      for (const who of [mo, sam, yan, zed])
        expect(await it_.presses(who, 'cop reopen', { cop: 'Wound Care' })).toMatch(/no closed CoP for you to open/);
      expect(await it_.presses(mo, 'cop reopen', { cop: it_.cop })).toMatch(/Only the facilitators/);
      const choices = await it_.suggest(invocation(sue, 'cop reopen', {}), 'cop', 'wou');
      expect(choices.map(one => one.label)).toEqual(['Wound Care']);
      expect(await it_.suggest(invocation(mo, 'cop reopen', {}), 'cop', '')).toEqual([]);
      expect(await kinds()).toEqual(['reopen-space', 'reopen-space']);
      expect((await row()).closed_at).not.toBeNull(); // until its space is
    });

    it('is found by its name however many were closed since, and can be chosen among them', async () => {
      const before = await it_.store.db
        .selectFrom('cops')
        .selectAll()
        .where('id', '=', it_.cop as never)
        .executeTakeFirstOrThrow();
      for (let n = 0; n < 60; n++) {
        const id = `01XXXXXXXXXXXXXXXXXXX${String(n).padStart(5, '0')}` as never;
        const called = { name: `Later ${n}`, name_key: `later${n}`, slug: `later-${n}`, space_id: `later-${n}` };
        await it_.store.db
          .insertInto('cops')
          .values({ ...before, id, ...called, closed_at: (before.closed_at ?? 0) + n + 1 })
          .execute();
      }
      const choices = await it_.suggest(invocation(sue, 'cop reopen', {}), 'cop', 'wou');
      expect(choices.map(one => one.label)).toEqual(['Wound Care']);
      const asked = await it_.presses(sue, 'cop reopen', { cop: 'leg ulcers' });
      expect(asked).toMatch(/^Which one do you mean\?\nLater 59\n.*\[This one\][\s\S]*Wound Care/);
      expect(await it_.presses(sue, 'cop reopen', { cop: 'wound care' })).toMatch(
        /I'm opening the space of Wound Care/,
      );
    });

    it('is opened by a member who facilitated it once, too, and by no such person who has left', async () => {
      await it_.store.db
        .updateTable('cops')
        .set({ state: 'open', closed_at: null })
        .where('id', '=', it_.cop as never)
        .execute();
      const latest = async () =>
        (
          await it_.store.db
            .selectFrom('nominations')
            .select('id')
            .orderBy('created_at', 'desc')
            .orderBy('id', 'desc')
            .executeTakeFirstOrThrow()
        ).id;
      for (const way of ['with', 'instead']) {
        it_.passes(1000);
        const [from, to] = way === 'with' ? [amira, mo] : [mo, nia];
        await it_.presses(from, 'nomination ask', { cop: it_.cop, person: to.id, way });
        await it_.presses(to, 'nomination accept', { nomination: await latest() });
      }
      await it_.presses(amira, 'facilitator step-down', { cop: it_.cop });
      await it_.happened({
        kind: 'closed',
        id: 'gone again',
        how: 'deleted',
        space: { platform: 'discord', workspace: 'here', id: 'space-1' },
      });
      const open = /I'm opening the space of Wound Care again/;
      for (const who of [amira, mo, nia]) expect(await it_.presses(who, 'cop reopen')).toMatch(open);
      expect((await it_.suggest(invocation(mo, 'cop reopen', {}), 'cop', '')).map(one => one.value)).toEqual([it_.cop]);
      await it_.store.db.updateTable('memberships').set({ state: 'left' }).where('once_facilitated', '=', 1).execute();
      expect(await it_.presses(mo, 'cop reopen')).toMatch(/no closed CoP for you to open/);
      expect(await it_.presses(mo, 'cop rebuild', { cop: it_.cop })).toMatch(/isn't open to you/);
      expect(await it_.presses(nia, 'cop reopen')).toMatch(open);
    });

    it('has a new space where its own is gone: its people, its guides, and a number behind its name if that is taken', async () => {
      await it_.presses(sam, 'cop start', { name: 'Wound Care', domain: 'The same' });
      await it_.store.db.deleteFrom('effects').execute();
      const gone = { reason: 'gone', whose: 'place' } as const;
      await follows({ command: 'cop space-lost', options: { cop: it_.cop, by: await amiraId(), ...gone } });
      expect(await row()).toMatchObject({
        name: 'Wound Care 2',
        state: 'starting',
        closed_at: null,
        space_id: null,
        former_space_id: 'space-1',
      });
      expect(await kinds()).toEqual(
        expect.arrayContaining([
          'open-space',
          'admit',
          'make-facilitator',
          'cop-carried-over',
          'cop-welcome',
          'cop-lives-on',
          'forum',
        ]),
      );
      expect((await wishes()).find(wish => wish.kind === 'admit')).toMatchObject({ people: { length: 3 } });
      const after = (await it_.store.db.selectFrom('effects').select(['id', 'kind', 'wish', 'follows']).execute()).map(
        one => ({ ...one, follows: JSON.stringify(one.follows) }),
      );
      const livesOn = after.filter(one => one.wish.includes('"cop-lives-on"'));
      expect(livesOn).toMatchObject([
        { follows: expect.stringContaining(after.find(one => one.kind === 'admit')?.id ?? '') },
      ]);

      await follows({
        command: 'cop not-reopened',
        options: { cop: it_.cop, by: await amiraId(), called: 'Wound Care', closed: '5' },
      });
      expect(await row()).toMatchObject({ space_id: 'space-1' });
      expect((await row()).closed_at).not.toBeNull();
      expect((await kinds()).at(-1)).toBe('not-reopened');
    });

    it('is closed since when it was, where no new space could be made; opened later, whoever had asked in hears of it', async () => {
      const lapsed = await it_.store.db
        .selectFrom('join_requests')
        .select('id')
        .where('state', '=', 'withdrawn')
        .where('decided_by', 'is', null)
        .execute();
      expect(lapsed.length).toBeGreaterThan(0);
      const before = (await row()).closed_at;
      it_.passes(1000);
      await it_.presses(amira, 'cop rebuild', { cop: it_.cop });
      const opening = await it_.store.db
        .selectFrom('effects')
        .select('on_failure')
        .where('kind', '=', 'open-space')
        .executeTakeFirstOrThrow();
      await follows(JSON.parse(opening.on_failure ?? ''));
      expect((await row()).closed_at).toBe(before);
      await it_.store.db.deleteFrom('effects').execute();
      it_.passes(1000);
      await it_.presses(amira, 'cop rebuild', { cop: it_.cop });
      expect(await kinds()).toContain('join-request-lapsed');
    });

    it('keeps what it knows of its old space where no new one could be made', async () => {
      const { db } = it_.store;
      const { network_id, workspace_id } = await row();
      const effect = await db.selectFrom('effects').select('id').executeTakeFirst();
      expect(effect).toBeUndefined();
      await db
        .insertInto('posts')
        .values({
          effect_id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' as never,
          network_id,
          workspace_id,
          message: 'cop-welcome',
          about_kind: 'cop',
          about_id: it_.cop,
          channel_id: 'space-1',
          message_id: 'welcome',
          language: 'en',
        })
        .execute();
      await db.updateTable('documents').set({ pinned: 1, gone_at: null }).execute();
      await it_.presses(amira, 'cop rebuild', { cop: it_.cop });
      await follows({
        command: 'cop not-reopened',
        options: { cop: it_.cop, by: await amiraId(), called: 'Wound Care', closed: '5' },
      });
      const posts = db.selectFrom('posts').select('message_id').where('channel_id', '=', 'space-1');
      expect((await posts.execute()).map(one => one.message_id)).toContain('welcome');
      expect(await db.selectFrom('documents').select('pinned').execute()).toEqual([{ pinned: 1 }]);
    });

    it('keeps its own name where no new space could be made while that was taken', async () => {
      await it_.presses(sam, 'cop start', { name: 'Wound Care', domain: 'Wounds' });
      await it_.store.db.deleteFrom('effects').execute();
      await it_.presses(amira, 'cop rebuild', { cop: it_.cop });
      expect((await row()).name).toBe('Wound Care 2');
      const opening = it_.store.db.selectFrom('effects').select('on_failure').where('kind', '=', 'open-space');
      await follows(JSON.parse((await opening.executeTakeFirstOrThrow()).on_failure ?? ''));
      expect((await row()).name).toBe('Wound Care');
    });

    it('stays closed, and says so, where its space is there and can not be opened', async () => {
      await follows({ command: 'cop space-lost', options: { cop: it_.cop, by: await amiraId(), reason: 'forbidden' } });
      expect(await kinds()).toEqual(['not-reopened']);
      expect((await row()).closed_at).not.toBeNull();
    });
  });
});
