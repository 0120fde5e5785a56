/** A server that is away for a while, or doesn't answer: what was decided meanwhile is done when it is back, and what was done by hand is found. */
import { afterEach, expect, it, vi } from 'vitest';
import { movableClock } from '../support/clock.ts';
import { askIn, letsIn, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

it('lets in who was approved during an outage, once it is over', async () => {
  it_ = await stage('discord');
  const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
  await startCop(amira);
  await askIn(ben);
  await amira.sees(/asks to join/, { in: 'direct message' });
  await it_.settled();
  it_.playground.goesDown?.();
  it_.playground.clearTraffic();
  await amira.presses('Approve', { in: 'direct message' });
  await it_.playground.until(() => it_.playground.traffic.some(call => call.status === 503), 'a call in vain');
  it_.playground.comesBack?.();
  await ben.sees(/Please welcome/, { in: 'cop-wound-care' });
  expect(await amira.membersOf('cop-wound-care')).toContain('Ben Okafor');
}, 30_000);

const kept = async () =>
  (await it_.store.db.selectFrom('documents').select('title').where('pinned', '=', 1).execute()).map(one => one.title);
const isKept = (title: string) =>
  it_.playground.until(async () => (await kept()).includes(title), `${title} to be kept`);
const pinsCalls = { slack: 'pins.list', discord: 'GET /channels/:id/messages/pins' } as const;

it('finds, once a server is back, what was done there by hand while the bot had it no longer', async () => {
  it_ = await stage('discord');
  const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
  await startCop(amira);
  await letsIn(amira, ben);
  await it_.settled();
  it_.playground.goesDown?.(undefined, 'the bot');
  await ben.pins(await ben.posts('cop-wound-care', 'Our protocol https://example.org/x'));
  await joan.throwsOut('Ben Okafor', 'cop-wound-care');
  await joan.renames('cop-wound-care', 'cop-healing');
  it_.playground.clearTraffic();
  it_.playground.comesBack?.();
  await isKept('Our protocol');
  const cop = async () =>
    (await it_.store.db.selectFrom('cops').select('space_name').executeTakeFirstOrThrow()).space_name;
  await it_.playground.until(async () => (await cop()) === 'cop-healing', 'its name to be known');
  const left = () => it_.store.db.selectFrom('memberships').select('state').where('state', '=', 'left').execute();
  await it_.playground.until(async () => (await left()).length === 1, 'Ben to be out');
  expect(it_.playground.traffic.filter(one => one.name === pinsCalls.discord)).toHaveLength(1);
}, 30_000);

it('finds it too where the bot was started meanwhile', async () => {
  it_ = await stage('discord');
  const amira = it_.person('Amira');
  await startCop(amira);
  await it_.settled();
  await it_.away(async () => {
    it_.playground.goesDown?.(undefined, 'the bot');
    await amira.pins(await amira.posts('cop-wound-care', 'Our protocol https://example.org/x'));
    it_.playground.clearTraffic();
  });
  expect(it_.playground.traffic.filter(one => one.name === pinsCalls.discord)).toEqual([]); // nothing is asked in vain
  it_.playground.comesBack?.();
  await isKept('Our protocol');
}, 60_000);

it.each(platformNames)(
  'looks again, within the hour, at pins that %s did not tell',
  async platform => {
    const clock = movableClock();
    it_ = await stage(platform, { clock });
    const amira = it_.person('Amira');
    await startCop(amira);
    await it_.settled();
    const on = pinsCalls[platform];
    await it_.away(async () => {
      await amira.pins(await amira.posts('cop-wound-care', 'Our protocol https://example.org/x'));
      it_.playground.clearTraffic();
      it_.playground.injects({ on, times: 5, does: { status: 503 } });
    });
    const saysSo = () => it_.log.some(line => /could not be looked at/.test(JSON.stringify(line)));
    await vi.waitUntil(() => clock.passes(10_000) ?? saysSo(), { timeout: 20_000, interval: 200 });
    expect(it_.playground.traffic.filter(one => one.name === on)).toHaveLength(5);
    expect(await kept()).toEqual([]);
    clock.passes(3600_000);
    await isKept('Our protocol');
  },
  60_000,
);
