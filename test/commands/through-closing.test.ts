/** What comes through a closing and an opening again: nothing that was under way is forgotten, and nothing stands that isn't so any more. */
/** H1: what is left behind by a CoP that closes, and lives on. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { comparingMembers } from '../../src/bot/happenings/members.ts';
import { openSpace } from '../../src/bot/outbox/effects/open-space.ts';
import { noWishes, saveWishes, wishing } from '../../src/bot/wishes.ts';
import type { Scope } from '../../src/commands/command.ts';
import { reopen } from '../../src/commands/cop/reopen.ts';
import { anotherWayIn } from '../../src/commands/settings/invite-over.ts';
import type { Consequence } from '../../src/domain/consequence.ts';
import type { Wish } from '../../src/domain/effect.ts';
import * as cops from '../../src/store/cops.ts';
import * as effects from '../../src/store/effects.ts';
import * as going from '../../src/store/going.ts';
import { look } from '../support/clockwork.ts';
import { draw } from '../support/consequences.ts';
import { al, amira, choose, mo, nia, sam, sue, type Village, village } from '../support/village.ts';

const day = 24 * 3600_000;
const hour = 3600_000;
const minute = 60_000;
const space = { platform: 'discord', workspace: 'here', id: 'space-1' } as const;

describe('closed, and opened again', () => {
  let it_: Village;
  beforeEach(async () => {
    it_ = await village('sqlite::memory:');
    await it_.store.db.deleteFrom('clocks').execute();
  });
  afterEach(() => it_.store.close());

  const done = () => it_.store.db.deleteFrom('effects').execute();
  const wishes = async () =>
    (await it_.store.db.selectFrom('effects').select('wish').orderBy('id').execute()).map(
      one => JSON.parse(one.wish) as Wish,
    );
  const said = async () =>
    (await wishes()).map(wish => ('message' in wish ? `${wish.kind} ${wish.message}` : wish.kind));
  const row = (id = it_.cop) =>
    it_.store.db
      .selectFrom('cops')
      .selectAll()
      .where('id', '=', id as never)
      .executeTakeFirstOrThrow();
  const idOf = async (name: string) =>
    (await it_.store.db.selectFrom('persons').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
  const standing = async (name: string) =>
    it_.store.db
      .selectFrom('memberships')
      .select(['state', 'role'])
      .where('cop_id', '=', it_.cop as never)
      .where('person_id', '=', await idOf(name))
      .executeTakeFirst();
  /** Its space is archived by hand. */
  const gone = (id = 'gone') => it_.happened({ kind: 'closed', id, how: 'archived', space });
  const leftByHand = (who: { id: string; name: string }) =>
    it_.happened({ kind: 'left', id: `left ${who.id}`, space, who: { ...space, id: who.id, name: who.name } });
  /** Its space is back, and the bot in it. */
  async function back() {
    const { network_id, id, workspace_id } = await row();
    await it_.store.db.transaction().execute(async tx => {
      const found = noWishes();
      const now = it_.bot.clock.now();
      const cop = await cops.lock(tx, network_id, id);
      if (cop) await reopen({ tx, now, after: wishing(found, now) }, cop);
      await saveWishes(it_.bot.jobs, tx, found, workspace_id);
    });
  }
  async function follows(does: Consequence, id = it_.cop) {
    const { network_id: networkId, workspace_id: workspace } = await row(id);
    await draw(it_, { networkId, workspace }, does);
  }
  const rebuilds = async (by: string) =>
    follows({
      command: 'cop space-lost',
      options: { cop: it_.cop, by: await idOf(by), reason: 'gone', whose: 'place' },
    } as Consequence);
  /** The new space is there: what the receipt of `open-space` writes. `waited`: an administrator had to allow it first. */
  async function opens(waited = false) {
    const { network_id, id, workspace_id } = await row();
    const [effect] = await effects.openIn(it_.store.db, `cop:${id}` as never, 1);
    await done();
    const cop = await cops.byId(it_.store.db, network_id, id);
    const made = { platform: 'discord', workspace: 'here', id: 'space-9', name: 'cop-9' };
    const platform = { perform: { 'open-space': async () => made }, find: {} };
    const now = it_.bot.clock.now();
    const tried = { ...effect, ...(waited && { error: { kind: 'forbidden', code: 'x', whose: 'bot' } }) };
    const stage = { bot: it_.bot, platform, cop, effect: tried, now };
    const receipt = await openSpace.perform(stage as never, effect?.wish as never);
    await it_.store.db.transaction().execute(async tx => {
      const found = noWishes();
      await receipt(tx, found);
      await saveWishes(it_.bot.jobs, tx, found, workspace_id);
    });
  }
  const pendingNomination = async () =>
    (
      await it_.store.db
        .selectFrom('nominations')
        .select('id')
        .where('state', '=', 'pending')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow()
    ).id;

  it('the card of a meeting that was cancelled by the closing says so once the CoP is back', async () => {
    await gone();
    await back();
    expect(await said()).toContain('revise meeting');
  });

  describe('what was said of a meeting that its closing ended follows', () => {
    /** As if each of these had arrived. */
    const arrived = async (messages: readonly string[], about: { kind: 'meeting' | 'join-request'; id: string }) => {
      const { network_id, workspace_id } = await row();
      for (const [n, message] of messages.entries()) {
        const id = `01ZRZ3NDEKTSV4RRFFQ69G0${about.kind === 'meeting' ? 'M' : 'J'}0${n}`;
        const wish = JSON.stringify({ kind: 'post', to: 'space', message, about });
        const of = { network_id, workspace_id, cop_id: it_.cop, platform: 'discord', lane: 'person:x', batch: 'b' };
        const effect = { ...of, id, kind: 'post', wish, needs: '[]', follows: '[]', state: 'done', attempts: 1, waits: 0, due_at: 0, settled_at: 1 }; // biome-ignore format: one row
        await it_.store.db
          .insertInto('effects')
          .values(effect as never)
          .execute();
        const where = { about_kind: about.kind, about_id: about.id, channel_id: 'c', message_id: id, language: 'en' };
        await it_.store.db
          .insertInto('posts')
          .values({ effect_id: id, network_id, workspace_id, message, ...where } as never)
          .execute();
      }
    };
    const below = ['meeting-taken', 'meeting-changed'];
    const revised = async () =>
      (await said()).filter(one => /^revise (meeting-|join-request-admitted)/.test(one)).sort();
    beforeEach(async () => {
      await arrived([...below, 'meeting-news'], { kind: 'meeting', id: it_.meeting });
      await arrived(['join-request-admitted'], { kind: 'join-request', id: it_.request });
    });
    const fresh = () => it_.store.db.deleteFrom('effects').where('settled_at', 'is', null).execute();

    it('by direct message at once, and in the space once it is back', async () => {
      await fresh();
      await gone();
      expect(await revised()).toEqual(['revise join-request-admitted', 'revise meeting-news']);
      await fresh();
      await back();
      expect(await revised()).toEqual(['revise meeting-changed', 'revise meeting-taken']);
    });

    it('in the space before that is archived, on the day that was set', async () => {
      await it_.presses(amira, 'cop close', { cop: it_.cop });
      await it_.store.db
        .updateTable('effects')
        .set({ state: 'done', settled_at: it_.bot.clock.now() })
        .where('settled_at', 'is', null)
        .execute();
      it_.passes(8 * day);
      await fresh();
      await follows({ command: 'closing due', options: { cop: it_.cop } } as Consequence);
      expect((await row()).closed_at).not.toBeNull();
      expect(await revised()).toEqual([
        'revise join-request-admitted',
        'revise meeting-changed',
        'revise meeting-news',
        'revise meeting-taken',
      ]);
      const effects = await it_.store.db.selectFrom('effects').select(['id', 'wish', 'kind', 'follows']).execute();
      const archives = effects.find(one => one.kind === 'archive-space');
      for (const message of ['"meeting"', ...below.map(one => `"${one}"`)]) {
        const card = effects.find(one => one.kind === 'revise' && one.wish.includes(`"message":${message}`));
        expect(archives?.follows, message).toContain(card?.id);
      }
    });
  });

  it('who was approved and not yet in when it was closed is not stuck on the way in for ever', async () => {
    await it_.presses(amira, 'join-request approve', { request: it_.request });
    await gone(); // admit is still to be done: parked, say
    await back();
    expect(await it_.presses(amira, 'membership remove', { cop: it_.cop, person: al.id })).toMatch(
      /aren't in this CoP/,
    );
    expect(await it_.presses(amira, 'cop invite', { cop: it_.cop, people: al.id })).not.toMatch(/already in/);
    expect(await it_.presses(al, 'join-request make', { cop: it_.cop, words: 'Once more' })).not.toMatch(
      /are in .* already/,
    );
    expect((await standing('Al'))?.state).not.toBe('joining');
  });

  it('who was taken out is not a member again after it was closed and opened', async () => {
    await it_.presses(amira, 'membership remove', { cop: it_.cop, person: mo.id });
    await gone(); // remove is still to be done: parked, say
    await back();
    const { network_id, id } = await row();
    const cop = await cops.byId(it_.store.db, network_id, id);
    const there = [amira, mo].map(one => ({ ...space, id: one.id, name: one.name, tends: true }));
    await comparingMembers(it_.bot, new Map([['discord', { members: async () => there }]]) as never)(cop as never);
    expect((await standing('Mo'))?.state).toBe('left');
  });

  it('a new space could not be made: later somebody is looked for all the same, where nobody facilitates it', async () => {
    await choose(it_, { supportChannel: undefined });
    await gone();
    await leftByHand(amira);
    await done();
    await rebuilds('Mo');
    const now = (await it_.store.db.selectFrom('effects').select(['wish', 'needs']).execute()).filter(one =>
      /who-looks-after-it|starter-asked/.test(one.wish),
    );
    const { closed_at } = await row();
    await follows({
      command: 'cop not-reopened',
      options: { cop: it_.cop, by: await idOf('Mo'), called: 'Wound Care', closed: String(closed_at ?? 5) },
    } as Consequence);
    await done();
    await back();
    expect.soft(await said()).toContain('post who-looks-after-it');
    expect.soft(now.map(one => one.needs)).not.toContain('[]'); // asked before there is a space, and where none comes to be
  });

  it('its only facilitator goes while its new space is being made: somebody is looked for', async () => {
    await gone();
    await done();
    await rebuilds('Amira');
    await it_.happened({
      kind: 'person',
      id: 'p1',
      who: { ...space, id: amira.id, name: 'Amira' },
      gone: true,
    } as never);
    await opens();
    expect(await standing('Amira')).toMatchObject({ state: 'left' });
    expect((await row()).unattended_since).not.toBeNull();
  });

  it('who has left a CoP, or steps down, is not told that they go on as its facilitator', async () => {
    await it_.presses(nia, 'nomination decline', { nomination: it_.nomination });
    await it_.presses(amira, 'nomination ask', { cop: it_.cop, person: mo.id, way: 'instead' });
    const nomination = await pendingNomination();
    await it_.presses(amira, 'membership go', { cop: it_.cop, sure: 'as-the-last' });
    await done();
    await follows({ command: 'nomination unanswered', options: { nomination } } as Consequence);
    expect.soft(await said()).not.toContain('post nomination-unanswered');
    expect
      .soft(await it_.presses(amira, 'nomination withdraw', { nomination }))
      .not.toMatch(/You go on as facilitator/);
  });

  it('who facilitates for three months, to try it, is asked after them, though it was closed and opened again', async () => {
    await it_.presses(amira, 'nomination ask', { cop: it_.cop, person: mo.id, way: 'with', term: 'three-months' });
    await it_.presses(mo, 'nomination accept', { nomination: await pendingNomination() });
    await gone();
    await back();
    await done();
    it_.passes(120 * day);
    await look(it_.bot);
    expect(await said()).toContain('post facilitator-trial');
  });

  describe('of three months that somebody tried facilitating', () => {
    const week = 7 * day; // it is a Tuesday each time
    beforeEach(async () => {
      await it_.presses(amira, 'nomination ask', { cop: it_.cop, person: mo.id, way: 'with', term: 'three-months' });
      await it_.presses(mo, 'nomination accept', { nomination: await pendingNomination() });
      await done();
    });
    const asked = async () => {
      await look(it_.bot);
      const asks = (await said()).filter(one => one === 'post facilitator-trial').length;
      await done();
      return asks;
    };

    it('asks nobody anew who was asked before it was closed', async () => {
      it_.passes(14 * week);
      expect(await asked()).toBe(1);
      it_.passes(14 * week);
      await gone();
      await back();
      expect(await asked()).toBe(0);
    });

    it('asks once where they were over while it was closed', async () => {
      await gone();
      it_.passes(14 * week);
      await back();
      expect(await asked()).toBe(1);
      it_.passes(week);
      await gone('once more');
      await back();
      expect(await asked()).toBe(0);
    });

    it('asks nobody who has stepped down since, and facilitates it for as long as they like by now', async () => {
      it_.passes(week);
      await it_.presses(mo, 'facilitator step-down', { cop: it_.cop });
      await it_.presses(amira, 'nomination ask', { cop: it_.cop, person: mo.id, way: 'with' });
      await it_.presses(mo, 'nomination accept', { nomination: await pendingNomination() });
      expect((await standing('Mo'))?.role).toBe('facilitator');
      it_.passes(14 * week);
      expect(await asked()).toBe(0);
    });
  });

  it('who had an invite made hears that it has run out, though the CoP in whose name that was noted is closed by then', async () => {
    const invite = { channel: 'space-1', url: 'https://discord.gg/x', until: it_.bot.clock.now() + 7 * day };
    const wayIn = { kind: 'bot', invites: [invite] } as const;
    await choose(it_, { supportChannel: undefined, wayIn });
    const { network_id: network, workspace_id: workspace, id } = await row();
    const actor = { id: await idOf('Mo') } as Scope<unknown>['actor'];
    await it_.store.db.transaction().execute(async tx => {
      const found = noWishes();
      const now = it_.bot.clock.now();
      const after = wishing(found, now);
      await anotherWayIn({ tx, network, workspace, actor, now, after }, { wayIn: { kind: 'untold' } }, {
        wayIn,
      } as never);
    });
    const clock = () => it_.store.db.selectFrom('clocks').select(['cop_id', 'about_id', 'consequence']).where('step', '=', 'invite').execute(); // biome-ignore format: one row
    expect(await clock()).toMatchObject([{ cop_id: id }]);
    await gone();
    expect(await clock()).toMatchObject([{ cop_id: id }]);
    await it_.store.db
      .updateTable('cops')
      .set({ closed_at: 1, goes_at: 1 + day })
      .where('id', '=', id)
      .execute();
    await done();
    const effect_id = '01ZRZ3NDEKTSV4RRFFQ69G0G00' as never;
    const told = { effect_id, network_id: network, workspace_id: workspace, message: 'cop-goes', about_kind: 'cop' };
    await it_.store.db
      .insertInto('posts')
      .values({ ...told, about_id: id, channel_id: 'c', message_id: 'm', language: 'en' } as never)
      .execute();
    await going.begin(it_.store.db, { id, networkId: network, workspace }, day, it_.bot.clock.now());
    const [handed] = await clock();
    expect(handed).toMatchObject({ cop_id: it_.otherCop, about_id: it_.otherCop });
    expect(handed?.consequence).toContain(it_.otherCop);
    it_.passes(8 * day);
    await look(it_.bot);
    expect(await said()).toContain('post invite-over');
  });

  it('cards that said that it rests say so no more once it is back', async () => {
    await it_.presses(amira, 'cop rest', { cop: it_.cop, until: 'six weeks' });
    await done();
    await gone();
    await back();
    expect.soft(await said()).toContain('revise cop-rests');
    expect.soft(await said()).toContain('revise cop-invitation');
  });

  it('a file that was still to be posted: its entry goes, and who added it is told', async () => {
    const file = { name: 'a.pdf', type: 'application/pdf', bytes: 9, at: 'F1' };
    await it_.presses(mo, 'document add', { cop: it_.cop, title: 'Lost paper' }, { files: { file: file as never } });
    await gone();
    const kept = await it_.store.db.selectFrom('documents').select(['title', 'state', 'place']).execute();
    expect.soft(await said()).toContain('post document-not-shared');
    expect.soft(kept).not.toContainEqual({ title: 'Lost paper', state: 'kept', place: null });
  });

  it('who started it and has left is not told that "your space is ready" when it is rebuilt', async () => {
    await it_.presses(nia, 'nomination accept', { nomination: it_.nomination });
    await it_.presses(amira, 'membership go', { cop: it_.cop, sure: 'yes' });
    await gone();
    await done();
    await rebuilds('Nia');
    await opens(true);
    const to = (await wishes()).flatMap(one => (one.kind === 'post' && one.message === 'cop-ready' ? [one.to] : []));
    expect(await standing('Amira')).toMatchObject({ state: 'left' });
    expect(to).not.toContain(await idOf('Amira'));
  });

  it('whoever was asked to facilitate a CoP that could not be started is not asked for ever', async () => {
    await it_.presses(sam, 'cop start', { name: 'Burns', domain: 'Burns', facilitator: nia.id });
    const { id } = await it_.store.db
      .selectFrom('cops')
      .select('id')
      .where('name', '=', 'Burns')
      .executeTakeFirstOrThrow();
    await follows({ command: 'cop not-started', options: { cop: id } } as Consequence, id);
    expect(await it_.presses(nia, 'home show', {})).not.toMatch(/asked to facilitate Burns/);
  });

  it('who was out and asked about when it was closed: what they promised is not on the list', async () => {
    it_.passes(8 * day);
    await it_.presses(nia, 'nomination decline', { nomination: it_.nomination });
    await it_.presses(amira, 'meeting write', {
      meeting: it_.meeting,
      learned: 'x',
      promised: 'Amira: bring a cushion',
    });
    await leftByHand(amira);
    await done();
    await gone();
    await back();
    expect(await it_.presses(mo, 'promise list', { cop: it_.cop })).not.toMatch(/Amira: bring a cushion/);
  });

  it('the card that asked a facilitator about a closing that waits says that it is closed', async () => {
    await it_.presses(amira, 'cop close', { cop: it_.cop });
    await it_.presses(mo, 'closing wait', { cop: it_.cop });
    await done();
    await gone();
    expect(await said()).toContain('revise closing-waits');
  });

  it('a newcomer is asked after two weeks, though it was closed and opened again meanwhile', async () => {
    const { network_id, id } = await row();
    const person = await idOf('Mo');
    const does = { command: 'newcomer settles-in', options: { cop: id, person } };
    await it_.store.db
      .insertInto('clocks')
      .values({
        ...{ network_id, cop_id: id, about_kind: 'cop', about_id: id, step: `settles-in ${person}`, minding: person },
        ...{ due_at: it_.bot.clock.now() + 14 * day, consequence: JSON.stringify(does) },
      } as never)
      .execute();
    await gone();
    await back();
    await done();
    it_.passes(20 * day + 3 * hour);
    await look(it_.bot);
    expect(await said()).toContain('post settled-in');
  });

  it("a new space could not be made: the card in the Support Team's channel says that it is closed", async () => {
    await gone();
    await rebuilds('Amira');
    await done(); // its card was drawn anew meanwhile: "The CoP's space is being made."
    await follows({
      command: 'cop not-reopened',
      options: { cop: it_.cop, by: await idOf('Amira'), called: 'Wound Care', closed: '5' },
    } as Consequence);
    expect(await said()).toContain('revise cop-started');
  });

  it('a role whose term is over is not asked about of who is out', async () => {
    await it_.presses(amira, 'role volunteer', { cop: it_.cop, role: 'community-keeper', term: 'three-months' });
    it_.passes(92 * day - 2 * hour);
    await leftByHand(amira); // the last facilitator: asked about first, so their roles are kept for two days
    await done();
    it_.passes(4 * hour);
    await look(it_.bot);
    expect(await said()).not.toContain('post role-term');
  });

  it('a role whose term was over while they were out is asked about once they are in again', async () => {
    await it_.presses(amira, 'role volunteer', { cop: it_.cop, role: 'community-keeper', term: 'three-months' });
    it_.passes(92 * day - 2 * hour);
    await leftByHand(amira);
    it_.passes(4 * hour);
    await look(it_.bot);
    await it_.happened({ kind: 'joined', id: 'back', space, who: { ...space, id: amira.id, name: 'Amira' } });
    await done();
    it_.passes(8 * day);
    await look(it_.bot);
    expect(await said()).toContain('post role-term');
  });

  it('a role that went on, though whoever carries it was thought to have left, is asked about though its term was over just then', async () => {
    await it_.presses(nia, 'role volunteer', { cop: it_.cop, role: 'community-keeper', term: 'three-months' });
    it_.passes(92 * day - 5 * minute);
    await leftByHand(nia); // alone: what they carry ends
    it_.passes(6 * minute);
    await look(it_.bot);
    const others = [{ ...space, id: mo.id, name: 'Mo' }];
    await it_.happened({ kind: 'left', id: 'more', space, who: { ...space, id: amira.id, name: 'Amira' }, others });
    await it_.happened({ kind: 'joined', id: 'back', space, who: { ...space, id: nia.id, name: 'Nia' } });
    await done();
    await look(it_.bot);
    it_.passes(day);
    await look(it_.bot);
    expect(await said()).toContain('post role-term');
  });

  it('who tries facilitating for three months, and is out and may be put back when they are over, is asked once they are in again', async () => {
    await it_.presses(amira, 'nomination ask', { cop: it_.cop, person: sam.id, way: 'with', term: 'three-months' });
    await it_.store.db.updateTable('memberships').set({ state: 'member' }).execute();
    await it_.presses(sam, 'nomination accept', { nomination: await pendingNomination() });
    await done();
    it_.passes(92 * day - 2 * hour);
    const others = [{ ...space, id: mo.id, name: 'Mo' }];
    await it_.happened({ kind: 'left', id: 'both', space, who: { ...space, id: sam.id, name: 'Sam' }, others });
    it_.passes(4 * hour);
    await look(it_.bot);
    await it_.happened({ kind: 'joined', id: 'back', space, who: { ...space, id: sam.id, name: 'Sam' } });
    await done();
    it_.passes(8 * day);
    await look(it_.bot);
    expect(await said()).toContain('post facilitator-trial');
  });

  it('a week of silence comes back to who asked, though they were out just then', async () => {
    await it_.presses(amira, 'nomination ask', { cop: it_.cop, person: sam.id, way: 'with' });
    const does = { command: 'nomination unanswered', options: { nomination: await pendingNomination() } } as const;
    await leftByHand(amira);
    await follows(does);
    await it_.happened({ kind: 'joined', id: 'back', space, who: { ...space, id: amira.id, name: 'Amira' } });
    await done();
    it_.passes(8 * day);
    await look(it_.bot);
    expect(await said()).toContain('post nomination-unanswered');
  });

  it('a newcomer whose two weeks were over while they were out is asked once they are in again', async () => {
    const does = { command: 'newcomer settles-in', options: { cop: it_.cop, person: await idOf('Mo') } };
    const others = [{ ...space, id: nia.id, name: 'Nia' }];
    await it_.happened({ kind: 'left', id: 'both', space, who: { ...space, id: mo.id, name: 'Mo' }, others });
    await follows(does as Consequence);
    await it_.happened({ kind: 'joined', id: 'back', space, who: { ...space, id: mo.id, name: 'Mo' } });
    await done();
    for (const days of [8, 8]) {
      it_.passes(days * day);
      await look(it_.bot);
    }
    expect(await said()).toContain('post settled-in');
  });

  it('notes of a meeting that were not posted before the closing are, once somebody revises them', async () => {
    it_.passes(8 * day);
    const meeting = it_.meeting;
    await it_.presses(mo, 'meeting write', { meeting, learned: 'Heels need air' });
    await follows({ command: 'meeting over', options: { meeting } });
    await gone(); // what was still to be posted in its space is not
    await back();
    await done();
    const seen = async () =>
      String((await it_.store.db.selectFrom('meetings').select('notes_at').executeTakeFirstOrThrow()).notes_at);
    await it_.presses(amira, 'meeting write', { meeting, learned: 'Heels need air, and rest', seen: await seen() });
    expect(await said()).toContain('post meeting-notes');
    it_.passes(1000);
    await it_.presses(amira, 'meeting write', { meeting, learned: 'Heels need air, rest', seen: await seen() });
    expect((await said()).filter(one => one === 'post meeting-notes')).toHaveLength(1); // it is on its way
  });

  it('a CoP at rest asks nobody to write a meeting up', async () => {
    const { network_id, id } = await row();
    const does = { command: 'meeting over', options: { meeting: it_.meeting } };
    await it_.store.db
      .insertInto('clocks')
      .values({
        ...{ network_id, cop_id: id, about_kind: 'meeting', about_id: it_.meeting, step: 'over', minding: null },
        ...{ due_at: Date.UTC(2026, 2, 10, 15), consequence: JSON.stringify(does) },
      } as never)
      .execute();
    await it_.presses(mo, 'meeting take-part', { meeting: it_.meeting, part: 'write' });
    await it_.presses(amira, 'cop rest', { cop: it_.cop, until: 'six weeks' });
    await done();
    it_.passes(8 * day);
    await look(it_.bot);
    expect(await said()).not.toContain('post meeting-write-up');
    await it_.presses(amira, 'cop wake', { cop: it_.cop });
    it_.passes(day);
    await look(it_.bot);
    expect((await said()).filter(one => one === 'post meeting-write-up')).toHaveLength(1);
  });

  it('its first meeting is offered to who looks after it, where nobody did when it was due', async () => {
    await it_.store.db.deleteFrom('meetings').execute();
    await it_.store.db
      .updateTable('cops')
      .set({ members: 4 })
      .where('id', '=', it_.cop as never)
      .execute();
    await it_.presses(nia, 'nomination decline', { nomination: it_.nomination });
    await it_.presses(amira, 'membership go', { cop: it_.cop, sure: 'as-the-last' });
    await follows({ command: 'meeting first', options: { cop: it_.cop } } as Consequence);
    await it_.presses(sue, 'stand-in accept', { standIn: it_.standIn });
    expect(await standing('Mo')).toMatchObject({ role: 'facilitator' });
    await done();
    it_.passes(8 * day); // by itself
    await it_.store.db
      .updateTable('cops')
      .set({ members: 4 })
      .where('id', '=', it_.cop as never)
      .execute();
    await look(it_.bot);
    expect(await said()).toContain('post first-meeting');
  });

  it('who asks to wait with closing is not told that facilitators hear it, where there are none', async () => {
    await it_.presses(nia, 'nomination decline', { nomination: it_.nomination });
    await it_.presses(amira, 'cop close', { cop: it_.cop });
    await it_.presses(amira, 'membership go', { cop: it_.cop, sure: 'as-the-last' });
    await done();
    const answer = await it_.presses(mo, 'closing wait', { cop: it_.cop });
    expect(await said()).not.toContain('post closing-waits');
    expect(answer).toMatch(/Nobody looks after it just now: whoever does next hears/);
    expect(await it_.presses(mo, 'closing wait', { cop: it_.cop })).toBe(answer);
    await done();
    await it_.presses(sue, 'stand-in accept', { standIn: it_.standIn });
    expect(await said()).toEqual(expect.arrayContaining(['post closing-waits', 'revise cop-closing']));
  });

  it('a hello that was never posted can be said once it is back', async () => {
    await it_.presses(mo, 'newcomer hello', { cop: it_.cop, who: 'A nurse' });
    await it_.presses(mo, 'newcomer post-hello', { cop: it_.cop, written: String(it_.bot.clock.now()) });
    await gone();
    await back();
    expect(await it_.presses(mo, 'newcomer hello', { cop: it_.cop, who: 'A nurse' })).toMatch(/Nobody has seen it yet/);
  });

  it('in a CoP that is closed no role is offered', async () => {
    await gone();
    expect(await it_.presses(mo, 'role volunteer', { cop: it_.cop, role: 'community-keeper', term: 'open' })).toMatch(
      /closed/,
    );
    expect(await it_.presses(mo, 'role show', { cop: it_.cop })).not.toMatch(/\[|take one up/);
  });
});
