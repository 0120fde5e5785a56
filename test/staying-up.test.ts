/** The bot as its operator runs it: what goes wrong with the way into Slack doesn't end the process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import { launch, type Served } from '../playground/demo/serve.ts';
import { startDiscord } from '../playground/discord/index.ts';
import { type SlackPlayground, startSlack } from '../playground/slack/index.ts';
import { town } from '../playground/town.ts';
import { tokens, up } from './support/process.ts';
import { startCop } from './support/scenes.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cop-up-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let slack: SlackPlayground;
let bot: Served;
afterEach(async () => {
  await bot?.stop();
  await slack?.stop();
});
const opened = () => slack.traffic.filter(one => one.name === 'apps.connections.open').length;

it('on Slack alone, with SQLite, it outlives every failure of a new connection', async () => {
  slack = await startSlack({ workspaces: [town], patienceMs: 30_000 });
  bot = launch({ DATABASE_URL: `sqlite:${folder}/alone.sqlite`, ...tokens(slack) });
  await up(bot, slack);
  const kinds = [
    { refuse: 'internal_error' },
    { status: 503 },
    { reset: true },
    { rateLimit: 2 },
    { refuse: 'invalid_auth' },
  ] as const;
  for (const does of kinds) slack.injects({ on: 'apps.connections.open', does });
  slack.closesSockets(1006);
  let over: number | string | undefined;
  void bot.ended.then(code => {
    over = code;
  });
  await slack.until(
    () => over !== undefined || opened() === 2 + kinds.length,
    'as many tries as failures, and one more',
  );
  expect([over, bot.output().match(/trying again/g)?.length]).toEqual([undefined, 1 + kinds.length]);
  await slack.until(() => slack.connected(), 'the bot to be back');
  await startCop(slack.person('Amira Haddad'));
}, 120_000);

it.each([
  ['auth.test', { hang: true }],
  ['apps.connections.open', { rateLimit: 2 }],
] as const)(
  'beside Discord, it starts though %s fails: %j',
  async (on, does) => {
    slack = await startSlack({ workspaces: [town], patienceMs: 30_000 });
    const discord = await startDiscord({ workspaces: [town], patienceMs: 30_000 });
    slack.injects({ on, does });
    bot = launch({
      DATABASE_URL: `sqlite:${folder}/${on}-${Object.keys(does)[0]}.sqlite`,
      ...tokens(slack),
      ...tokens(discord),
    });
    await discord.until(() => discord.connected() && bot.output().includes('the bot is up'), 'the bot to be up');
    await startCop(discord.person('Amira Haddad'));
    await slack.until(() => slack.connected(), 'Slack to be connected too');
    await startCop(slack.person('Amira Haddad'));
    await bot.stop();
    await discord.stop();
  },
  60_000,
);
