/** What a closing, a rest, or a time without a facilitator leaves to be asked, offered or said: later, otherwise, or not at all. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawConsequence } from '../../src/bot/draw-consequence.ts';
import { noWishes, saveWishes, wishing } from '../../src/bot/wishes.ts';
import { reopen } from '../../src/commands/cop/reopen.ts';
import type { Consequence } from '../../src/domain/deed.ts';
import type { Wish } from '../../src/domain/effect.ts';
import * as cops from '../../src/store/cops.ts';
import { look } from '../support/clockwork.ts';
import { amira, mo, nia, sue, type Village, village } from '../support/village.ts';

const hour = 3600_000;
const day = 24 * hour;
const space = { platform: 'discord', workspace: 'here', id: 'space-1' } as const;

describe('through a closing, a rest, or a time without a facilitator', () => {
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
  const gone = () => it_.happened({ kind: 'closed', id: 'gone', how: 'archived', space });
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
    const found = noWishes();
    await it_.store.db.transaction().execute(async tx => {
      await drawConsequence(it_.bot, tx, { networkId, workspace, press: `test ${does.command}` }, does, found);
      await saveWishes(it_.bot.jobs, tx, found, workspace);
    });
  }

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
