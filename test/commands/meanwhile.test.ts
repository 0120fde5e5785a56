/** What is under way with one person, while something else happens with them or with their CoP. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Consequence } from '../../src/domain/consequence.ts';
import type { WorkspaceKey } from '../../src/domain/ids.ts';
import { nobodyOf } from '../../src/domain/person.ts';
import { erase } from '../../src/store/erasing.ts';
import { draw } from '../support/consequences.ts';
import { al, amira, choose, ivy, mo, nia, sam, sue, type Village, village, yan } from '../support/village.ts';

const workspace = 'discord:here' as WorkspaceKey;
const space = { platform: 'discord' as const, workspace: 'here', id: 'space-1' };
const here = (one: typeof mo) => ({ platform: 'discord' as const, workspace: 'here', id: one.id, name: one.name });
let it_: Village;
beforeEach(async () => {
  it_ = await village();
  await it_.store.db.deleteFrom('stand_ins').execute();
});
afterEach(() => it_.store.close());
const db = () => it_.store.db;
const personOf = async ({ id }: typeof mo) =>
  (await db().selectFrom('accounts').select('person_id').where('external_id', '=', id).executeTakeFirstOrThrow())
    .person_id;
const membershipOf = async (who: typeof mo) =>
  db()
    .selectFrom('memberships')
    .select(['state', 'role'])
    .where('cop_id', '=', it_.cop as never)
    .where('person_id', '=', await personOf(who))
    .executeTakeFirst();
/** As if all had been performed. */
const performed = async () => {
  await db().updateTable('memberships').set({ state: 'member' }).where('state', '=', 'joining').execute();
  await db().deleteFrom('effects').execute();
};
const wishes = async () =>
  (await db().selectFrom('effects').select('wish').orderBy('id').execute()).map(one => JSON.parse(one.wish));
const network = async () =>
  (await db().selectFrom('workspaces').selectAll().where('id', '=', workspace).executeTakeFirstOrThrow()).network_id;
const follows = async (does: Consequence) => draw(it_, { networkId: await network(), workspace }, does);
const onFailureOf = async (kind: 'admit' | 'open-space') =>
  JSON.parse(
    (await db().selectFrom('effects').select('on_failure').where('kind', '=', kind).executeTakeFirstOrThrow())
      .on_failure ?? '',
  ) as Consequence;
const closes = (how: 'archived' | 'deleted') => it_.happened({ kind: 'closed', id: 'c1', space, how });
const nominationOf = async (who: typeof mo) =>
  (
    await db()
      .selectFrom('nominations')
      .select('id')
      .where('nominee_id', '=', await personOf(who))
      .executeTakeFirstOrThrow()
  ).id;
const forgets = async (who: typeof mo) => {
  const [id, networkId] = [await personOf(who), await network()];
  await db()
    .transaction()
    .execute(tx => erase(tx, networkId, id, it_.bot.clock.now()));
};
const outOf = async (one: typeof mo, other: typeof mo) => {
  await it_.happened({ kind: 'left', id: 'l1', space, who: here(one), others: [here(other)] });
  return (await db().selectFrom('differences').select('id').where('kind', '=', 'people').executeTakeFirstOrThrow())
    .id as string;
};

it('who had asked in, was asked to facilitate and said yes facilitates it still after another approves the request', async () => {
  await it_.presses(amira, 'nomination ask', { cop: it_.cop, person: al.id, way: 'with' });
  await performed();
  await it_.presses(al, 'nomination accept', { nomination: await nominationOf(al) });
  await performed();
  await it_.presses(amira, 'join-request approve', { request: it_.request });
  expect(await membershipOf(al)).toEqual({ state: 'member', role: 'facilitator' });
});

it('who is put back waits to be let in no longer', async () => {
  const difference = await outOf(mo, nia);
  await it_.presses(mo, 'join-request make', { cop: it_.cop });
  await it_.presses(amira, 'difference put-back', { difference });
  await performed();
  const pending = db().selectFrom('join_requests').select('id').where('state', '=', 'pending');
  expect(await pending.where('person_id', '=', await personOf(mo)).execute()).toEqual([]);
});

it('who is out, asked in again and is let in keeps what they carry', async () => {
  const difference = await outOf(mo, nia);
  await it_.presses(mo, 'join-request make', { cop: it_.cop });
  const mine = db()
    .selectFrom('join_requests')
    .select('id')
    .where('person_id', '=', await personOf(mo));
  await it_.presses(amira, 'join-request approve', { request: (await mine.executeTakeFirstOrThrow()).id });
  await performed();
  await it_.presses(amira, 'difference right', { difference }); // of Nia
  expect(await db().selectFrom('core_roles').select('ended_at').execute()).toEqual([{ ended_at: null }]);
});

it('the starter of a proposed CoP takes it back: nobody is asked to facilitate it', async () => {
  await choose(it_, { supportChannel: 'support-1', startPolicy: 'after-conversation' });
  await it_.presses(sam, 'cop start', { name: 'Hoof Care', domain: 'Hoofs', facilitator: mo.id });
  const asked = db().selectFrom('first_conversations').select('id').orderBy('id', 'desc');
  await it_.presses(sam, 'first-conversation withdraw', { conversation: (await asked.executeTakeFirstOrThrow()).id });
  expect(await it_.presses(mo, 'home show')).not.toMatch(/You are asked to facilitate Hoof Care/);
});

it('the space of a new CoP can not be made: nobody is asked to facilitate it', async () => {
  await it_.presses(sam, 'cop start', { name: 'Hoof Care', domain: 'Hoofs', facilitator: mo.id });
  await follows(await onFailureOf('open-space'));
  expect(await it_.presses(mo, 'home show')).not.toMatch(/You are asked to facilitate Hoof Care/);
});

it('nor where a CoP could not be opened anew after all', async () => {
  await closes('deleted');
  await it_.presses(amira, 'cop rebuild', { cop: it_.cop });
  await it_.presses(amira, 'nomination ask', { cop: it_.cop, person: mo.id, way: 'with' });
  await follows(await onFailureOf('open-space'));
  expect(await it_.presses(mo, 'home show')).not.toMatch(/You are asked to facilitate Wound Care/);
});

it('approved, not in yet, and the space goes: nobody stays on the way in', async () => {
  await it_.presses(amira, 'join-request approve', { request: it_.request });
  await closes('archived');
  expect(await membershipOf(al)).toMatchObject({ state: 'left' });
});

it('a file that could not be posted before its CoP was closed leaves no entry', async () => {
  const file = { name: 'Leg ulcers.pdf', type: 'application/pdf', bytes: 9, at: 'F1' };
  await it_.presses(mo, 'document add', { cop: it_.cop }, { files: { file: file as never } });
  await closes('archived');
  const entry = db().selectFrom('documents').select('state').where('title', '=', 'Leg ulcers.pdf');
  expect(await entry.execute()).toEqual([{ state: 'removed' }]);
});

it.each(['join_requests', 'invitations'] as const)(
  'D somebody is being let in while the space goes: nothing waits in %s',
  async table => {
    if (table === 'join_requests') await it_.presses(amira, 'join-request approve', { request: it_.request });
    else await it_.presses(ivy, 'invitation accept', { invitation: it_.invitation });
    const does = await onFailureOf('admit');
    await db()
      .updateTable('effects')
      .set({ state: 'intended', claimed_until: 9e15 })
      .where('kind', '=', 'admit')
      .execute();
    await closes('archived');
    await follows({ ...does, options: { ...does.options, reason: 'gone', whose: 'place' } } as Consequence); // is_archived
    expect(
      await db()
        .selectFrom(table as 'invitations')
        .select('id')
        .where('state', '=', 'pending')
        .execute(),
    ).toEqual([]);
  },
);

it('who is out and was forgotten since is nobody to be put back', async () => {
  const difference = await outOf(mo, nia);
  await forgets(mo);
  await it_.presses(amira, 'difference put-back', { difference });
  const nobody = db()
    .selectFrom('memberships')
    .select('state')
    .where('person_id', '=', nobodyOf(await network()));
  expect(await nobody.where('cop_id', '=', it_.cop as never).execute()).toEqual([{ state: 'left' }]);
});

it('and facilitates nothing', async () => {
  const difference = await outOf(amira, nia);
  const cop = db()
    .selectFrom('cops')
    .select('unattended_since')
    .where('id', '=', it_.cop as never);
  expect((await cop.executeTakeFirstOrThrow()).unattended_since).not.toBeNull();
  await forgets(amira);
  await it_.presses(sue, 'difference put-back', { difference });
  expect((await cop.executeTakeFirstOrThrow()).unattended_since).not.toBeNull();
});

it('words of an applicant go to nobody who facilitates it no longer', async () => {
  await it_.presses(nia, 'nomination accept', { nomination: it_.nomination }); // in place of Amira
  await it_.presses(amira, 'membership go', { cop: it_.cop, sure: 'yes' });
  await db().deleteFrom('effects').execute();
  await it_.presses(al, 'talk reply', { talk: it_.talk, words: 'I have a sick child on Thursdays' });
  const carried = (await wishes()).filter(one => one.message === 'join-request-talk').map(one => one.to);
  expect(carried).not.toContain(await personOf(amira));
});

it('whoever started it and is not in its space yet leaves it', async () => {
  const mine = db().updateTable('memberships').set({ state: 'joining' });
  await mine.where('person_id', '=', await personOf(amira)).execute();
  expect(await it_.presses(amira, 'membership go', { cop: it_.cop, sure: 'as-the-last' })).toMatch(/You've left/);
  expect(await membershipOf(amira)).toMatchObject({ state: 'left' });
});

it('who facilitates it no longer is told of no silence', async () => {
  await it_.presses(amira, 'nomination ask', { cop: it_.cop, person: sam.id, way: 'with' });
  await it_.presses(nia, 'nomination accept', { nomination: it_.nomination });
  await it_.presses(amira, 'membership go', { cop: it_.cop, sure: 'yes' });
  await db().deleteFrom('effects').execute();
  await follows({ command: 'nomination unanswered', options: { nomination: await nominationOf(sam) } } as Consequence);
  expect(await wishes()).toEqual([]);
});

it('somebody who tries it for three months is asked after them, though its space was new meanwhile', async () => {
  await it_.presses(amira, 'nomination ask', { cop: it_.cop, person: mo.id, way: 'with', term: 'three-months' });
  await it_.presses(mo, 'nomination accept', { nomination: await nominationOf(mo) });
  await closes('deleted');
  await it_.presses(amira, 'cop rebuild', { cop: it_.cop });
  expect(await db().selectFrom('clocks').select('step').where('step', '=', 'trial').execute()).toHaveLength(1);
});

it('who had asked in and was handed the CoP is not asked about themselves, nor ends looking after it by their own yes', async () => {
  await it_.presses(amira, 'nomination ask', { cop: it_.cop, person: al.id, way: 'instead' });
  await performed();
  await it_.presses(al, 'nomination accept', { nomination: await nominationOf(al) });
  const asked = (await wishes()).filter(one => one.kind === 'post' && one.message === 'join-request');
  expect.soft(asked.map(one => one.to)).not.toContain(await personOf(al));
  await performed();
  await it_.presses(al, 'join-request approve', { request: it_.request });
  await performed();
  const left = await db()
    .selectFrom('memberships')
    .select('person_id')
    .where('cop_id', '=', it_.cop as never)
    .where('role', '=', 'facilitator')
    .execute();
  const cop = await db()
    .selectFrom('cops')
    .select('unattended_since')
    .where('id', '=', it_.cop as never)
    .executeTakeFirstOrThrow();
  expect(left.length > 0 || cop.unattended_since !== null).toBe(true);
});

it('who asked before joining may ask again from the morning of the day that they were told', async () => {
  const asks = () => it_.presses(yan, 'question ask', { cop: it_.cop, words: 'When do you meet?' });
  await asks(); // at nine in the morning
  it_.passes((7 * 24 - 9) * 3600_000 - 60_000);
  expect(await asks()).toMatch(/from 2026-03-10 you can ask again/);
  it_.passes(60_000);
  expect(await asks()).toMatch(/On its way to those who look after Wound Care/);
});

it('who asked before joining may ask again, where nobody who had the question looks after it any more', async () => {
  await it_.presses(yan, 'question ask', { cop: it_.cop, words: 'When do you meet?' });
  it_.passes(60_000);
  expect(await it_.presses(yan, 'question ask', { cop: it_.cop, words: 'And where?' })).toMatch(/lately|again from/);
  await it_.presses(nia, 'nomination accept', { nomination: it_.nomination });
  it_.passes(60_000);
  await db().deleteFrom('effects').execute();
  await it_.presses(yan, 'question ask', { cop: it_.cop, words: 'When do you meet?' });
  const had = (await wishes()).filter(one => one.message === 'question').map(one => one.to);
  expect(had).toEqual([await personOf(nia)]);
});
