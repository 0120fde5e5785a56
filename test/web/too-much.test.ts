/** Who sends too much, too slowly or without an end is refused, by whichever port it is; whoever else asks is answered meanwhile. */
import { connect, type Socket } from 'node:net';
import { Hono } from 'hono';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listening, type Web } from '../../src/web/serve.ts';

let web: Web;
let sockets: Socket[];
beforeEach(async () => {
  sockets = [];
  const app = new Hono().get('/healthz', c => c.text('ok'));
  web = await listening(app, 0, '127.0.0.1', { headMs: 300, wholeMs: 600, lookMs: 20 });
});
afterEach(async () => {
  for (const one of sockets) one.destroy();
  await web.stop();
});

/** What is written to it, and all that it says until it ends the connection. */
async function sends(...words: string[]): Promise<string> {
  const socket = connect(web.port, '127.0.0.1');
  sockets.push(socket);
  let said = '';
  socket.on('data', chunk => {
    said += chunk;
  });
  socket.on('error', () => {}); // cut off while it still writes
  for (const one of words) socket.write(one);
  const ended = new Promise(resolve => socket.once('close', resolve));
  expect(await (await fetch(`http://127.0.0.1:${web.port}/healthz`)).text()).toBe('ok');
  await ended;
  return said;
}
const head = (line: string, ...more: string[]) => [line, 'Host: x', ...more, '', ''].join('\r\n');

it('an address or headers beyond all measure', async () => {
  expect(await sends(head(`GET /c/${'a'.repeat(20_000)} HTTP/1.1`))).toMatch(/^HTTP\/1\.1 431 /);
  expect(await sends(head('GET /healthz HTTP/1.1', `Cookie: ${'a'.repeat(20_000)}`))).toMatch(/^HTTP\/1\.1 431 /);
});

it('a head that never comes to an end, or never begins', async () => {
  expect(await sends('GET /healthz HTTP/1.1\r\nHost: x\r\n')).toMatch(/^HTTP\/1\.1 408 /);
  await sends();
});

it('a probe that speaks HTTP/1.0 and names no host is answered, whatever address is listened on', async () => {
  await web.stop();
  web = await listening(
    new Hono().get('/healthz', c => c.text('ok')),
    0,
  );
  expect(await sends('GET /healthz HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 [\s\S]*\r\n\r\nok$/);
});

it('a body, however large, slow or endless: not a byte of it is waited for', async () => {
  const large = 'x'.repeat(1_000_000);
  for (const more of ['Content-Length: 10', `Content-Length: ${large.length}`, 'Transfer-Encoding: chunked'])
    expect(await sends(head('POST /healthz HTTP/1.1', more)), more).toMatch(/^HTTP\/1\.1 413 /);
  expect(await sends(head('GET /healthz HTTP/1.1', 'Content-Length: 9000000000'), large, large)).toMatch(
    /^(HTTP\/1\.1 413 |$)/,
  );
});
