import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sealWith } from '../../src/bot/seal.ts';
import type { Wish } from '../../src/domain/effect.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { invocation, type Presser } from '../support/desk.ts';
import { al, amira, choose, ivy, mo, nia, sam, sue, type Village, village } from '../support/village.ts';

let it_: Village;
beforeEach(async () => {
  it_ = await village();
});
afterEach(() => it_.store.close());

const wishes = async () =>
  (await it_.store.db.selectFrom('effects').select('wish').orderBy('id').execute()).map(
    row => JSON.parse(row.wish) as Wish,
  );
const said = async () => (await wishes()).map(wish => ('message' in wish ? `${wish.kind} ${wish.message}` : wish.kind));
const idOf = async ({ id }: Presser) =>
  (
    await it_.store.db
      .selectFrom('accounts')
      .select('person_id')
      .where('external_id', '=', id)
      .executeTakeFirstOrThrow()
  ).person_id as PersonId;
const standing = async (who: Presser) => {
  const row = await it_.store.db
    .selectFrom('memberships')
    .select(['state', 'role'])
    .where('cop_id', '=', it_.cop as never)
    .where('person_id', '=', await idOf(who))
    .executeTakeFirst();
  return row && `${row.state} ${row.role}`;
};
const steward = async () => {
  const { steward_id } = await it_.store.db
    .selectFrom('documents')
    .select('steward_id')
    .where('id', '=', it_.document as never)
    .executeTakeFirstOrThrow();
  return steward_id;
};
const goes = (who: Presser, sure: string) => it_.presses(who, 'membership go', { cop: it_.cop, sure });
const takesOut = (person: string, more: Record<string, string> = {}) =>
  it_.presses(
    amira,
    'membership remove',
    { cop: it_.cop, person, ...more },
    { people: { 'u-robot': { name: 'Robot', bot: true } } },
  );
const facilitates = async (who: Presser, role: 'facilitator' | 'member' = 'facilitator') =>
  it_.store.db
    .updateTable('memberships')
    .set({ role })
    .where('cop_id', '=', it_.cop as never)
    .where('person_id', '=', await idOf(who))
    .execute();

describe('leaving', () => {
  it('asks whether they are sure, and nothing else; then they are out, and welcome back', async () => {
    expect(await it_.presses(mo, 'membership leave', { cop: it_.cop })).toMatch(
      /Leave Wound Care\?.*you're welcome back.*\[Leave\]\n\[Stay\]/s,
    );
    expect(await goes(mo, 'no')).toMatch(/You stay in Wound Care/);
    expect(await standing(mo)).toBe('member member');
    expect(await said()).toEqual([]);

    expect(await goes(mo, 'yes')).toMatch(/You've left Wound Care.*stays, with your name.*\[Ask to join again\]/s);
    expect(await standing(mo)).toBe('left member');
    expect(await wishes()).toContainEqual({ kind: 'remove', cop: it_.cop, people: [await idOf(mo)] });
    expect(await it_.presses(mo, 'document list', { cop: it_.cop })).toMatch(/Only the members/);
    const carried = await it_.store.db.selectFrom('core_roles').select('ended_at').execute();
    expect(carried.every(one => one.ended_at !== null)).toBe(true);
    expect(await it_.presses(mo, 'join-request make', { cop: it_.cop })).toMatch(/Your request is with/);
  });

  it('takes back that they would look after it, and what was asked of them to carry', async () => {
    expect(await goes(mo, 'yes')).toMatch(/You've left/);
    expect(await it_.store.db.selectFrom('stand_ins').select('state').execute()).toEqual([{ state: 'withdrawn' }]);
    expect(await goes(nia, 'yes')).toMatch(/You've left/);
    expect(await it_.store.db.selectFrom('role_suggestions').select('state').execute()).toEqual([
      { state: 'withdrawn' },
    ]);
  });

  it('lets the last facilitator hand over first, or go and say so', async () => {
    const asked = await it_.presses(amira, 'membership leave', { cop: it_.cop });
    expect(asked).toMatch(/Nobody else facilitates Wound Care/);
    expect(asked).toMatch(/the Support Team is asked to find somebody/);
    expect(asked).toMatch(/\[Hand over…\]\n\[Leave all the same\]\n\[Stay\]/);
    expect(await goes(amira, 'yes')).toBe(asked); // who became the last meanwhile
    expect(await standing(amira)).toBe('member facilitator');

    expect(await goes(amira, 'as-the-last')).toMatch(/I'm telling the Support Team that nobody looks after it/);
    expect(await standing(amira)).toBe('left facilitator');
    expect(await said()).toContain('post needs-facilitator');
    expect(await said()).not.toContain('post take-it-back'); // they have said what they want
    expect(await it_.store.db.selectFrom('differences').select('kind').execute()).toEqual([{ kind: 'space' }]);
  });

  it('has the members asked where there is no Support Team', async () => {
    await choose(it_, { supportChannel: undefined });
    expect(await it_.presses(amira, 'membership leave', { cop: it_.cop })).toMatch(/its members are asked who would/);
    expect(await goes(amira, 'as-the-last')).toMatch(/I'm asking its members/);
    expect(await said()).toContain('post who-looks-after-it');
  });

  it('asks no members where nobody else is in it: it may be closed, and whoever asked in waits', async () => {
    const { cop, store } = it_;
    await goes(mo, 'yes');
    await goes(nia, 'yes');
    expect(await it_.presses(amira, 'membership leave', { cop })).toMatch(
      /Nobody else is in Wound Care[\s\S]*the Support Team hears that nobody is in it[\s\S]*\[Close it…\]\n\[Leave all the same\]\n\[Stay\]/,
    );
    await choose(it_, { supportChannel: undefined });
    expect(await it_.presses(amira, 'membership leave', { cop })).toMatch(
      /nobody looks after it until an administrator/,
    );
    expect(await goes(amira, 'as-the-last')).toMatch(/An administrator can look after it from now on/);
    expect(
      await store.db
        .selectFrom('cops')
        .select('members')
        .where('id', '=', cop as never)
        .execute(),
    ).toEqual([{ members: 0 }]);
  });

  it('lets one of several facilitators go without a question, and out of the forum', async () => {
    await facilitates(mo);
    expect(await it_.presses(amira, 'membership leave', { cop: it_.cop })).toMatch(/^Leave Wound Care\?/);
    expect(await goes(amira, 'yes')).toMatch(/You've left/);
    expect(await said()).toContain('forum');
    expect(await said()).not.toContain('post needs-facilitator');
  });

  it('takes back that they were asked to facilitate it, and who asked hears of it', async () => {
    const pressed = () => it_.presses(nia, 'nomination accept', { nomination: it_.nomination });
    await goes(nia, 'yes');
    expect(await it_.store.db.selectFrom('nominations').select('state').execute()).toEqual([{ state: 'withdrawn' }]);
    expect(await said()).toContain('post nomination-answered');
    expect(await pressed()).toMatch(/isn't open to you/);
    expect(await standing(nia)).toBe('left member');
  });

  it('names the CoPs of who types it, and asks which where there are several', async () => {
    const choices = await it_.suggest(invocation(mo, 'membership leave', {}), 'cop', 'wou');
    expect(choices.map(one => one.label)).toEqual(['Wound Care']);
    expect(await it_.presses(mo, 'membership leave', {})).toMatch(/^Leave Wound Care\?/);
  });
});

describe('the papers of who goes', () => {
  it('pass to a facilitator where they saved them themselves', async () => {
    expect(await steward()).toBe(await idOf(mo));
    await goes(mo, 'yes');
    expect(await steward()).toBe(await idOf(amira));
    const [kept] = await it_.store.db.selectFrom('documents').select(['saved_by', 'shared_by', 'state']).execute();
    expect(kept).toEqual({ saved_by: await idOf(mo), shared_by: await idOf(mo), state: 'kept' });
  });

  it('pass to who saved them, where that is somebody else who is still in', async () => {
    await it_.presses(mo, 'document edit', { document: it_.document, title: 'Protocol', steward: nia.id });
    expect(await steward()).toBe(await idOf(nia));
    await goes(nia, 'yes');
    expect(await steward()).toBe(await idOf(mo));
  });

  it('pass on as well when they go by hand', async () => {
    await it_.happened({
      kind: 'left',
      id: 'left-mo',
      space: { platform: 'discord', workspace: 'here', id: 'space-1' },
      who: { platform: 'discord', workspace: 'here', id: mo.id, name: 'Mo' },
    });
    expect(await standing(mo)).toBe('left member');
    expect(await steward()).toBe(await idOf(amira));
  });

  it('they go once, however often it is told', async () => {
    const space = { platform: 'discord', workspace: 'here', id: 'space-1' } as const;
    const told = (kind: 'joined' | 'left', id: string) =>
      it_.happened({ kind, id, space, who: { platform: 'discord', workspace: 'here', id: mo.id, name: 'Mo' } });
    await told('left', 'left-mo');
    await told('joined', 'mo-is-back');
    await told('left', 'left-mo');
    expect(await standing(mo)).toBe('member member');
    await told('left', 'left-mo-again');
    await told('joined', 'mo-is-back');
    expect(await standing(mo)).toBe('left member');
  });

  it('wait for whoever looks after it next, where nobody does', async () => {
    await it_.presses(mo, 'document edit', { document: it_.document, title: 'Protocol', steward: amira.id });
    await it_.store.db
      .updateTable('documents')
      .set({ saved_by: await idOf(amira) })
      .execute();
    await goes(amira, 'as-the-last');
    expect(await steward()).toBe(await idOf(amira));
    expect(await it_.presses(sue, 'stand-in accept', { standIn: it_.standIn })).toMatch(/Mo/);
    expect(await standing(mo)).toBe('member facilitator');
    expect(await steward()).toBe(await idOf(mo));
  });
});

describe('taking somebody out', () => {
  it('tells them alone, with a reason that is not kept in plain words', async () => {
    const answer = await takesOut(mo.id, { words: 'You posted a patient’s name, twice' });
    expect(answer).toMatch(/@?Mo is no longer in Wound Care, and hears it from me privately/);
    expect(answer).toMatch(/ask to join again whenever they like/);
    expect(await standing(mo)).toBe('left member');
    expect(await steward()).toBe(await idOf(amira));
    const told = (await wishes()).filter(wish => wish.kind === 'post' && wish.message === 'membership-ended');
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toMatch(/patient/);
    const [wish] = told;
    const words = wish?.kind === 'post' ? wish.said?.words : undefined;
    expect(sealWith('test').open(words ?? '', await idOf(mo))).toBe('You posted a patient’s name, twice');
    expect((await said()).filter(one => /post (?!stand-in)/.test(one))).toEqual(['post membership-ended']);
    expect(await it_.presses(mo, 'join-request make', { cop: it_.cop })).toMatch(/Your request is with/);
  });

  it('may be not for now: they are told from when on they can ask, in the form and on the way', async () => {
    expect(await takesOut(mo.id, { again: 'month' })).toMatch(/can ask to join again from/);
    const form = await it_.form(invocation(mo, 'join-request make', { cop: it_.cop }));
    expect(JSON.stringify(form)).toMatch(/would rather you didn't join for now/);
    expect(await it_.presses(mo, 'join-request make', { cop: it_.cop })).toMatch(/You can ask again from/);
    const { now } = it_.bot.clock;
    it_.passes(Date.UTC(2026, 3, 2, 22, 59) - now()); // a minute before 3 April, as London has it
    expect(await it_.presses(mo, 'join-request make', { cop: it_.cop })).toMatch(/again from 2026-04-03/);
    it_.passes(60_000); // nine hours before it was a month
    expect(await it_.presses(mo, 'join-request make', { cop: it_.cop })).toMatch(/Your request is with/);
  });

  it('is over with that, once somebody lets them in all the same', async () => {
    await takesOut(mo.id, { again: 'year' });
    await it_.store.db.deleteFrom('effects').execute();
    await it_.happened({
      kind: 'joined',
      id: 'joined-mo',
      space: { platform: 'discord', workspace: 'here', id: 'space-1' },
      who: { platform: 'discord', workspace: 'here', id: mo.id, name: 'Mo' },
    });
    expect(await standing(mo)).toBe('member member');
    await goes(mo, 'yes');
    expect(await it_.presses(mo, 'join-request make', { cop: it_.cop })).toMatch(/Your request is with/);
  });

  it('says why somebody can not be taken out, and changes nothing', async () => {
    await facilitates(nia);
    for (const [person, why] of [
      ['', /Please choose who/],
      ['@nobody', /Please choose who/],
      [amira.id, /That's you/],
      ['u-robot', /That's a bot/],
      [al.id, /They aren't in this CoP/],
      [ivy.id, /They aren't in this CoP/],
      ['u-stranger', /They aren't in this CoP/],
      [nia.id, /They facilitate it with you/],
    ] as const)
      expect(await takesOut(person, { words: 'Because' })).toMatch(why);
    expect(await said()).toEqual([]);
    expect(await it_.presses(sam, 'membership remove', { cop: it_.cop, person: mo.id })).toMatch(/isn't open to you/);
    expect(await it_.presses(mo, 'membership remove', { cop: it_.cop, person: nia.id })).toMatch(
      /Only the facilitators/,
    );
  });
});
