/** What a response_url may say: sources differ in how it says no, and proxies speak for it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { SlackClient } from '../../../src/adapters/slack/client.ts';
import { respond } from '../../../src/adapters/slack/replies.ts';
import { monotonic, pacing } from '../../../src/platform/pace.ts';
import { PlatformError } from '../../../src/platform/platform-error.ts';

let server: Server;
afterEach(() => void server.close());

async function answeredBy(status: number, body: string): Promise<string> {
  server = createServer((_, response) => response.writeHead(status, { 'content-type': 'text/html' }).end(body));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/actions`;
  const client = new SlackClient('xoxb', {}, pacing(monotonic), { refused() {}, allowed() {} });
  const card = { body: [{ kind: 'text', text: [{ kind: 'words', words: 'Hello' }] }] } as const;
  return respond(client, url, card, 'T1', false).then(
    () => 'done',
    (error: unknown) => (error instanceof PlatformError ? `${error.kind} ${error.code}` : 'no error of ours'),
  );
}

it.each([
  [200, 'ok', 'done'],
  [200, '{"ok":true}', 'done'],
  [200, '', 'done'],
  [200, '{"ok":false,"error":"used_url"}', 'gone used_url'],
  [404, '{"ok":false,"error":"expired_url"}', 'gone expired_url'],
  [404, 'expired_url', 'gone expired_url'],
  [404, 'not found', 'gone expired_url'],
  [400, 'invalid_blocks', 'invalid invalid_blocks'],
  [503, 'upstream connect error', 'unknown-outcome 503'],
  [403, '<!doctype html><title>Access denied</title>', 'unreachable 403'],
  [200, '<!doctype html><title>Please sign in</title>', 'unknown-outcome no_json'],
])('%i %s: %s', async (status, body, meaning) => {
  expect(await answeredBy(status, body)).toBe(meaning);
});
