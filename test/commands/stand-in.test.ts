/** An offer to look after a CoP, where who decides it changes meanwhile. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CopId } from '../../src/domain/ids.ts';
import { look } from '../support/clockwork.ts';
import { al, amira, choose, mo, nia, sam, supportChannel, type Village, village, yan } from '../support/village.ts';

let it_: Village;
/** Nobody facilitates it any more; Mo has offered, where there is no Support Team. */
beforeEach(async () => {
  it_ = await village();
  await it_.store.db
    .updateTable('cops')
    .set({ unattended_since: 0 })
    .where('id', '=', it_.cop as CopId)
    .execute();
  await it_.store.db
    .updateTable('memberships')
    .set({ state: 'left' })
    .where('cop_id', '=', it_.cop as CopId)
    .where('role', '=', 'facilitator')
    .execute();
  await it_.store.db.deleteFrom('stand_ins').execute();
  await choose(it_, {});
  await it_.presses(mo, 'stand-in offer', { cop: it_.cop });
  await forgets();
});
afterEach(() => it_.store.close());

const day = 24 * 3600_000;
const admin = { ...sam, admin: true };
const forgets = () => it_.store.db.deleteFrom('effects').execute();
const chooses = (support: string) => it_.presses(admin, 'settings choose', { section: 'support', support });
const offer = async () => it_.store.db.selectFrom('stand_ins').selectAll().executeTakeFirstOrThrow();
const personOf = async (who: { id: string }) =>
  (
    await it_.store.db
      .selectFrom('accounts')
      .select('person_id')
      .where('external_id', '=', who.id)
      .executeTakeFirstOrThrow()
  ).person_id;
const wished = async (kind: 'post' | 'revise') =>
  (await it_.store.db.selectFrom('effects').select('wish').where('kind', '=', kind).orderBy('id').execute()).map(
    effect => {
      const { message, to } = JSON.parse(effect.wish);
      return kind === 'post' ? [message, to] : message;
    },
  );
const counting = async () =>
  (await it_.store.db.selectFrom('clocks').select('due_at').where('step', '=', 'counts').execute()).map(
    one => one.due_at - it_.bot.clock.now(),
  );

describe('a Support Team is chosen while somebody has offered', () => {
  it('it has the card to press, once; what stands in the space says so', async () => {
    const brought = [
      ['first-conversation', 'support'],
      ['is-it-right', 'support'],
      ['needs-facilitator', 'support'],
      ['stand-in', 'support'],
    ];
    await chooses(supportChannel.id);
    expect(await wished('post')).toEqual(brought);
    expect(await wished('revise')).toEqual(['who-looks-after-it']);
    it_.passes(2 * day + 60_000);
    await look(it_.bot);
    await chooses('another-1');
    expect(await wished('post')).toEqual(brought); // on its way still
    expect(await offer()).toMatchObject({ state: 'pending' });
  });

  it('has it where somebody objects, too, though nobody had asked it before', async () => {
    await choose(it_, { supportChannel: supportChannel.id });
    expect(await it_.presses(nia, 'stand-in object', { standIn: (await offer()).id })).toMatch(/for others to decide/);
    expect(await wished('post')).toEqual([
      ['stand-in-answered', await personOf(mo)],
      ['stand-in', 'support'],
    ]);
  });

  it('has it where somebody had objected before, and no administrator was known', async () => {
    await it_.presses(nia, 'stand-in object', { standIn: (await offer()).id });
    expect(await wished('post')).toEqual([['stand-in-answered', await personOf(mo)]]);
    await chooses(supportChannel.id);
    expect(await wished('post')).toContainEqual(['stand-in', 'support']);
  });
});

describe('a Support Team is chosen when what would have counted by itself was objected to', () => {
  it('is reminded as any other, and after a week an administrator is asked: its clock had run out', async () => {
    await it_.presses(nia, 'stand-in object', { standIn: (await offer()).id });
    it_.passes(3 * day);
    await look(it_.bot);
    expect(await counting()).toEqual([]);
    await chooses(supportChannel.id);
    expect(await counting()).toEqual([2 * day]);
    it_.passes(2 * day + 60_000);
    await look(it_.bot);
    expect(await counting()).toEqual([2 * day - 60_000]);
    it_.passes(2 * day);
    await look(it_.bot);
    expect(await offer()).toMatchObject({ decider_id: await personOf(sam), state: 'pending' });
    expect(await wished('post')).toContainEqual(['stand-in', await personOf(sam)]);
  });
});

describe('the Support Team is given up while somebody has offered', () => {
  beforeEach(async () => {
    await choose(it_, { supportChannel: supportChannel.id });
  });

  it('the two days in which anybody may object begin, though they were over', async () => {
    it_.passes(3 * day);
    await look(it_.bot);
    expect(await counting()).toEqual([4 * day]); // an administrator is asked as well
    await forgets();
    await chooses('');
    expect(await counting()).toEqual([2 * day]);
    expect(await wished('revise')).toEqual(['who-looks-after-it']);
    expect(await wished('post')).toEqual([]);
    it_.passes(2 * day + 60_000);
    await look(it_.bot);
    expect(await offer()).toMatchObject({ state: 'accepted' });
  });

  it('what somebody objected to is for the administrator who gave it up to decide', async () => {
    await it_.presses(nia, 'stand-in object', { standIn: (await offer()).id });
    await forgets();
    await chooses('');
    const sams = await personOf(sam);
    expect(await wished('post')).toEqual([['stand-in', sams]]);
    expect(await offer()).toMatchObject({ decider_id: sams, state: 'pending' });
    expect(await it_.presses(sam, 'stand-in accept', { standIn: (await offer()).id })).toMatch(
      /they have looked after it since/,
    );
  });
});

describe('who started it, and is not in it any more', () => {
  it('may object, and can not take back what another has offered', async () => {
    const { id: standIn } = await offer();
    expect(await it_.presses(amira, 'stand-in withdraw', { standIn })).toMatch(/isn't open to you/);
    expect(await it_.presses(amira, 'stand-in object', { standIn })).toMatch(/nobody is told that it was you/);
    expect(await offer()).toMatchObject({ state: 'pending', decider_id: null });
    expect((await offer()).objected_at).not.toBeNull();
  });

  it('who offered takes it back by either press', async () => {
    const { id: standIn } = await offer();
    expect(await it_.presses(mo, 'stand-in object', { standIn })).toMatch(/is taken back/);
    expect(await wished('revise')).toEqual(['who-looks-after-it', 'stand-in']);
    expect(await it_.presses(mo, 'stand-in withdraw', { standIn })).toMatch(/That was settled \(/);
    expect(await offer()).toMatchObject({ state: 'withdrawn' });
  });
});

describe('nobody is in a CoP any more', () => {
  const of = { message: 'join-request' } as const;
  const posted = async () =>
    (await it_.store.db.selectFrom('effects').select(['wish', 'needs', 'id']).orderBy('id').execute()).map(one => ({
      ...(JSON.parse(one.wish) as { kind: string; message?: string; to?: unknown }),
      id: one.id,
      needs: JSON.parse(one.needs as unknown as string) as readonly string[],
    }));
  const letsThemselvesIn = (who: Parameters<Village['presses']>[0]) =>
    it_.presses(who, 'stand-in step-in', { cop: it_.otherCop });
  const isThere = async () =>
    (
      await it_.store.db
        .selectFrom('memberships')
        .select('state')
        .where('cop_id', '=', it_.otherCop as CopId)
        .where('state', '<>', 'left')
        .execute()
    ).length;

  beforeEach(async () => {
    await it_.presses(admin, 'settings choose', { section: 'support', team: 'none' });
    await it_.presses(yan, 'membership go', { cop: it_.otherCop, sure: 'as-the-last' });
    await it_.presses(al, 'join-request make', { cop: it_.otherCop, words: 'For my ward' });
    await forgets();
  });

  it('whoever chose the settings, and administers it no longer, meets a closed door, with a Support Team or without', async () => {
    expect(await letsThemselvesIn(sam)).toMatch(/isn't open to you/);
    await chooses(supportChannel.id);
    await forgets();
    expect(await letsThemselvesIn(sam)).toMatch(/isn't open to you/);
    expect(await isThere()).toBe(0);
    expect(await posted()).toEqual([]);
  });

  it('whoever may administer it, where that was not told, is asked to try again', async () => {
    const untold = {
      by: { platform: 'discord', id: sam.id, name: sam.name, workspace: 'here', admin: 'not-told' },
    } as const;
    const words = await it_.presses(sam, 'stand-in step-in', { cop: it_.otherCop }, untold);
    expect(words).toMatch(/couldn't find out whether you're an administrator/);
    expect(await isThere()).toBe(0);
  });

  it('whoever would look after it, and is gone while the bot may let nobody in, is out, and somebody is looked for again', async () => {
    await letsThemselvesIn(admin);
    await it_.store.db.updateTable('effects').set({ state: 'parked' }).where('kind', '=', 'admit').execute();
    expect(await isThere()).toBe(1);
    const who = { platform: 'discord', workspace: 'here', id: sam.id, name: sam.name } as const;
    await it_.happened({ kind: 'person', id: 'e9', who, gone: true });
    expect(await isThere()).toBe(0);
    const { unattended_since } = await it_.store.db
      .selectFrom('cops')
      .select('unattended_since')
      .where('id', '=', it_.otherCop as CopId)
      .executeTakeFirstOrThrow();
    expect(unattended_since).not.toBeNull();
  });

  it('an administrator has what was asked once they are in', async () => {
    await letsThemselvesIn(admin);
    const all = await posted();
    const admitted = all.find(one => one.kind === 'admit');
    const brought = all.filter(one => one.kind === 'post' && one.message === of.message);
    expect(brought).toHaveLength(1);
    for (const one of all.filter(one => one.kind === 'post')) expect(one.needs).toContain(admitted?.id);
  });
});
