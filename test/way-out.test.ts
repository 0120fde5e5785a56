/** How the program ends: in order and in time, whoever is told to, and whoever doesn't answer. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { compiled, launch, type Served } from '../playground/demo/serve.ts';
import { openStore } from '../src/store/engine.ts';
import { type Apart, apart } from './support/apart.ts';

const root = path.join(import.meta.dirname, '..');
const patient = { timeout: 40_000, interval: 50 };
const tenSeconds = 10_000;
const folder = mkdtempSync(path.join(tmpdir(), 'cop-way-out-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const after: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of after.splice(0).reverse()) await one();
});

let files = 0;
const database = () => `sqlite:${folder}/${++files}.sqlite`;
const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const isUp = (bot: { output(): string }) =>
  vi.waitUntil(() => bot.output().includes('the bot is up'), patient).catch(() => expect.fail(bot.output()));

/** Slack and Discord that take a connection and say nothing. */
async function silence(): Promise<Record<'slack' | 'discord', Record<string, string>>> {
  const open = new Set<Socket>();
  const server: Server = createServer(socket => open.add(socket.on('error', () => {})));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  after.push(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const { port } = server.address() as { port: number };
  return {
    slack: { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: `http://127.0.0.1:${port}/api/` },
    discord: { DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: `http://127.0.0.1:${port}/api` },
  };
}

function begun(environment: Record<string, string>): Served {
  const bot = launch(environment);
  after.push(bot.kill);
  return bot;
}

async function playgrounds(): Promise<Apart> {
  const both = await apart();
  after.push(both.end);
  return both;
}

const together = [
  { who: 'Slack alone', has: ['slack'] },
  { who: 'Discord alone', has: ['discord'] },
  { who: 'both', has: ['slack', 'discord'] },
] as const;
const variables = (of: Record<'slack' | 'discord', Record<string, string>>, has: readonly ('slack' | 'discord')[]) =>
  Object.assign({}, ...has.map(one => of[one])) as Record<string, string>;

describe.each(together)('$who', ({ has }) => {
  it('ends in order when nothing is the matter, and nothing goes unhandled', { timeout: 90_000 }, async () => {
    const both = await playgrounds();
    const bot = begun({ ...variables(both, has), DATABASE_URL: database() });
    await isUp(bot);
    await both.begins();
    await bot.stop();
    expect(await bot.ended).toBe(0);
    expect(bot.output()).toContain('"signal":"SIGTERM"');
    expect(bot.output()).not.toMatch(/did not end|as it should|nobody waited for|a lane stopped/);
  });

  it('ends within ten seconds when nobody answers any more, and lets go of the file', { timeout: 90_000 }, async () => {
    const both = await playgrounds();
    const url = database();
    const bot = begun({ ...variables(both, has), DATABASE_URL: url });
    await isUp(bot);
    await both.begins();
    both.standsStill();
    const told = performance.now();
    await bot.stop();
    expect(performance.now() - told).toBeLessThan(tenSeconds);
    expect(await bot.ended).toBe(0);
    expect(bot.output()).not.toContain('nobody waited for');
    await (await openStore(url)).close();
  });

  it('ends at once when nobody has answered yet', { timeout: 60_000 }, async () => {
    const bot = begun({ ...variables(await silence(), has), DATABASE_URL: database(), LOG_LEVEL: 'debug' });
    await vi.waitUntil(() => bot.output().includes('the database is up to date'), patient);
    const told = performance.now();
    await bot.stop();
    expect(performance.now() - told).toBeLessThan(tenSeconds);
    expect(await bot.ended, bot.output()).toBe(0);
  });
});

it('takes two signals of the same moment for one, as Ctrl-C under npm sends them, and ends at once with another', {
  timeout: 90_000,
}, async () => {
  const both = await playgrounds();
  const bot = begun({ ...variables(both, ['slack', 'discord']), DATABASE_URL: database() });
  await isUp(bot);
  await both.begins();
  both.standsStill();
  process.kill(bot.pid, 'SIGINT');
  process.kill(bot.pid, 'SIGINT');
  await vi.waitUntil(() => bot.output().includes('"msg":"stopping"'), patient);
  const pressing = setInterval(() => isThere(bot.pid) && process.kill(bot.pid, 'SIGINT'), 100);
  after.push(() => clearInterval(pressing));
  expect(await bot.ended).toBe(130);
});

it('ends in order of an error that nobody caught, and says of it no more than a log may', {
  timeout: 90_000,
}, async () => {
  const both = await playgrounds();
  const thrown = `Object.assign(new Error('out of the blue'), { requestBody: { json: { content: 'what Amira wrote' } } })`;
  const throwing = `data:text/javascript,${encodeURIComponent(`process.once('SIGUSR2', () => { throw ${thrown}; });`)}`;
  const bot = begun({ ...both.slack, DATABASE_URL: database(), NODE_OPTIONS: `--import ${throwing}` });
  await isUp(bot);
  process.kill(bot.pid, 'SIGUSR2');
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toMatch(/"level":50.*out of the blue.*nobody caught/);
  expect(bot.output()).not.toMatch(/what Amira wrote|did not end|as it should/);
});

it('ends in order when whoever read its lines is gone', { timeout: 90_000 }, async () => {
  const both = await playgrounds();
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, ...compiled, ...both.slack, DISCORD_TOKEN: '', DATABASE_URL: database() },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  after.push(() => child.kill('SIGKILL'));
  const ended = new Promise(resolve => child.once('exit', (code, signal) => resolve(code ?? signal)));
  let output = '';
  await new Promise<void>(resolve =>
    child.stdout?.on('data', chunk => {
      output += chunk;
      if (output.includes('the bot is up')) resolve();
    }),
  );
  child.stdout?.destroy();
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

describe('npm start', () => {
  /** Its own group, as under a terminal. `pids`: npm, its shell where there is one, and the bot. */
  async function npmStart(environment: Record<string, string>) {
    const npm: ChildProcess = spawn('npm', ['start'], {
      cwd: root,
      detached: true,
      env: {
        ...{ PATH: process.env.PATH, HOME: process.env.HOME, ...compiled },
        ...{ SLACK_BOT_TOKEN: '', DISCORD_TOKEN: '', ...environment },
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [npm.stdout, npm.stderr]) stream?.on('data', chunk => (output += chunk));
    const ended = new Promise<void>(resolve => npm.once('exit', () => resolve()));
    await isUp({ output: () => output });
    const pids = [npm.pid as number];
    for (let child = childOf(npm.pid as number); child; child = childOf(child)) pids.push(child);
    after.push(() => {
      for (const pid of pids.filter(isThere)) process.kill(pid, 'SIGKILL');
    });
    return { output: () => output, ended, pids };
  }
  const childOf = (pid: number): number | undefined => {
    const { stdout } = spawnSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' });
    const pairs = stdout
      .trim()
      .split('\n')
      .map(line => line.trim().split(/\s+/).map(Number));
    return pairs.find(([, parent]) => parent === pid)?.[0];
  };

  it.each([
    { signal: 'SIGTERM', to: 'npm', shell: 'sh' },
    { signal: 'SIGTERM', to: 'npm', shell: 'bash' },
    { signal: 'SIGKILL', to: 'npm', shell: 'sh' },
    { signal: 'SIGTERM', to: 'the shell', shell: 'sh' },
    { signal: 'SIGINT', to: 'all of them', shell: 'bash' },
  ] as const)(
    '$signal to $to ($shell) ends all of it in order',
    { timeout: 120_000 },
    async ({ signal, to, shell }) => {
      const both = await playgrounds();
      const url = database();
      const started = await npmStart({ ...both.slack, DATABASE_URL: url, npm_config_script_shell: shell });
      const { pids } = started;
      const [npm = 0, next = 0] = pids;
      process.kill(to === 'npm' ? npm : to === 'the shell' ? next : -npm, signal);
      await started.ended;
      await vi.waitUntil(() => !pids.some(isThere), { timeout: tenSeconds, interval: 20 });
      expect(started.output().match(/"msg":"stopping"/g), started.output()).toHaveLength(1);
      await (await openStore(url)).close();
    },
  );
});

describe('a file that another process holds', () => {
  it('is waited for a moment, and said', { timeout: 120_000 }, async () => {
    const both = await playgrounds();
    const environment = { ...both.slack, DATABASE_URL: database() };
    const first = begun(environment);
    await isUp(first);
    const second = begun(environment);
    await vi.waitUntil(() => second.output().includes('waiting a moment for it to end'), patient);
    await first.stop();
    await isUp(second);
    await second.stop();
    expect(await second.ended).toBe(0);
  });
});
