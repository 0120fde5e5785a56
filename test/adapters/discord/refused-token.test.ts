import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { calling } from '../../../src/adapters/discord/calls.ts';
import { refusedToken } from '../../../src/adapters/discord/refused-token.ts';
import { PlatformError } from '../../../src/platform/platform-error.ts';

const no = new PlatformError('unreachable', '401', { whose: 'bot' });

it('of hundreds that wait with a token that was reset, few are sent, and all are told', async () => {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.writeHead(401, { 'content-type': 'application/json' }).end('{"message":"401: Unauthorized","code":0}');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const calls = calling('a.b.c', `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`);
  for (let n = 0; n < 300; n++)
    await expect(calls.ask('GET', `/channels/${n}`)).rejects.toMatchObject({
      kind: 'unreachable',
      code: '401',
      whose: 'bot',
      remedy: expect.stringContaining('DISCORD_TOKEN'),
    });
  expect(asked).toBeLessThan(50);
  calls.end();
  server.close();
});

it('asks again now and then, and as ever once the token is taken', () => {
  let now = 0;
  const token = refusedToken(() => now);
  for (let n = 0; n < 20; n++) token.heard(no);
  token.ask('/channels/1');
  expect(() => token.ask('/channels/2')).toThrow(PlatformError);
  token.ask('/applications/@me');
  now = 5000;
  token.ask('/channels/2');
  token.heard(new PlatformError('unreachable', 'ECONNREFUSED'));
  expect(() => token.ask('/channels/3')).toThrow(PlatformError);
  token.heard(new PlatformError('gone', '10003'));
  token.ask('/channels/3');
  token.ask('/channels/4');
});

it('passes over single ones', () => {
  const token = refusedToken(() => 0);
  for (let n = 0; n < 100; n++) {
    token.ask('/channels/1');
    token.heard(n % 2 === 0 ? no : undefined);
  }
});
