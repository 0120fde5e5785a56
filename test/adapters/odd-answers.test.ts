/** What no platform says, but whatever stands between may: over the wire, by either platform's real client. None of it is done, and none a bug of ours. */
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Calls, calling } from '../../src/adapters/discord/calls.ts';
import { clientOptionsFor, SlackClient } from '../../src/adapters/slack/client.ts';
import { monotonic, pacing } from '../../src/platform/pace.ts';
import { PlatformError } from '../../src/platform/platform-error.ts';

const json = 'Content-Type: application/json\r\n';
/** JSON of somebody else's. */
const jsons = (status: number, bodies: readonly string[]) =>
  Object.fromEntries(
    bodies.map(one => [
      `${status} ${one}`,
      `HTTP/1.1 ${status} So\r\n${json}Content-Length: ${one.length}\r\n\r\n${one}`,
    ]),
  );
const answers: Readonly<Record<string, string>> = {
  'what is no HTTP': 'SSH-2.0-OpenSSH_9.6\r\n',
  'nothing at all': '',
  'less than it said': `HTTP/1.1 200 OK\r\n${json}Content-Length: 40\r\n\r\n{"ok":true,"id":"1"`,
  'half of a JSON': `HTTP/1.1 200 OK\r\n${json}Content-Length: 5\r\n\r\n{"ok"`,
  'what is not packed as it says': `HTTP/1.1 200 OK\r\n${json}Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n!!`,
  'the way to another page': 'HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/sign-in\r\nContent-Length: 0\r\n\r\n',
  'that the proxy wants a password': 'HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n',
  'no, without a word': 'HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n',
  'a word': `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok`,
  'no word at all, with 200': 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n',
  ...jsons(200, ['null', '[]', '{}', 'true', '"ok"', '{"error":"x"}', '{"message":"no upstream"}', '{"ok":null}']),
  ...jsons(400, ['null', '"no"', '{"error":"x"}']),
  ...jsons(401, ['null', '{"error":"Unauthorized"}']),
  ...jsons(403, ['null', '{"message":"Forbidden"}']),
  ...jsons(404, ['null', '[]', '{"message":"no Route matched with those values"}']), // Kong
  ...jsons(404, ['{"message":"404: Not Found","code":0}', '{"code":404,"message":"Not Found"}']),
  'more of a head than is read': `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(80_000)}\r\nContent-Length: 0\r\n\r\n`,
};

let server: Server;
let says = '';
let address: string;
beforeAll(async () => {
  server = createServer(socket => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(says));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as { port: number }).port}/api`;
});
afterAll(() => void server.close());

const silent = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, setName() {}, getLevel: () => 'error' };
const asks = {
  async slack(method = 'chat.postMessage') {
    const options = { ...clientOptionsFor(address), logger: silent as never };
    const client = new SlackClient('xoxb-1', options, pacing(monotonic), { refused() {}, allowed() {} });
    return client.apiCall(method, { channel: 'C1', text: 'x' });
  },
  discord: () => asking('POST', '/channels/1/messages', { body: { content: 'x' } }),
};
function asking(...given: Parameters<Calls['ask']>): Promise<unknown> {
  const calls = calling('a.b.c', address);
  return calls.ask(...given).finally(calls.end);
}
const whatOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: unknown) => (error instanceof PlatformError ? error.kind : error),
  );

describe.each(['slack', 'discord'] as const)('%s is asked, and is told', platform => {
  it.each(Object.entries(answers))('%s', async (_what, said) => {
    says = said;
    expect(['unreachable', 'unknown-outcome']).toContain(await whatOf(asks[platform]()));
  });
});

it.each([
  ['chat.postMessage', '{"ok":true}', 'unknown-outcome'],
  ['chat.postMessage', '{"ok":true,"channel":"C1","ts":"1.2"}', 'done'],
  ['conversations.members', '{"ok":true}', 'unknown-outcome'], // nobody is counted out by it
  ['conversations.members', '{"ok":true,"members":[]}', 'done'],
  ['conversations.members', '{"ok":false,"error":"channel_not_found"}', 'gone'],
  ['users.conversations', '{"ok":true,"channels":null}', 'unknown-outcome'],
  ['pins.add', '{"ok":true}', 'done'],
] as const)('of what is Slack’s own, %s with %s is %s', async (method, said, what) => {
  says = `HTTP/1.1 200 OK\r\n${json}Content-Length: ${said.length}\r\n\r\n${said}`;
  expect(await whatOf(asks.slack(method))).toBe(what);
});

describe('of what is Discord’s own', () => {
  const message = '{"id":"1"}';
  it.each([
    ['GET', '/channels/1/messages', '[]', 'done'],
    ['GET', '/channels/1/messages', message, 'unknown-outcome'],
    ['GET', '/channels/1/messages/2', message, 'done'],
    ['GET', '/channels/1/messages/2', '[]', 'unknown-outcome'],
    ['GET', '/channels/1/messages/pins', '{"items":[],"has_more":false}', 'done'],
    ['GET', '/channels/1/messages/pins', message, 'unknown-outcome'],
    ['GET', '/guilds/1/members/2', '{"user":{"id":"2"}}', 'done'],
    ['GET', '/guilds/1/threads/active', '{"threads":[],"members":[]}', 'done'],
    ['GET', '/channels/1/users/@me/threads/archived/private', '{"threads":[],"has_more":false}', 'done'],
    ['PUT', '/applications/1/commands', '[]', 'done'],
    ['PUT', '/applications/1/commands', '', 'unknown-outcome'],
    ['POST', '/channels/1/invites', '{"code":"abc"}', 'done'],
    ['POST', '/interactions/1/token/callback', '', 'done'],
    ['PUT', '/channels/1/permissions/2', '', 'done'],
    ['PUT', '/channels/1/permissions/2', '<!doctype html>', 'unknown-outcome'],
    ['DELETE', '/channels/1', message, 'done'],
  ] as const)('%s %s with %s is %s', async (method, route, said, what) => {
    const type = said === '' ? 'Content-Type: text/html\r\n' : json;
    says = `HTTP/1.1 200 OK\r\n${type}Content-Length: ${said.length}\r\n\r\n${said}`;
    expect(await whatOf(asking(method, route))).toBe(what);
  });
});

describe('of the wall before Discord, that this machine is to ask no more, in whatever program', () => {
  const blocked = '{"code":0,"message":"You are being blocked from accessing our API temporarily"}'; // github.com/discord/discord-api-docs/issues/5810
  const page = '<!doctype html><title>Access denied | discord.com used Cloudflare to restrict access</title>';
  it.each([
    [json, blocked, 60_000],
    ['Content-Type: text/html\r\nRetry-After: 900\r\n', page, 900_000],
    ['Content-Type: text/plain\r\n', 'error code: 1015', 60_000],
  ])('%j %s', async (head, said, wait) => {
    says = `HTTP/1.1 429 Too Many Requests\r\n${head}Content-Length: ${said.length}\r\n\r\n${said}`;
    const calls = calling('a.b.c', address);
    const waitOf = (asked: Promise<unknown>) => asked.catch((error: PlatformError) => error.retryAfterMs ?? 0);
    const first = await waitOf(calls.ask('POST', '/channels/1/messages', { body: { content: 'x' } }));
    says = `HTTP/1.1 200 OK\r\n${json}Content-Length: 10\r\n\r\n{"id":"1"}`;
    const elsewhere = await waitOf(calls.ask('GET', '/channels/2'));
    calls.end();
    expect([first, elsewhere].map(one => Math.round(Number(one) / 10_000) * 10_000)).toEqual([wait, wait]);
  });

  it('but not of a limit of Discord’s own', async () => {
    const said = '{"message":"You are being rate limited.","retry_after":90,"global":false}';
    says = `HTTP/1.1 429 Too Many Requests\r\n${json}X-RateLimit-Scope: shared\r\nContent-Length: ${said.length}\r\n\r\n${said}`;
    const calls = calling('a.b.c', address);
    expect(await whatOf(calls.ask('POST', '/channels/1/messages', { body: { content: 'x' } }))).toBe('rate-limited');
    says = `HTTP/1.1 200 OK\r\n${json}Content-Length: 10\r\n\r\n{"id":"1"}`;
    expect(await whatOf(calls.ask('GET', '/channels/2'))).toBe('done');
    calls.end();
  });
});

it.each([
  ['1', 0.4, 450],
  ['65', 64.57, 64_620],
  ['1', 1200, 1_200_050], // of the edits of a published announcement
  ['900', 0.4, 900_050],
])(
  'of a limit of Discord’s own, whose header says %s s and its body %d, so many milliseconds are to be waited: %d',
  async (header, body, wait) => {
    const said = `{"message":"You are being rate limited.","retry_after":${body},"global":false}`;
    says = `HTTP/1.1 429 Too Many Requests\r\n${json}Retry-After: ${header}\r\nX-RateLimit-Scope: user\r\nContent-Length: ${said.length}\r\n\r\n${said}`;
    const asked = asking('POST', '/channels/1/messages', { body: { content: 'x' } });
    await expect(asked).rejects.toMatchObject({ retryAfterMs: wait });
  },
);
