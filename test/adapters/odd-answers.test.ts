/** What no platform says, but whatever stands between may: over the wire, by either platform's real client. None of it is done, and none a bug of ours. */
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calling } from '../../src/adapters/discord/calls.ts';
import { clientOptionsFor, SlackClient } from '../../src/adapters/slack/client.ts';
import { monotonic, pacing } from '../../src/platform/pace.ts';
import { PlatformError } from '../../src/platform/platform-error.ts';

const json = 'Content-Type: application/json\r\n';
const answers = {
  'what is no HTTP': 'SSH-2.0-OpenSSH_9.6\r\n',
  'nothing at all': '',
  'less than it said': `HTTP/1.1 200 OK\r\n${json}Content-Length: 40\r\n\r\n{"ok":true,"id":"1"`,
  'half of a JSON': `HTTP/1.1 200 OK\r\n${json}Content-Length: 5\r\n\r\n{"ok"`,
  'what is not packed as it says': `HTTP/1.1 200 OK\r\n${json}Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n!!`,
  'the way to another page': 'HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/sign-in\r\nContent-Length: 0\r\n\r\n',
  'that the proxy wants a password': 'HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n',
  'no, without a word': 'HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n',
  'more of a head than is read': `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(80_000)}\r\nContent-Length: 0\r\n\r\n`,
} as const;

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
  async slack() {
    const options = { ...clientOptionsFor(address), logger: silent as never };
    const client = new SlackClient('xoxb-1', options, pacing(monotonic), { refused() {}, allowed() {} });
    return client.apiCall('chat.postMessage', { channel: 'C1', text: 'x' });
  },
  async discord() {
    const calls = calling('a.b.c', address);
    return calls.ask('POST', '/channels/1/messages', { body: { content: 'x' } }).finally(calls.end);
  },
};

describe.each(['slack', 'discord'] as const)('%s is asked, and is told', platform => {
  it.each(Object.entries(answers))('%s', async (_what, said) => {
    says = said;
    const error = await asks[platform]().then(
      () => 'done',
      (one: unknown) => one,
    );
    expect(error).toBeInstanceOf(PlatformError);
    expect(['unreachable', 'unknown-outcome']).toContain((error as PlatformError).kind);
  });
});
