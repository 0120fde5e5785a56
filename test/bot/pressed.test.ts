/** Every command that is answered on the pressed card leaves what draws it, should the answer be lost; and a press is kept in time or not at all. */
import { afterEach, expect, it } from 'vitest';
import { dispatching } from '../../src/bot/press/dispatch.ts';
import { commands } from '../../src/commands/index.ts';
import * as posts from '../../src/store/posts.ts';
import { invocation } from '../support/desk.ts';
import { al, amira, ivy, mo, nia, sue, type Village, village } from '../support/village.ts';
import { answerWords } from '../support/words.ts';

let its: Village;
afterEach(() => its.store.close());

type Press = readonly [typeof amira, (it: Village) => Record<string, string>];
const document: Press = [amira, it => ({ document: it.document })];
const conversation: Press = [sue, it => ({ conversation: it.conversation })];
const cop: Press = [amira, it => ({ cop: it.cop })];

/** Some answer only after something else was pressed; that is not about them. */
const presses: Readonly<Record<string, Press>> = {
  'join-request approve': [amira, it => ({ request: it.request })],
  'join-request decline': [amira, it => ({ request: it.request })],
  'join-request withdraw': [al, it => ({ request: it.request })],
  'nomination accept': [nia, it => ({ nomination: it.nomination })],
  'nomination decline': [nia, it => ({ nomination: it.nomination })],
  'nomination withdraw': [amira, it => ({ nomination: it.nomination })],
  'invitation accept': [ivy, it => ({ invitation: it.invitation })],
  'invitation decline': [ivy, it => ({ invitation: it.invitation })],
  'first-conversation take': conversation,
  'first-conversation note': [sue, it => ({ conversation: it.conversation, notes: 'Three clinics' })],
  'first-conversation finish': conversation,
  'first-conversation post-again': conversation,
  'role go-on': [mo, it => ({ carried: it.carried })],
  'role step-back': [mo, it => ({ carried: it.carried })],
  'role accept': [nia, it => ({ suggestion: it.suggestion })],
  'role decline': [nia, it => ({ suggestion: it.suggestion })],
  'role withdraw': [amira, it => ({ suggestion: it.suggestion })],
  'document pin': document,
  'document unpin': document,
  'document keep': [mo, it => ({ document: it.document, title: 'Protocol' })],
  'document let-go': [mo, it => ({ document: it.document })],
  'document remove': document,
  'document retitle': [amira, it => ({ document: it.document, title: 'Dressings' })],
  'document reviewed': document,
  'document offers': [amira, it => ({ ...cop[1](it), ask: 'yes' })],
  'difference put-back': [amira, it => ({ difference: it.difference })],
  'difference right': [amira, it => ({ difference: it.difference })],
  'membership go': [mo, it => ({ ...cop[1](it), sure: 'yes' })],
  'facilitator step-down': [amira, it => ({ ...cop[1](it), sure: 'members' })],
  'meeting take-part': [amira, it => ({ meeting: it.meeting, part: 'write' })],
  'meeting lay-down': [amira, it => ({ meeting: it.meeting, part: 'write' })],
  'stand-in accept': [sue, it => ({ standIn: it.standIn })],
  'stand-in decline': [sue, it => ({ standIn: it.standIn })],
};
/** They read only, leave nothing to be drawn later, or go on from what others of this list have made. */
const others = [
  'person forget',
  'join-request look-back',
  'stand-in ask',
  'stand-in step-in',
  'document open',
  'document page',
  'document send-file',
  'document restore',
  'first-conversation not-yet',
  'first-conversation go-ahead',
  'first-conversation start',
  'first-conversation withdraw',
  'first-conversation draft',
  'first-conversation use-draft',
  'newcomer found',
  'newcomer not-yet',
  'newcomer change-hello',
  'newcomer post-hello',
  'nomination go-on',
  'cop rebuild',
  'cop keep',
  'cop change-rest',
  'cop end-rest',
  'closing call-off',
  'closing change',
  'closing go-on',
  'closing space',
  'meeting redraft',
  'meeting offer',
  'meeting post',
  'meeting drop',
  'promise done',
  'promise undone',
];

const on = { channel: { platform: 'discord', workspace: 'here', id: 'dm-1' }, id: 'card-1' } as const;
const panel = { platform: 'discord', token: '{"application":"a","token":"secret"}', expiresAt: 9e15 } as const;
const effects = (kind: 'redraw' | 'revise') =>
  its.store.db.selectFrom('effects').selectAll().where('kind', '=', kind).execute();

it('knows every command that answers on the card', async () => {
  its = await village();
  const all = commands.filter(one => one.answers === 'on-the-card').map(one => one.name);
  expect([...Object.keys(presses), ...others].sort()).toEqual(all.sort());
});

it.each(Object.keys(presses))('%s', async name => {
  its = await village();
  const [who, options] = presses[name] as Press;
  const press = (more: object) => its.invoke(invocation(who, name, options(its), more));
  const answer = await press({ on });
  expect(answer).toMatchObject({ shows: 'card' });
  expect(await effects('redraw')).toMatchObject([{ state: 'waiting', due_at: its.bot.clock.now() + 5000 }]);
  expect((await effects('redraw'))[0]?.wish).toContain('"on":{"channel":"dm-1","id":"card-1"}');
  if ('say' in answer) await answer.stands?.();
  expect(await effects('redraw')).toMatchObject([{ state: 'done', wish: expect.not.stringContaining('"card"') }]);
});

it('a private card is reached by its own address, which is sealed and then forgotten', async () => {
  its = await village();
  const answer = await its.invoke(invocation(amira, 'document pin', { document: its.document }, { panel }));
  expect((await effects('redraw'))[0]?.wish).toMatch(/"reply":/);
  expect((await effects('redraw'))[0]?.wish).not.toMatch(/secret|Dressing/);
  if ('say' in answer) await answer.stands?.();
  expect((await effects('redraw'))[0]?.wish).not.toMatch(/"reply":/);
});

it.each([
  ['invoke', 'nomination withdraw', 'nomination-unanswered', 'nomination'],
  ['form', 'join-request decline', 'join-request-reminder', 'join-request'],
] as const)('a card that is out of date is drawn as what it is (%s)', async (way, name, message, kind) => {
  its = await village();
  await its.presses(nia, 'nomination decline', { nomination: its.nomination });
  await its.presses(amira, 'join-request approve', { request: its.request });
  const { db } = its.store;
  const { id, network_id } = await db.selectFrom('effects').select(['id', 'network_id']).executeTakeFirstOrThrow();
  await db.deleteFrom('effects').where('id', '<>', id).execute();
  const about = { kind, id: kind === 'nomination' ? its.nomination : its.request } as never;
  const post = { effectId: id, workspace: 'discord:here' as never, channelId: 'dm-1', messageId: 'card-1' } as const;
  await db.transaction().execute(tx => posts.add(tx, network_id, { ...post, language: 'en' }, message, about));
  await its[way](invocation(amira, name, { nomination: its.nomination, request: its.request }, { on }));
  const wishes = (await effects('revise')).map(one => JSON.parse(one.wish));
  expect(wishes.filter(wish => wish.only)).toMatchObject([{ message, about, only: { channel: 'dm-1', id: 'card-1' } }]);
});

it.each([
  ['two seconds', undefined, 2000],
  ['what is left of them, where who pressed has waited already', 1200, 800],
  ['a moment, where nothing is left of them', 2400, 400],
])('a press has %s to be kept', async (_what, waited, left) => {
  its = await village();
  const { clock } = its.bot;
  const rings: number[] = [];
  const at = (time: number, callback: () => void) => {
    rings.push(time - clock.now());
    return clock.at(time, callback);
  };
  const { invoke } = dispatching({ ...its.bot, clock: { now: clock.now, at } });
  const press = invocation(amira, 'join-request approve', { request: its.request }, { on });
  await invoke({ ...press, ...(waited !== undefined && { waited }) });
  expect(rings[0]).toBe(left);
});

it('a press that can not be kept in time is refused in words, and surely not kept', async () => {
  its = await village();
  let late = () => {};
  const at = (_time: number, callback: () => void) => {
    late = callback;
    return () => {};
  };
  const clock = { now: its.bot.clock.now, at };
  const { invoke } = dispatching({ ...its.bot, clock });
  const press = invocation(amira, 'join-request approve', { request: its.request }, { on });
  await its.store.db.transaction().execute(async () => {
    const answering = invoke(press);
    late();
    expect(answerWords(await answering)).toMatch(/too busy to keep that right now, so nothing was changed/);
  });
  const state = () => its.store.db.selectFrom('join_requests').select('state').executeTakeFirst();
  expect(await state()).toEqual({ state: 'pending' });
  await invoke(press);
  expect(await state()).toEqual({ state: 'approved' });
});
