/** The program beside a Discord that ends the connection for good, or is not there yet: when it goes on, when it ends, and what it says at /readyz. */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { launch, type Served } from '../playground/demo/serve.ts';
import { type DiscordPlayground, startDiscord } from '../playground/discord/index.ts';
import { type SlackPlayground, startSlack } from '../playground/slack/index.ts';
import { town } from '../playground/town.ts';
import manifest from '../slack-app-manifest.json' with { type: 'json' };
import { freePort } from './support/free-port.ts';
import { tokens } from './support/process.ts';
import { startCop } from './support/scenes.ts';

let folder: string;
let discord: DiscordPlayground;
let slack: SlackPlayground | undefined;
let bot: Served;
let port: number;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'cop-ending-'));
  discord = await startDiscord({ workspaces: [town], intents: { messageContent: true }, patienceMs: 30_000 });
  port = await freePort();
});
afterEach(async () => {
  bot.kill();
  await bot.ended;
  await Promise.all([discord.stop(), slack?.stop()]);
  slack = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const run = (more: Record<string, string> = {}) => {
  const own = { DATABASE_URL: `sqlite:${folder}/cop.sqlite`, WEB_PORT: `${port}`, ...tokens(discord), ...more };
  bot = launch(own);
};
const openSlack = async () => {
  slack = await startSlack({ workspaces: [town], scopes: manifest.oauth_config.scopes.bot, patienceMs: 30_000 });
  return slack;
};
const says = (pattern: RegExp) =>
  vi
    .waitUntil(() => pattern.test(bot.output()), { timeout: 45_000 })
    .catch(() => {
      throw new Error(`not said: ${pattern}\n${bot.output()}`);
    });
/** A line to where a platform is, at a port where nobody was before. */
const leading = (from: number, to: number) =>
  createServer(near => {
    const far = connect(to, '127.0.0.1');
    near.on('error', () => far.destroy()).pipe(far);
    far.on('error', () => near.destroy()).pipe(near);
  }).listen(from, '127.0.0.1');
const readyz = async (): Promise<[number, { platforms: Record<string, { state: string; since?: string }> }]> => {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
  return [answer.status, (await answer.json()) as never];
};
const stands = (platform: string, state: string) =>
  vi.waitUntil(async () => (await readyz().catch(() => undefined))?.[1].platforms[platform]?.state === state, {
    timeout: 45_000,
  });

it('alone it ends with 1, in order', async () => {
  run();
  await says(/the bot is up/);
  discord.takesToken();
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toMatch(/Discord ended the connection for good: .*4004.*no longer takes the token/);
  expect(bot.output()).toMatch(/"platform":"discord","msg":"stopping"/);
  expect(bot.output()).not.toMatch(/made again/);
  expect(bot.output()).not.toContain(discord.token);
}, 60_000);

it('alone it goes on without an intent that was switched off', async () => {
  run();
  await says(/the bot is up/);
  discord.switchesIntent('messageContent', false);
  await says(/connected to Discord again/);
  expect((await readyz())[0]).toBe(200);
  await startCop(discord.person('Amira Haddad'));
  await bot.stop();
  expect(await bot.ended).toBe(0);
}, 90_000);

it('beside Slack it goes on, says so, and is back by itself', async () => {
  const { person } = await openSlack();
  run(tokens(slack as SlackPlayground));
  await says(/the bot is up/);
  expect((await readyz())[0]).toBe(200);
  discord.takesToken();
  await stands('discord', 'stopped');
  const [status, said] = await readyz();
  expect([status, said.platforms.slack?.state]).toEqual([503, 'ok']);
  expect(JSON.stringify(said)).not.toMatch(/4004|token/);
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  await startCop(person('Amira Haddad'));
  discord.givesToken();
  await stands('discord', 'ok');
  await startCop(discord.person('Amira Haddad'));
  expect((await readyz())[0]).toBe(200);
}, 120_000);

it('serves Slack while Discord is not there yet, and Discord from when it is', async () => {
  const { person } = await openSlack();
  discord.injects({ on: 'GET /gateway/bot', does: { status: 503 } });
  discord.withholds('hello');
  run(tokens(slack as SlackPlayground));
  await stands('slack', 'ok');
  await stands('discord', 'starting');
  await startCop(person('Amira Haddad'));
  expect(bot.output()).not.toMatch(/the bot is up/);
  discord.withholds();
  await says(/the bot is up/);
  expect((await readyz())[0]).toBe(200);
}, 120_000);

it.each(['slack', 'discord'] as const)(
  'serves the other platform while %s can not be reached at all, and it from when it can',
  async away => {
    const other = await freePort();
    const { person } = await openSlack();
    const both = { ...tokens(slack as SlackPlayground), ...tokens(discord) };
    const [variable, to] = away === 'slack' ? ['SLACK_API_URL', slack] : ['DISCORD_API_URL', discord];
    run({ ...both, [variable]: to?.apiUrl.replace(/:\d+/, `:${other}`) ?? '' });
    const here = away === 'slack' ? discord : { person };
    await stands(away === 'slack' ? 'discord' : 'slack', 'ok');
    await says(/ECONNREFUSED.*tr(ied|ying) again/);
    if (away === 'slack') await says(/told a Discord server/);
    await startCop(here.person('Amira Haddad'));
    expect((await readyz())[0]).toBe(503);
    const line = leading(other, Number(new URL(to?.apiUrl ?? '').port));
    await stands(away, 'ok');
    if (away === 'discord') await says(/told a Discord server/);
    await startCop((away === 'slack' ? slack : discord)?.person('Amira Haddad') as never);
    expect((await readyz())[0]).toBe(200);
    await bot.stop();
    line.close();
  },
  120_000,
);

it("waits for what stands between it and a platform's own address, alone too", async () => {
  const proxy = `http://127.0.0.1:${await freePort()}`;
  const alone: Record<string, string>[] = [
    { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' },
    { DISCORD_TOKEN: 'a.b.c' },
  ];
  for (const set of alone) {
    bot = launch({ ...set, DATABASE_URL: `sqlite:${folder}/${Object.keys(set)[0]}.sqlite`, HTTPS_PROXY: proxy });
    await says(/ECONNREFUSED.*tr(ied|ying) again/);
    await bot.stop();
    expect(await bot.ended).toBe(0);
  }
}, 60_000);

it('a wrong token at the start is said, and ends with 1, beside Slack too', async () => {
  await openSlack();
  discord.takesToken();
  run(tokens(slack as SlackPlayground));
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toMatch(/Discord did not let the bot in: .*put the token .* into DISCORD_TOKEN/);
  expect(bot.output()).not.toContain(discord.token);
}, 60_000);
