/** A platform that says to wait: nobody asks the same meanwhile, nothing is given up for it, and what had begun isn't done twice. */
import { afterEach, expect, it } from 'vitest';
import { askIn, fillsIn, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, settled, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const send = { slack: 'chat.postMessage', discord: 'POST /channels/:id/messages' } as const;
const open = () =>
  it_.store.db
    .selectFrom('effects')
    .selectAll()
    .where('state', '<>', 'done')
    .where('due_at', '<', Date.now() + 24 * 3600_000)
    .execute();

it('on slack, who would ask the same waits as well, for as long as it was told', async () => {
  it_ = await stage('slack', { rateLimits: true });
  it_.playground.injects({ on: 'pins.add', does: { rateLimit: 2 } });
  await fillsIn(it_.person('Amira'));
  await fillsIn(it_.person('Ben'), { Name: 'Leg Ulcers' });
  await settled(it_.store, 40_000);
  const pins = it_.playground.traffic.filter(one => one.name === 'pins.add');
  expect(pins.map(one => one.status)).toEqual([429, ...Array.from({ length: 8 }, () => 200)]);
  const after = pins.map(one => one.at - (pins[0]?.at ?? 0));
  expect(after.filter(ms => ms < 2000).length).toBeLessThanOrEqual(3); // the no, and what was on its way before it was heard
  expect(after.at(-1)).toBeGreaterThanOrEqual(2000);
}, 60_000);

const makes = { slack: 'conversations.create', discord: 'POST /guilds/:id/channels' } as const;

it.each(platformNames)(
  'on %s, whoever starts reads by when all should be there, where that takes a while',
  async platform => {
    it_ = await stage(platform);
    const amira = it_.person('Amira');
    it_.playground.injects({ on: makes[platform], does: { rateLimit: 300 } });
    await fillsIn(amira);
    const name = platform === 'slack' ? 'Slack' : 'Discord';
    await amira.sees(
      new RegExp(`${name} lets me do only so much a minute, so this takes a little: all should be there by `),
    );
    await amira.sees(/You needn't wait here: I tell you once all is there\./);
  },
);

it('on slack, where many start, each reads how many are before them', async () => {
  it_ = await stage('slack', { rateLimits: true });
  const names = ['Amira', 'Ben', 'Dev', 'Joan'];
  for (const [n, one] of [...names, ...names, ...names].entries())
    await fillsIn(it_.person(one), { Name: `Circle ${n}` });
  await it_.person('Joan').sees(/and [2-9] others are before you: all should be there by /);
});

it.each([
  ['slack', 'Wed, 21 Oct 2015 07:28:00 GMT'],
  ['slack', 'soon'],
  ['discord', 'soon'],
] as const)(
  'on %s, a Retry-After of %s is a moment, and nobody gives up',
  async (platform, told) => {
    it_ = await stage(platform);
    it_.playground.injects({ on: send[platform], does: { rateLimit: told } });
    await startCop(it_.person('Amira'));
    await it_.settled();
    expect(await open()).toEqual([]);
  },
  60_000,
);

it.each(platformNames)(
  'on %s, having waited often and then failed once is no reason to give up',
  async platform => {
    it_ = await stage(platform);
    const amira = it_.person('Amira');
    it_.playground.injects({ on: send[platform], does: { rateLimit: 3 } });
    await fillsIn(amira);
    const waiting = async () => (await open()).find(one => one.error?.includes('rate-limited'));
    await it_.playground.until(async () => (await waiting()) !== undefined, 'an effect that waits');
    const held = await waiting();
    expect(held).toMatchObject({ state: 'waiting', attempts: 1, waits: 1, intended_at: null });
    it_.playground.injects({ on: send[platform], does: { status: 503 } });
    await it_.store.db
      .updateTable('effects')
      .set({ attempts: 300, waits: 300 })
      .where('id', '=', held?.id as never)
      .execute();
    await it_.settled();
    expect(await open()).toEqual([]);
  },
  60_000,
);

it('on slack, a file that was posted before it was told to wait is not posted again', async () => {
  it_ = await stage('slack');
  const amira = it_.person('Amira');
  await startCop(amira);
  await it_.settled();
  it_.playground.injects({ on: 'files.info', after: 1, does: { rateLimit: 1 } });
  await amira.types('/cop docs add', { in: 'cop-wound-care' });
  await amira.form();
  const body = Uint8Array.from({ length: 1000 }, (_, n) => n % 251);
  await amira.submits({ 'Or a file': { name: 'Protocol.pdf', type: 'application/pdf', body } });
  await it_.settled();
  expect(it_.playground.traffic.filter(one => one.name === 'files.info' && one.status === 429)).toHaveLength(1);
  expect((await amira.reads('cop-wound-care')).filter(one => one.files.length > 0)).toHaveLength(1);
  expect(await open()).toEqual([]);
}, 60_000);

it('on discord, somebody is brought into the thread that was made before it was told to wait', async () => {
  it_ = await stage('discord');
  const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
  await startCop(amira);
  await it_.settled();
  await amira.closesDirectMessages();
  it_.playground.injects({ on: 'PUT /channels/:id/thread-members/:id', does: { rateLimit: 2 } });
  await askIn(ben);
  await amira.sees(/Ben Okafor asks to join/);
  await it_.settled();
  const calls = (name: RegExp) => it_.playground.traffic.filter(one => name.test(one.name)).map(one => one.status);
  expect(calls(/^PUT .*thread-members/)).toEqual([429, 204]);
  expect(calls(/^POST \/channels\/:id\/threads$/)).toHaveLength(1);
}, 60_000);
