/** What keeps the bot from starting, one thing at a time: it says so and ends, and the doctor had said so before. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from '../../playground/demo/serve.ts';
import { openStore } from '../../src/store/engine.ts';
import { migrate } from '../../src/store/migrate.ts';
import { copbot } from '../support/copbot.ts';

const root = mkdtempSync(path.join(tmpdir(), 'cop-foreseen-'));
const file = `${root}/cop.sqlite`;
/** Some other program, which answers whatever it is asked. */
let other: Server;
let port = 0;
beforeAll(async () => {
  other = createServer((_, answer) => void answer.end('hello'));
  await new Promise<void>(resolve => other.listen(0, resolve));
  const address = other.address();
  port = typeof address === 'object' && address ? address.port : 0;
  const store = await openStore(`sqlite:${file}`);
  await migrate(store.db);
  await store.close();
});
afterAll(() => {
  other.close();
  rmSync(root, { recursive: true, force: true });
});

/** Nobody is there: what is wrong here is wrong before anybody is called. */
const given = {
  SLACK_BOT_TOKEN: 'xoxb-1-2-three',
  SLACK_APP_TOKEN: 'xapp-1-A-2-three',
  SLACK_API_URL: 'http://127.0.0.1:9/api/',
  DATABASE_URL: `sqlite:${file}`,
};

it.each<[string, () => Record<string, string>, RegExp, RegExp]>([
  [
    'a guide that can not be shown',
    () => {
      mkdirSync(`${root}/guides`);
      writeFileSync(`${root}/guides/start-up.md`, '# Start\n\n| a | b |\n|---|---|\n| 1 | 2 |\n');
      return { GUIDES_DIR: `${root}/guides` };
    },
    /start-up\.md, line 4: Discord doesn't draw tables/,
    /✗ GUIDES_DIR .*: .*start-up\.md, line 4: Discord doesn't draw tables/,
  ],
  [
    'no folder of guides',
    () => ({ GUIDES_DIR: `${root}/none` }),
    /GUIDES_DIR .*none: it is no/,
    /✗ GUIDES_DIR .*ENOENT/,
  ],
  [
    'a port that another program has',
    () => ({ WEB_PORT: `${port}`, PUBLIC_URL: `http://127.0.0.1:${port}` }),
    /WEB_PORT can't be listened on.*EADDRINUSE/,
    /✗ WEB_PORT \d+: can't be listened on.*EADDRINUSE[\s\S]*Choose another[\s\S]*\? http:\/\/127.*could not be tried/,
  ],
  [
    'a port for what is counted that another has',
    () => ({ METRICS_PORT: `${port}`, METRICS_HOST: '0.0.0.0' }),
    /METRICS_PORT can't be listened on.*EADDRINUSE/,
    /✗ METRICS_PORT \d+: can't be listened on.*EADDRINUSE/,
  ],
  [
    'an address of another machine',
    () => ({ METRICS_PORT: '29464', METRICS_HOST: '192.0.2.1' }),
    /METRICS_HOST is no address of this machine/,
    /✗ METRICS_PORT 29464: .*is no address of this machine/,
  ],
  [
    'a key that was cut',
    () => {
      writeFileSync(`${file}.key`, 'short\n');
      return {};
    },
    /cop\.sqlite\.key holds no key/,
    /✗ .*cop\.sqlite\.key: holds no key/,
  ],
])(
  '%s',
  async (_, harm, bot, doctor) => {
    const env = { ...given, ...harm() };
    const told = await copbot('doctor', env, root);
    expect(told.out).toMatch(doctor);
    expect(told.code).toBe(1);
    const started = launch(env);
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(bot);
  },
  120_000,
);

it('a bot that is at long work: something listens there, and nothing is to be mended', async () => {
  const busy = createServer(() => {});
  await new Promise<void>(resolve => busy.listen(0, '127.0.0.1', resolve));
  const address = busy.address();
  const port = `${typeof address === 'object' && address ? address.port : 0}`;
  const told = await copbot('doctor', { ...given, WEB_PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}` }, root);
  busy.closeAllConnections();
  busy.close();
  expect(told.out).toMatch(
    /\? WEB_PORT \d+: somebody listens there, and did not answer within 5 s: the bot at long work, or another program\n.*ask again/,
  );
  expect(told.out).toMatch(/\? http:\/\/127\S+: could not be tried: nothing was heard of the bot here either/);
  expect(told.out).not.toMatch(/can't be listened on|does not lead to the bot/);
}, 60_000);

it('what is right of all that, and a port that is free', async () => {
  rmSync(`${file}.key`, { force: true });
  mkdirSync(`${root}/ours`);
  const told = await copbot('doctor', { ...given, GUIDES_DIR: `${root}/ours`, METRICS_PORT: '29465' }, root);
  expect(told.out).toMatch(/✓ GUIDES_DIR .*ours: /);
  expect(told.out).toMatch(/\? METRICS_PORT 29465: does not answer; it does once the bot runs/);
}, 60_000);

it('a bot that runs is asked past the proxy that all else goes through: the port is its own', async () => {
  const running = createServer((_, answer) => void answer.end(JSON.stringify({ status: 'ok', version: '1.0.0' })));
  await new Promise<void>(resolve => running.listen(0, '127.0.0.1', resolve));
  const address = running.address();
  const taken = `${typeof address === 'object' && address ? address.port : 0}`;
  const env = { ...given, WEB_PORT: taken, HTTP_PROXY: 'http://127.0.0.1:9' };
  const { out } = await copbot('doctor', env, root);
  running.close();
  expect(out).toContain(`✓ WEB_PORT ${taken}: answers`);
}, 60_000);
