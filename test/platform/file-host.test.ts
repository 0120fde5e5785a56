/** A token goes to the file host alone, and what isn't whole isn't taken. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { fetchFile } from '../../src/platform/file-host.ts';
import { PlatformError } from '../../src/platform/platform-error.ts';

const servers: { close(): void }[] = [];
afterEach(() => {
  for (const one of servers.splice(0)) one.close();
});

async function host(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const heard: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    heard.push(request.headers.authorization);
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return { at: `127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
}

const headers = { authorization: 'Bearer secret' };
const ending = new AbortController().signal;
const fetching = (url: string, own: string, bytes = 5) =>
  fetchFile({ url, hosts: ['files.slack.com'], own: `http://${own}/api/`, headers, bytes, ending });
const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof PlatformError ? `${error.kind} ${error.code}` : String(error)),
  );

it('takes what comes from the host', async () => {
  const { at, heard } = await host((_, response) => response.end('whole'));
  const { body } = await fetching(`http://${at}/x`, at);
  expect((await buffer(body)).toString()).toBe('whole');
  expect(heard).toEqual(['Bearer secret']);
});

it('asks nobody else, whatever an address says', async () => {
  const { at, heard } = await host((_, response) => response.end('whole'));
  for (const own of [undefined, 'http://127.0.0.1:1/api/'])
    for (const url of [`http://${at}/x`, `http://files.slack.com@${at}/x`, 'file:///etc/passwd', '//x', '']) {
      const asked = fetchFile({ url, hosts: ['files.slack.com'], own, headers, bytes: 5, ending });
      expect(await failure(asked)).toBe('forbidden other_host');
    }
  expect(heard).toEqual([]);
});

it("speaks to an operator's proxy as its address says, by no other port and not in the open", async () => {
  const { at, heard } = await host((_, response) => response.end('whole'));
  const asked = (url: string, own: string) =>
    fetchFile({ url, hosts: ['files.slack.com'], own, headers, bytes: 5, ending });
  const others = [`https://${at}/api/`, `http://${at.split(':')[0]}/api/`];
  for (const own of others) expect(await failure(asked(`http://${at}/x`, own))).toBe('forbidden other_host');
  expect(await failure(asked(`http://me:secret@${at}/x`, `http://${at}/api/`))).toBe('forbidden other_host');
  expect(heard).toEqual([]);
});

it("goes to the platform's own host past an operator's proxy, too, and over TLS alone", async () => {
  const { at, heard } = await host((_, response) => response.end('whole'));
  const asked = (url: string) =>
    fetchFile({ url, hosts: [at], own: 'http://127.0.0.1:1/api/', headers, bytes: 5, ending });
  expect(await failure(asked(`https://${at}/x`))).toBe('unreachable file_host'); // which speaks no TLS here
  expect(await failure(asked(`http://${at}/x`))).toBe('forbidden other_host');
  expect(heard).toEqual([]);
});

it('follows nobody anywhere', async () => {
  const elsewhere = await host((_, response) => response.end('whole'));
  const { at } = await host((_, response) => response.writeHead(302, { location: `http://${elsewhere.at}/` }).end());
  expect(await failure(fetching(`http://${at}/x`, at))).toBe('forbidden 302');
  expect(elsewhere.heard).toEqual([]);
});

it('knows what is gone, what is busy, and what was cut short', async () => {
  const answering = async (status: number, more: Record<string, string> = {}) => {
    const { at } = await host((_, response) => response.writeHead(status, more).end('no'));
    return failure(fetching(`http://${at}/x`, at));
  };
  expect(await answering(404)).toBe('gone 404');
  expect(await answering(503)).toBe('unreachable 503');
  expect(await answering(429, { 'retry-after': '3' })).toBe('rate-limited 429');
  const short = await host((_, response) => response.end('who'));
  expect(await failure(fetching(`http://${short.at}/x`, short.at).then(({ body }) => buffer(body)))).toBe(
    'unreachable cut_short',
  );
  const broken = await host((_, response) => {
    response.writeHead(200, { 'content-length': '5' });
    response.write('wh', () => response.destroy());
  });
  expect(await failure(fetching(`http://${broken.at}/x`, broken.at).then(({ body }) => buffer(body)))).toBe(
    'unreachable file_host',
  );
  expect(await failure(fetching('http://127.0.0.1:1/x', '127.0.0.1:1'))).toBe('unreachable file_host');
});
