/** Which lanes are woken by what becomes of an effect: whatever waited for it goes on at once, and not when somebody looks again. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Claimed, settling } from '../../src/bot/outbox/settle.ts';
import { noWishes, wishing } from '../../src/bot/wishes.ts';
import { describeSpace } from '../../src/commands/effects.ts';
import type { Cop } from '../../src/domain/cop.ts';
import { type About, type Lane, lane } from '../../src/domain/effect.ts';
import type { CopId, EffectId, PersonId } from '../../src/domain/ids.ts';
import type { Work } from '../../src/jobs/jobs.ts';
import { PlatformError } from '../../src/platform/platform-error.ts';
import * as cops from '../../src/store/cops.ts';
import * as effects from '../../src/store/effects.ts';
import { newId } from '../../src/store/ids.ts';
import { callOff, retry } from '../../src/store/outbox-told.ts';
import { waitsForHelp } from '../../src/store/parked.ts';
import * as posts from '../../src/store/posts.ts';
import { type Village, village } from '../support/village.ts';

let it_: Village;
let cop: Cop;
let woken: Set<Lane>;
beforeEach(async () => {
  it_ = await village();
  await it_.store.db.deleteFrom('effects').execute();
  const { networkId } = (await effectless()) as { networkId: Cop['networkId'] };
  cop = (await cops.byId(it_.store.db, networkId, it_.cop as CopId)) as Cop;
  woken = new Set();
});
afterEach(() => it_.store.close());

const effectless = () =>
  it_.store.db
    .selectFrom('cops')
    .select('network_id as networkId')
    .where('id', '=', it_.cop as CopId)
    .executeTakeFirst();

const [one, two, three] = ['p1', 'p2', 'p3'].map(id => lane.person(id as PersonId)) as [Lane, Lane, Lane];

/** An effect; one elsewhere that needs it; and behind that one in a third lane what waits for the second by `order`. */
async function chain(order: 'needs' | 'follows'): Promise<Claimed> {
  const wishes = noWishes();
  const after = wishing(wishes, it_.bot.clock.now());
  const first = after(one, describeSpace(cop));
  const second = after(two, describeSpace(cop), { needs: [first] });
  after(three, describeSpace(cop), { [order]: [second] } as { needs?: EffectId[]; follows?: EffectId[] });
  after(three, describeSpace(cop));
  await it_.store.db.transaction().execute(tx => effects.add(tx, wishes.effects));
  return {
    ...(wishes.effects[0] as effects.StoredEffect),
    claimed: { hold: async () => {} } as unknown as Claimed['claimed'],
  };
}

const jobs = () => ({
  ...it_.bot.jobs,
  wake: async (_: unknown, work: readonly Work[]) => {
    for (const each of work) woken.add(each.lane as Lane);
  },
});

it.each(['needs', 'follows'] as const)('what %s something that is skipped with what failed goes on', async order => {
  const effect = await chain(order);
  await settling({ ...it_.bot, jobs: jobs() }).notDone(
    effect,
    cop,
    new PlatformError('gone', 'x', { whose: 'person' }),
  );
  expect([...woken]).toEqual(expect.arrayContaining([two, three]));
});

it.each(['needs', 'follows'] as const)(
  'what stands behind what %s something that is set aside with another goes on',
  async order => {
    const effect = await chain(order);
    await settling({ ...it_.bot, jobs: jobs() }).notDone(
      effect,
      cop,
      new PlatformError('forbidden', 'x', { whose: 'bot' }),
    );
    expect((await effects.openIn(it_.store.db, two, 9)).map(each => each.state)).toEqual(['parked']);
    expect([...woken]).toEqual(expect.arrayContaining([two, three]));
  },
);

it('what alone gets no answer for days, while others like it are done, is given up; for days of silence nothing is', async () => {
  const unheard = new PlatformError('unknown-outcome', 'fatal_error');
  const tried = { ...(await chain('needs')), attempts: 60 + 3 * 24 * 6 };
  const state = async () => (await effects.byId(it_.store.db, cop.networkId, tried.id))?.state;
  const notDone = () => settling({ ...it_.bot, jobs: jobs() }).notDone(tried, cop, unheard);
  await notDone();
  expect(await state()).toBe('parked');
  const wishes = noWishes();
  wishing(wishes, it_.bot.clock.now())(one, describeSpace(cop));
  await it_.store.db.transaction().execute(async tx => {
    await effects.add(tx, wishes.effects);
    await effects.settle(tx, wishes.effects, 'done', it_.bot.clock.now());
  });
  await notDone();
  expect(await state()).toBe('failed');
});

const forbidden = new PlatformError('forbidden', 'missing_scope', { whose: 'bot', needed: 'pins:write' });

/** As the store has it now. */
const asItIs = async ({ id, claimed }: Claimed): Promise<Claimed> => {
  const now = (await effects.byId(it_.store.db, cop.networkId, id)) as effects.StoredEffect;
  return { ...now, claimed };
};
const told = async () =>
  (await it_.store.db.selectFrom('effects').select('wish').where('kind', '=', 'post').execute()).filter(({ wish }) =>
    wish.includes('needs-a-hand'),
  ).length;

it.each([
  ['told to wait', new PlatformError('rate-limited', 'paced')],
  ['out of reach', new PlatformError('unreachable', 'ECONNRESET')],
  ['without an answer', new PlatformError('unknown-outcome', '503')],
])('who was told of trouble is not told again because it was %s meanwhile', async (_, between) => {
  const effect = await chain('needs');
  const { notDone } = settling(it_.bot);
  await notDone(effect, cop, forbidden);
  const once = await told();
  expect(once).toBeGreaterThan(0);
  await notDone(await asItIs(effect), cop, between);
  await notDone(await asItIs(effect), cop, forbidden);
  expect(await told()).toBe(once);
  await notDone(await asItIs(effect), cop, new PlatformError('forbidden', 'is_archived', { whose: 'bot' }));
  expect(await told()).toBe(2 * once);
});

it('nor because its token was not taken meanwhile', async () => {
  const effect = await chain('needs');
  const { notDone } = settling(it_.bot);
  await notDone(effect, cop, forbidden);
  const once = await told();
  const token = new PlatformError('unreachable', 'invalid_auth', { whose: 'bot' });
  await notDone({ ...(await asItIs(effect)), attempts: 6 }, cop, token);
  expect(await asItIs(effect)).toMatchObject({ state: 'parked', error: { code: 'missing_scope' } });
  await notDone(await asItIs(effect), cop, forbidden);
  expect(await told()).toBe(once);
});

/** As if somebody had got what was written to them of it. */
async function hasIt(effect: Claimed): Promise<About> {
  const { id } = await it_.store.db
    .selectFrom('effects')
    .select('id')
    .where('wish', 'like', '%needs-a-hand%')
    .executeTakeFirstOrThrow();
  const about = { kind: 'effect', id: effect.id } as const;
  const post = { effectId: id, workspace: cop.workspace, channelId: 'd1', messageId: 'm1', language: 'en' } as const;
  await it_.store.db.transaction().execute(tx => posts.add(tx, cop.networkId, post, 'needs-a-hand', about));
  return about;
}
const follows = async () => (await effects.openIn(it_.store.db, one, 9)).map(each => each.wish);

it.each([
  ['tried again', [retry]],
  ['called off, and tried again', [callOff, retry]],
] as const)('who was told hears that it is done, though whoever runs the bot had it %s', async (_, typed) => {
  const effect = await chain('needs');
  const { notDone, done } = settling(it_.bot);
  await notDone(effect, cop, forbidden);
  const about = await hasIt(effect);
  const once = await told();
  for (const type of typed) await it_.store.db.transaction().execute(tx => type(tx, effect.id, it_.bot.clock.now()));
  await done(await asItIs(effect), async () => {});
  expect(await follows()).toContainEqual(expect.objectContaining({ kind: 'revise', message: 'needs-a-hand', about }));
  expect(await told()).toBe(once);
});

it('who was told that it goes on by itself reads that it is given up', async () => {
  const effect = await chain('needs');
  const { notDone } = settling(it_.bot);
  await notDone(effect, cop, forbidden);
  const about = await hasIt(effect);
  await notDone(await asItIs(effect), cop, new PlatformError('gone', 'user_not_found', { whose: 'person' }));
  expect(await follows()).toContainEqual(expect.objectContaining({ kind: 'revise', message: 'needs-a-hand', about }));
});

it('nothing is given up, nor anybody told, because a platform was out of reach for however long', async () => {
  const effect = await chain('needs');
  const { notDone, done } = settling(it_.bot);
  const onFailure = { command: 'join-request not-admitted', options: { request: it_.request } } as never;
  const network = new PlatformError('unreachable', 'ECONNREFUSED');
  await notDone({ ...effect, attempts: 59, onFailure }, cop, network);
  const now = it_.bot.clock.now();
  expect(await asItIs(effect)).toMatchObject({ state: 'parked', dueAt: now + 600_000 });
  expect((await effects.openIn(it_.store.db, two, 9)).map(each => each.state)).toEqual(['parked']);
  expect(await told()).toBe(0);
  expect(await waitsForHelp(it_.store.db, cop.networkId, cop.id)).toBe(false);
  await done(await asItIs(effect), async () => {});
  expect((await effects.openIn(it_.store.db, two, 9)).map(each => each.state)).toEqual(['waiting']);
  expect((await effects.byId(it_.store.db, cop.networkId, effect.id))?.state).toBe('done');
});

it('what was to follow about something that is not there any more is let go, and the lane goes on', async () => {
  const effect = await chain('needs');
  const onFailure = { command: 'join-request not-admitted', options: { request: newId(1) } } as never;
  await settling(it_.bot).notDone({ ...effect, onFailure }, cop, new PlatformError('gone', 'x', { whose: 'person' }));
  expect((await asItIs(effect)).state).toBe('failed');
});
