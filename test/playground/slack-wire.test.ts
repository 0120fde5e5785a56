/** The playground's Slack at the wire: sockets, retries, time, faults, rate limits, response_urls. */
import { LogLevel, webApi } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { SlackOptions, SlackPlayground } from '../../playground/slack/index.ts';
import { startSlack } from '../../playground/slack/index.ts';

const { WebClient } = webApi;

let slack: SlackPlayground;
let now = Date.UTC(2026, 10, 1);
const sockets: WebSocket[] = [];

async function start(options: Partial<SlackOptions> = {}): Promise<webApi.WebClient> {
  slack = await startSlack({
    workspaces: [{ name: 'Clinic', people: [{ name: 'Amira Haddad' }, { name: 'Ben Okafor' }] }],
    now: () => now,
    ackMs: 80,
    patienceMs: 2000,
    retriesAfterMs: [0, 0, 0],
    ...options,
  } as SlackOptions);
  return new WebClient(slack.botToken(), {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 300,
    logLevel: LogLevel.ERROR,
  });
}

let client: webApi.WebClient;
beforeEach(async () => {
  client = await start();
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await slack.stop();
});

// biome-ignore lint/suspicious/noExplicitAny: envelopes of every kind
type Envelope = any;

/** A bare Socket Mode connection: keeps what it gets, answers only when told. */
async function connect(): Promise<{ got: Envelope[]; ack: (id: string, payload?: object) => void; url: string }> {
  const { url } = (await new WebClient(slack.appToken, { slackApiUrl: slack.apiUrl }).apps.connections.open({})) as {
    url: string;
  };
  const socket = new WebSocket(url);
  sockets.push(socket);
  const got: Envelope[] = [];
  socket.on('message', data => got.push(JSON.parse(String(data))));
  await slack.until(() => got[0]?.type === 'hello', 'hello');
  return { got, url, ack: (envelope_id, payload) => socket.send(JSON.stringify({ envelope_id, payload })) };
}

const slash = async (line: { got: Envelope[]; ack: (id: string, payload?: object) => void }): Promise<Envelope> => {
  const before = line.got.length;
  const typed = slack.person('Amira Haddad').types('/cop');
  const envelope = await slack.until(
    () => line.got.slice(before).find(e => e.type === 'slash_commands'),
    'the command',
  );
  line.ack(envelope.envelope_id);
  await typed;
  return envelope.payload;
};

const modal = {
  type: 'modal' as const,
  title: { type: 'plain_text' as const, text: 'T' },
  blocks: [{ type: 'divider' }],
};

test('an event that nobody acknowledges comes three more times', async () => {
  const { got, ack } = await connect();
  await client.conversations.create({ name: 'ours', is_private: true });
  const joined = () => got.filter(e => e.payload?.event?.type === 'member_joined_channel');
  await slack.until(() => joined().length === 4, 'four deliveries');
  expect(joined().map(e => [e.retry_attempt, e.retry_reason])).toEqual([
    [0, ''],
    [1, 'timeout'],
    [2, 'timeout'],
    [3, 'timeout'],
  ]);
  expect(new Set(joined().map(e => e.payload.event_id)).size).toBe(1);
  expect(new Set(joined().map(e => e.envelope_id)).size).toBe(4);
  ack(joined()[3].envelope_id);
});

test('a connection URL is good once; each payload goes to one connection', async () => {
  const first = await connect();
  const second = await connect();
  const again = new WebSocket(first.url);
  const failed = await new Promise<string>(done => again.on('error', error => done(error.message)));
  expect(failed).toContain('404');
  const amira = slack.person('Amira Haddad');
  await Promise.all([amira.types('/cop'), amira.types('/cop')]);
  const commands = (line: { got: Envelope[] }): string[] =>
    line.got.filter(e => e.type === 'slash_commands').map(e => e.envelope_id);
  expect([commands(first).length, commands(second).length]).toEqual([1, 1]);
  slack.dropsSockets();
  await slack.until(() => first.got.some(e => e.type === 'disconnect' && e.reason === 'refresh_requested'), 'goodbye');
});

test('a trigger is good for three seconds', async () => {
  const line = await connect();
  const { trigger_id } = await slash(line);
  now += 3001;
  await expect(client.views.open({ trigger_id, view: modal })).rejects.toMatchObject({
    data: { error: 'expired_trigger_id' },
  });
});

test('a response_url is good for five answers in half an hour', async () => {
  const line = await connect();
  const amira = slack.person('Amira Haddad');
  const say = (url: string, body: object) =>
    fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const { response_url } = await slash(line);
  expect((await say(response_url, {})).status).toBe(404);
  for (let i = 1; i <= 5; i += 1) expect((await say(response_url, { text: `Answer ${i}` })).status).toBe(200);
  expect(await (await say(response_url, { text: 'Answer 6' })).json()).toEqual({ ok: false, error: 'used_url' });
  expect((await amira.reads('general')).filter(m => m.onlyYou).map(m => m.text)).toEqual([
    'Answer 1',
    'Answer 2',
    'Answer 3',
    'Answer 4',
    'Answer 5',
  ]);
  const later = await slash(line);
  now += 30 * 60_000 + 1;
  expect(await (await say(later.response_url, { text: 'x' })).json()).toEqual({ ok: false, error: 'expired_url' });
});

test('calls are counted by tier and workspace, posts by channel; time lets them pass again', async () => {
  const channel = (await client.conversations.create({ name: 'busy', is_private: true })).channel!.id!;
  for (let i = 1; i < 20; i += 1) await client.conversations.create({ name: `busy-${i}`, is_private: true });
  await expect(client.conversations.create({ name: 'one-more', is_private: true })).rejects.toMatchObject({
    code: 'slack_webapi_rate_limited_error',
    retryAfter: 60,
  });
  for (let i = 0; i < 10; i += 1) await client.chat.postMessage({ channel, text: `${i}` });
  await expect(client.chat.postMessage({ channel, text: 'x' })).rejects.toMatchObject({ retryAfter: 1 });
  now += 1000;
  await client.chat.postMessage({ channel, text: 'x' });
  now += 60_000;
  await client.conversations.create({ name: 'one-more', is_private: true });
  slack.limitsRates(false);
  for (let i = 0; i < 30; i += 1) await client.conversations.info({ channel });
});

test('faults: refused, limited, broken before and after, and no answer at all', async () => {
  const moments: string[] = [];
  const unwatch = slack.watch((moment, { name }) => void moments.push(`${moment} ${name}`));
  const create = (name: string) => client.conversations.create({ name, is_private: true });
  slack.injects({ on: 'conversations.create', does: { refuse: 'restricted_action' } });
  await expect(create('a')).rejects.toMatchObject({ data: { error: 'restricted_action' } });
  slack.injects({ on: 'conversations.create', after: 1, does: { rateLimit: 7 } });
  await create('b');
  await expect(create('c')).rejects.toMatchObject({ retryAfter: 7 });
  slack.injects({ on: 'conversations.create', does: { status: 503 } });
  await expect(create('d')).rejects.toMatchObject({ statusCode: 503 });
  slack.injects({ on: 'conversations.create', does: { status: 500, performed: true } });
  await expect(create('e')).rejects.toMatchObject({ statusCode: 500 });
  slack.injects({ on: 'conversations.create', does: { hang: true, performed: true } });
  await expect(create('f')).rejects.toThrow();
  unwatch();
  const { channels } = await client.conversations.list({ types: 'private_channel' });
  expect(channels!.map(c => c.name)).toEqual(['b', 'e', 'f']);
  expect(moments).toHaveLength(6);
  expect(slack.traffic.filter(t => t.name === 'conversations.create').map(t => t.error ?? t.status)).toEqual([
    'restricted_action',
    200,
    'ratelimited',
    503,
    500,
    0,
  ]);
  expect(JSON.stringify(slack.traffic)).not.toContain(slack.botToken());
});

test('an app that is taken away hears of it, and its token is worth nothing', async () => {
  const { got } = await connect();
  slack.uninstallsApp();
  await slack.until(() => got.some(e => e.payload?.event?.type === 'app_uninstalled'), 'the news');
  await expect(client.auth.test()).rejects.toMatchObject({ data: { error: 'account_inactive' } });
});

test('a scope taken away is missed where it is needed', async () => {
  slack.removeScope('groups:write');
  await expect(client.conversations.create({ name: 'ours', is_private: true })).rejects.toMatchObject({
    data: { error: 'missing_scope', needed: 'groups:write', provided: expect.stringContaining('pins:write') },
  });
});

test('waiting in vain tells what was there instead', async () => {
  await slack.stop();
  client = await start({ patienceMs: 50 });
  const amira = slack.person('Amira Haddad');
  await amira.posts('general', 'Good morning');
  await expect(amira.sees(/Good evening/)).rejects.toThrow(
    /Amira Haddad sees:\n {2}general, Amira Haddad: Good morning/,
  );
});

test('a request over HTTP is signed as Slack signs', () => {
  const headers = slack.signedHeaders('payload=1');
  expect(headers['x-slack-signature']).toMatch(/^v0=[0-9a-f]{64}$/);
  expect(headers['x-slack-request-timestamp']).toBe(String(Math.floor(now / 1000)));
});
