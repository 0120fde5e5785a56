/** Through a proxy, where the environment names one: what goes that way, and what does not. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { launch } from '../playground/demo/serve.ts';
import { startDiscord } from '../playground/discord/index.ts';
import { startSlack } from '../playground/slack/index.ts';
import { town } from '../playground/town.ts';
import { copbot } from './support/copbot.ts';
import { tokens } from './support/process.ts';
import type { AnyPlayground } from './support/stage.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cop-proxies-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
const after: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of after.splice(0).reverse()) await one();
});

/** It knows CONNECT alone. Answers its address, and the first lines of all requests that went through it. */
async function proxy() {
  const through: string[] = [];
  const server = createServer((_, response) => response.writeHead(501).end());
  server.on('connect', (request, socket) => {
    const [host, port] = request.url?.split(':') ?? [];
    const onward = connect(Number(port), host, () => void socket.write('HTTP/1.1 200 OK\r\n\r\n'));
    socket.on('error', () => onward.destroy()).once('close', () => onward.destroy());
    onward.on('error', () => socket.destroy()).once('close', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      const line = /^(?:GET|POST|PUT|PATCH|DELETE) \S+/.exec(chunk.toString('latin1'))?.[0];
      if (line) through.push(/^upgrade: websocket/im.test(chunk.toString('latin1')) ? `${line} websocket` : line);
    });
    socket.pipe(onward).pipe(socket);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  after.push(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as { port: number }).port}`, through };
}

async function storyThrough(playground: AnyPlayground, name: string) {
  after.push(() => playground.stop());
  const { url, through } = await proxy();
  const environment = { HTTP_PROXY: url, HTTPS_PROXY: url, DATABASE_URL: `sqlite:${folder}/${name}.sqlite` };
  const bot = launch({ ...tokens(playground), ...environment });
  after.push(bot.stop);
  await vi.waitUntil(() => bot.output().includes('the bot is up'), { timeout: 40_000 });
  const amira = playground.person('Amira Haddad');
  await amira.types('/startcop', { in: 'general' });
  await amira.form();
  await amira.submits({ Name: 'Wound Care', 'What do you care about?': 'Healing wounds' });
  await amira.sees(/Your space is ready/);
  return through;
}

it('all of Slack goes through it, its socket too', { timeout: 90_000 }, async () => {
  const through = await storyThrough(await startSlack({ workspaces: [town] }), 'slack');
  expect(through).toContainEqual(expect.stringMatching(/^GET .*websocket$/));
  for (const call of ['auth.test', 'apps.connections.open', 'conversations.create', 'chat.postMessage'])
    expect(through).toContain(`POST /api/${call}`);
});

it("Discord's calls go through it, its gateway doesn't", { timeout: 90_000 }, async () => {
  const through = await storyThrough(await startDiscord({ workspaces: [town] }), 'discord');
  expect(through).toContainEqual(expect.stringMatching(/^POST \/api\/v10\/guilds\/\d+\/channels/));
  expect(through.filter(line => line.endsWith('websocket'))).toEqual([]);
});

it.each(['proxy.example.org:3128', 'socks5://127.0.0.1:1080', 'http://amira:half%of@127.0.0.1:1'])(
  '%s is no address to go through: said in words, with its name',
  async address => {
    const set = {
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      DATABASE_URL: `sqlite:${folder}/wrong.sqlite`,
      HTTPS_PROXY: address,
    };
    const bot = launch(set);
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toMatch(/Please mend this.*\nHTTPS_PROXY is no address of a proxy.*http:\/\/proxy/);
    expect(bot.output()).not.toMatch(/\n\s+at |half/);
    expect(readdirSync(folder).filter(name => name.startsWith('wrong'))).toEqual([]); // nothing was begun
    const doctor = await copbot('doctor', set, folder);
    expect(doctor).toMatchObject({
      code: 1,
      out: expect.stringMatching(/✗ .env: HTTPS_PROXY is no address of a proxy/),
    });
  },
  60_000,
);

it('of one that lets nobody out the doctor says so, and not to name one', { timeout: 60_000 }, async () => {
  const refusing = createServer();
  refusing.on('connect', (_, socket) => void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'));
  await new Promise<void>(resolve => refusing.listen(0, '127.0.0.1', resolve));
  after.push(() => refusing.close());
  const { port } = refusing.address() as { port: number };
  const set = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', HTTPS_PROXY: `http://127.0.0.1:${port}` };
  const { code, out } = await copbot('doctor', { ...set, DATABASE_URL: `sqlite:${folder}/refused.sqlite` }, folder);
  expect(code).toBe(1);
  expect(out).toMatch(/✗ Slack: can't be reached[^✗]*the proxy that HTTPS_PROXY names[^✗]*out to slack\.com, port 443/);
  expect(out).not.toMatch(/name your proxy/);
});
