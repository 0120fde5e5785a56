/** What is counted of a bot that people use on either platform: enough to see how it does, and nothing of anybody. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import about from '../../package.json' with { type: 'json' };
import { commands } from '../../src/commands/index.ts';
import { openStore } from '../../src/store/engine.ts';
import { timeOf } from '../../src/store/ids.ts';
import { counting, startMetrics } from '../../src/web/metrics.ts';
import { startWeb, type Web } from '../../src/web/serve.ts';
import { askIn, fillsIn, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage | undefined;
let web: Web | undefined;
afterEach(async () => {
  await web?.stop();
  await it_?.stop();
  [it_, web] = [undefined, undefined];
});

const read = async (path = '/metrics') => fetch(`http://127.0.0.1:${web?.port}${path}`);
const scraped = async () => (await read()).text();
const countOf = (said: string, series: string): number => {
  const line = said.split('\n').find(one => one.startsWith(`${series} `));
  return Number(line?.slice(series.length + 1) ?? Number.NaN);
};

const send = { slack: 'chat.postMessage', discord: 'POST /channels/:id/messages' } as const;
const create = { slack: 'conversations.create', discord: 'POST /guilds/:id/channels' } as const;

it.each(platformNames)('on %s: presses, answers, calls, 429s, reconnects, the database', async platform => {
  it_ = await stage(platform);
  web = await startMetrics(it_.store, 0, [{ name: platform, standing: () => ({ state: 'ok', since: Date.now() }) }]);
  const { playground } = it_;
  const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
  playground.injects({ on: send[platform], after: 1, does: { rateLimit: 0.3 } });
  await startCop(amira);
  await askIn(ben, 'planted words of Ben');
  await amira.presses('Approve', { in: 'direct message' });
  await it_.settled();
  playground.dropsSockets();
  await playground.until(() => !playground.connected(), 'the connection to be cut').catch(() => {});
  await playground.until(() => playground.connected(), 'the bot to come back');
  await amira.types('/cop home', { in: 'general' });
  await amira.sees(/This week/);

  const said = await scraped();
  const value = (series: string) => countOf(said, series);
  expect(value('copbot_presses_total{command="cop start",outcome="form"}')).toBeGreaterThan(0);
  expect(value('copbot_presses_total{command="cop start",outcome="done"}')).toBe(1);
  expect(value('copbot_presses_total{command="join-request approve",outcome="done"}')).toBe(1);
  for (const surface of ['slash', 'form', 'button'])
    expect(value(`copbot_acknowledgement_seconds_count{platform="${platform}",surface="${surface}"}`)).toBeGreaterThan(
      0,
    );
  const calls = (outcome: string) =>
    value(`copbot_platform_call_seconds_count{platform="${platform}",method="${send[platform]}",outcome="${outcome}"}`);
  expect(calls('ok')).toBeGreaterThan(2);
  expect(calls('rate-limited')).toBe(1);
  expect(value(`copbot_effects_total{kind="open-space",state="done"}`)).toBe(1);
  expect(value(`copbot_reconnects_total{platform="${platform}"}`)).toBe(1);
  expect(value('copbot_database_seconds_count{statement="select",ok="true"}')).toBeGreaterThan(10);
  expect(value('copbot_database_answers')).toBe(1);
  expect(value(`copbot_platform_connected{platform="${platform}"}`)).toBe(1);
  expect(value('process_resident_memory_bytes')).toBeGreaterThan(0);

  const people = await it_.store.db.selectFrom('persons').select(['id', 'name']).execute();
  const accounts = await it_.store.db.selectFrom('accounts').selectAll().execute();
  const cops = await it_.store.db.selectFrom('cops').select(['id', 'space_id', 'space_name']).execute();
  const planted = [
    'Wound Care',
    'Healing',
    'planted words',
    ...[...people, ...accounts, ...cops].flatMap(Object.values),
  ];
  for (const words of planted.filter(
    one => typeof one === 'string' && one.length > 3 && !/^(slack|discord)$/.test(one),
  ))
    expect(said, words).not.toContain(words);
  for (const [, label] of said.matchAll(/="([^"]*)"/g)) expect(label).not.toMatch(/xox|xapp|\d{16,}/);
});

it.each(platformNames)('on %s: what waits, for how long, and why it is parked', async platform => {
  it_ = await stage(platform);
  web = await startMetrics(it_.store, 0, []);
  it_.playground.injects({
    on: create[platform],
    times: 9,
    does: { refuse: platform === 'slack' ? 'restricted_action' : '50013' },
  });
  await fillsIn(it_.person('Amira'));
  await it_.person('Amira').sees(/I couldn't make its private channel/);
  await it_.settled();
  const said = await scraped();
  const parked = said.split('\n').filter(line => line.startsWith('copbot_effects_parked{'));
  expect(parked.join('\n')).toMatch(/reason="forbidden"\} 1$/m);
  expect(parked.join('\n')).toMatch(/reason="needs-another"\} \d+$/m);
  expect(countOf(said, `copbot_effects_open{platform="${platform}",state="parked"}`)).toBeGreaterThan(1);
  expect(countOf(said, 'copbot_effects_oldest_seconds')).toBe(0); // what waits for somebody is none of the others' delay
});

it('has no more series than the code has names, whatever people send', async () => {
  it_ = await stage('discord');
  web = await startMetrics(it_.store, 0, []);
  const { tell } = await import('../../src/platform/figures.ts');
  const { methodOf } = await import('../../src/adapters/discord/buckets.ts');
  for (const n of Array.from({ length: 300 }, (_, i) => i)) {
    const method = methodOf('POST', `/interactions/${10n ** 17n + BigInt(n)}/a-token-${n}/callback?with=${n}`);
    tell('called', { platform: 'discord', method, outcome: 'ok', ms: 1 });
    await it_.happened({ kind: 'returned', platform: 'discord' });
  }
  const methods = new Set([...(await scraped()).matchAll(/method="([^"]+)"/g)].map(one => one[1]));
  expect([...methods].filter(one => one?.includes('interactions'))).toEqual(['POST /interactions/:id/:id/callback']);
  const known = new Set([...commands.map(one => one.name), 'unknown']);
  const named = [...(await scraped()).matchAll(/command="([^"]+)"/g)].map(one => one[1] ?? '');
  expect(named.filter(one => !known.has(one))).toEqual([]);
});

it('is what docs/operating.md names, each of it; and what has lasted is told in seconds, of what is tried later as well', async () => {
  it_ = await stage('slack');
  const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
  await startCop(amira);
  await it_.settled();
  it_.playground.injects({ on: send.slack, times: 99, does: { rateLimit: 600 } });
  await askIn(ben);
  const open = it_.store.db.selectFrom('effects').select(['id', 'error']).where('settled_at', 'is', null);
  const isPutOff = async () =>
    (await open.execute()).every(one => one.error !== null) && (await open.execute()).length === 1;
  await it_.playground.until(isPutOff, 'all that is open to be put off');
  const { id } = await open.executeTakeFirstOrThrow();
  const now = timeOf(id) + 120_000; // tests before this one may have had other clocks, and ids are never earlier than the last
  await it_.store.db
    .updateTable('effects')
    .set({ due_at: now + 480_000 })
    .where('id', '=', id)
    .execute();

  const standing = () => ({ state: 'reconnecting', since: now - 210_000 }) as const;
  const counts = counting(it_.store, [{ name: 'slack', standing }], () => now);
  const said = await counts.said();
  counts.stop();
  expect(countOf(said, `copbot_info{version="${about.version}"}`)).toBe(1);
  expect(countOf(said, 'copbot_platform_connected{platform="slack"}')).toBe(0);
  expect(countOf(said, 'copbot_platform_standing_seconds{platform="slack"}')).toBe(210);
  expect(countOf(said, 'copbot_effects_oldest_seconds')).toBe(120);
  expect(countOf(said, 'copbot_effects_open{platform="slack",state="waiting"}')).toBe(1);
  const told = new Set([...said.matchAll(/^# TYPE (copbot_\w+)/gm)].map(one => one[1]));
  const words = readFileSync(path.join(import.meta.dirname, '../../docs/operating.md'), 'utf8');
  const named = new Set([...words.matchAll(/`(copbot_\w+)`/g)].map(one => one[1]));
  expect([...told].toSorted()).toEqual([...named].toSorted());
});

it('stands apart from what everybody may read, and goes on while the database is away', async () => {
  const store = await openStore('sqlite::memory:');
  web = await startMetrics(store, 0, []);
  const open = await startWeb(store, 0);
  expect((await fetch(`http://127.0.0.1:${open.port}/metrics`)).status).toBe(404);
  await open.stop();
  await store.close();
  const answer = await read();
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
  const said = await answer.text();
  expect(countOf(said, 'copbot_database_answers')).toBe(0);
  expect(said).toContain('process_cpu_seconds_total');
  expect((await read('/healthz')).status).toBe(200);
  expect((await read('/readyz')).status).toBe(503);
  expect((await read('/c/anything')).status).toBe(404);
});
