import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JoinRequestId } from '../../src/domain/ids.ts';
import * as posts from '../../src/store/posts.ts';
import { invocation } from '../support/desk.ts';
import { al, amira, mo, nia, sam, type Village, village, yan } from '../support/village.ts';
import { answerWords } from '../support/words.ts';

let it_: Village;
beforeEach(async () => {
  it_ = await village();
});
afterEach(() => it_.store.close());

const requests = () =>
  it_.store.db.selectFrom('join_requests').selectAll().orderBy('created_at').orderBy('id').execute();
const wished = async (kind: string) =>
  (
    await it_.store.db
      .selectFrom('effects')
      .selectAll()
      .where('kind', '=', kind as never)
      .execute()
  ).map(effect => JSON.parse(effect.wish));
const approve = (who = amira, more = {}) => it_.presses(who, 'join-request approve', { request: it_.request }, more);

describe('asking in', () => {
  it('is told to every facilitator, once each', async () => {
    await it_.presses(nia, 'nomination accept', { nomination: it_.nomination });
    await it_.store.db
      .updateTable('memberships')
      .set({ role: 'facilitator' })
      .where('cop_id', '=', it_.cop as never)
      .execute();
    await it_.store.db.deleteFrom('effects').execute();
    expect(await it_.presses(sam, 'join-request make', { cop: it_.cop, words: 'Hello' })).toMatch(
      /^Your request is with the facilitators/,
    );
    expect((await wished('post')).map(wish => wish.message)).toEqual(['join-request', 'join-request', 'join-request']);
  });

  it('twice says how the first stands, and offers to take it back', async () => {
    expect(await it_.presses(al, 'join-request make', { cop: it_.cop })).toMatch(
      /You asked to join Wound Care \(2026-03-03\).*\n\[Withdraw the request\]/,
    );
    expect(await requests()).toHaveLength(1);
  });

  it('is told so where one is in already, before a word is written', async () => {
    const opened = await it_.form(invocation(mo, 'join-request make', { cop: it_.cop }));
    expect('say' in opened && answerWords({ say: opened.say, shows: 'person' })).toMatch(
      /You are in Wound Care already: #cop-1/,
    );
  });

  it('finds a CoP by its name, however it is written', async () => {
    expect(await it_.presses(sam, 'join-request make', { cop: 'wöund CARE' })).toMatch(/^Your request/);
  });

  it('finds a CoP by a part of its name where only one is meant', async () => {
    expect(await it_.presses(sam, 'join-request make', { cop: 'anoth' })).toMatch(/^Your request/);
  });

  it('offers what is near where nothing is called so', async () => {
    expect(await it_.presses(sam, 'join-request make', { cop: 'wound healing circle' })).toMatch(
      /no CoP called exactly “wound healing circle”. One of these\?\nWound Care/,
    );
    expect(await it_.presses(sam, 'join-request make', { cop: '%' })).toMatch(/no CoP called “%”/);
  });

  it('suggests while typing, from this network only', async () => {
    const suggested = await it_.suggest(invocation(sam, 'join-request make'), 'cop', 'wou');
    expect(suggested).toEqual([{ value: it_.cop, label: 'Wound Care' }]);
  });

  it('is possible again after a no', async () => {
    await it_.presses(amira, 'join-request decline', { request: it_.request, reason: 'Full this term' });
    expect(await it_.presses(al, 'join-request make', { cop: it_.cop })).toMatch(/^Your request is with/);
    expect((await requests()).map(request => request.state)).toEqual(['declined', 'pending']);
  });

  it('shows how it stands at home, and what waits for whom', async () => {
    expect(await it_.presses(al, 'home show')).toMatch(
      /Wound Care: asked \(2026-03-03\), waiting for an answer \[Withdraw the request\]/,
    );
    expect(await it_.presses(amira, 'home show')).toMatch(
      /@Al asks to join Wound Care: “I run a clinic” \[Approve\] \[Talk first\] \[Decline…\]/,
    );
    expect(await it_.presses(yan, 'home show')).not.toMatch(/Al|clinic/);
    await it_.presses(amira, 'join-request decline', { request: it_.request, reason: 'Full this term' });
    expect(await it_.presses(al, 'home show')).toMatch(/not this time \(“Full this term”\). You may ask again/);
  });
});

describe('approving', () => {
  it('admits, welcomes in the space and privately, and brings every other copy up to date', async () => {
    expect(await approve()).toBe(
      '@Al asks to join Wound Care.\nI run a clinic\nYou said yes (2026-03-03), and Al is being let in.',
    );
    expect(await requests()).toMatchObject([{ state: 'approved', version: 2 }]);
    const al_ = (await requests())[0]?.person_id;
    expect(
      await it_.store.db
        .selectFrom('memberships')
        .selectAll()
        .where('person_id', '=', al_ as never)
        .execute(),
    ).toMatchObject([{ state: 'joining', role: 'member' }]);
    expect(await wished('admit')).toMatchObject([{ people: [al_] }]);
    expect((await wished('post')).map(wish => [wish.message, wish.to === al_ ? 'privately' : wish.to])).toEqual([
      ['please-welcome', 'space'],
      ['join-request-admitted', 'privately'],
    ]);
    expect(await wished('revise')).toHaveLength(1);
  });

  it('leaves out the copy that the answer draws anew', async () => {
    await approve(amira, { on: { channel: { platform: 'discord', workspace: 'here', id: 'dm' }, id: '7' } });
    expect(await wished('revise')).toMatchObject([
      { except: { channel: 'dm', id: '7' } },
      { only: { channel: 'dm', id: '7' } }, // once the applicant is in
    ]);
  });

  it('works from a direct message, which tells no server', async () => {
    expect(await approve({ id: amira.id, name: 'Amira' })).toMatch(/You said yes/);
  });

  it('twice has one effect, and says who decided and when', async () => {
    await approve();
    expect(await approve()).toMatch(/answered with a yes \(2026-03-03\)/);
    expect(await wished('admit')).toHaveLength(1);
  });

  it('at once by two facilitators has one winner', async () => {
    await it_.store.db.updateTable('memberships').set({ role: 'facilitator' }).execute();
    const answers = await Promise.all([approve(amira), approve(mo), approve(nia)]);
    expect(answers.filter(words => /said yes/.test(words))).toHaveLength(1);
    expect(answers.filter(words => /answered with a/.test(words))).toHaveLength(2);
    expect(await wished('admit')).toHaveLength(1);
  });

  it('draws a card anew that still offers what was decided', async () => {
    await approve();
    await it_.store.db.deleteFrom('effects').where('kind', '=', 'revise').execute();
    const { id, network_id, workspace_id } = await it_.store.db
      .selectFrom('effects')
      .select(['id', 'network_id', 'workspace_id'])
      .executeTakeFirstOrThrow();
    const copy = { effectId: id, workspace: workspace_id, channelId: 'dm', messageId: '7' };
    const about = { kind: 'join-request', id: it_.request as JoinRequestId } as const;
    await it_.store.db
      .transaction()
      .execute(tx => posts.add(tx, network_id, { ...copy, language: 'en' }, 'join-request', about));
    await approve(amira, { on: { channel: { platform: 'discord', workspace: 'here', id: 'dm' }, id: '7' } });
    expect(await wished('revise')).toMatchObject([{ message: 'join-request', only: { channel: 'dm', id: '7' } }]);
  });

  it('finds a request taken back closed', async () => {
    await it_.presses(al, 'join-request withdraw', { request: it_.request });
    expect(await approve()).toMatch(/taken back, so there's nothing left/);
    expect(await wished('admit')).toHaveLength(0);
  });
});

describe('declining', () => {
  it('asks for a kind word, and tells exactly that', async () => {
    const opened = await it_.form(invocation(amira, 'join-request decline', { request: it_.request }));
    expect(opened).toMatchObject({ show: { title: 'Decline the request' } });
    expect(
      await it_.presses(amira, 'join-request decline', { request: it_.request, reason: ' Full  this term ' }),
    ).toMatch(/You said no \(2026-03-03\): “Full this term”/);
    expect((await wished('post')).map(wish => wish.message)).toEqual(['join-request-declined']);
  });

  it('opens no form for what is decided', async () => {
    await approve();
    const opened = await it_.form(invocation(amira, 'join-request decline', { request: it_.request }));
    expect('say' in opened).toBe(true);
  });
});

it('brings what is asked of a CoP to somebody let in by hand: they are a member, and their request is settled', async () => {
  const who = { platform: 'discord' as const, workspace: 'here', id: al.id, name: 'Al' };
  await it_.happened({
    kind: 'joined',
    id: 'e9',
    space: { platform: 'discord', workspace: 'here', id: 'space-1' },
    who,
  });
  expect(await requests()).toMatchObject([{ state: 'approved', decided_by: null }]);
  expect(await wished('revise')).toHaveLength(1);
  expect(await it_.presses(al, 'document find')).toMatch(/Dressing protocol/);
  await it_.happened({
    kind: 'left',
    id: 'e10',
    space: { platform: 'discord', workspace: 'here', id: 'space-1' },
    who,
  });
  expect(await it_.presses(al, 'document find', { cop: it_.cop })).toMatch(/Only the members/);
});

it('takes what it did itself for an echo while it is still at it', async () => {
  await approve();
  const who = { platform: 'discord' as const, workspace: 'here', id: al.id, name: 'Al' };
  await it_.happened({
    kind: 'joined',
    id: 'e11',
    space: { platform: 'discord', workspace: 'here', id: 'space-1' },
    who,
  });
  expect(
    await it_.store.db.selectFrom('memberships').selectAll().where('state', '=', 'joining').execute(),
  ).toHaveLength(1);
});

it.each([
  ['cop start', sam, () => ({ name: 'New', domain: 'x', facilitator: mo.id })],
  ['nomination accept', nia, () => ({ nomination: it_.nomination })],
  ['join-request approve', amira, () => ({ request: it_.request })],
  ['join-request decline', amira, () => ({ request: it_.request, reason: 'x' })],
  ['join-request withdraw', al, () => ({ request: it_.request })],
  ['join-request make', al, () => ({ cop: it_.otherCop })],
  ['cop find', sam, () => ({ words: 'wound' })],
  ['document find', mo, () => ({ words: 'protocol' })],
  ['home show', amira, () => ({})],
] as const)('%s takes at most 8 statements', async (command, who, options) => {
  await it_.presses(who, 'home show'); // known by now
  it_.statements.length = 0;
  await it_.presses(who, command, options());
  expect(it_.statements.filter(sql => !/^(begin|commit)/.test(sql)).length).toBeLessThanOrEqual(8);
});

it('an approval in a direct message, which tells no server, takes no more than that either', async () => {
  it_.statements.length = 0;
  expect(
    await it_.presses({ ...amira, workspace: undefined }, 'join-request approve', { request: it_.request }),
  ).toMatch(/said yes/);
  expect(it_.statements.filter(sql => !/^(begin|commit)/.test(sql)).length).toBeLessThanOrEqual(8);
});
