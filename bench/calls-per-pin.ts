/** What the bot asks of a platform when somebody pins, over the wire: the real client against the playground. */
import { startDiscord } from '../playground/discord/index.ts';
import type { Playground } from '../playground/driver.ts';
import { startSlack } from '../playground/slack/index.ts';
import { town } from '../playground/town.ts';
import manifest from '../slack-app-manifest.json' with { type: 'json' };
import { createDiscord } from '../src/adapters/discord/platform.ts';
import { createSlack } from '../src/adapters/slack/platform.ts';
import { startBot } from '../src/bot/bot.ts';
import { readGuides } from '../src/bot/guides/guides.ts';
import { systemClock } from '../src/jobs/clock.ts';
import { localJobs } from '../src/jobs/local.ts';
import type { ChatPlatform } from '../src/platform/chat-platform.ts';
import { openStore } from '../src/store/engine.ts';
import { migrate } from '../src/store/migrate.ts';

const log = { debug() {}, info() {}, warn() {}, error() {} };

async function opened(platform: 'slack' | 'discord'): Promise<{ playground: Playground; adapter: () => ChatPlatform }> {
  if (platform === 'slack') {
    const playground = await startSlack({ workspaces: [town], scopes: manifest.oauth_config.scopes.bot });
    const { apiUrl, appToken } = playground;
    return { playground, adapter: () => createSlack({ botToken: playground.botToken(), appToken, apiUrl, log }) };
  }
  const playground = await startDiscord({ workspaces: [town], intents: { messageContent: true } });
  return { playground, adapter: () => createDiscord({ token: playground.token, apiUrl: playground.apiUrl, log }) };
}

export async function callsPerPin(platform: 'slack' | 'discord'): Promise<{ pin: number; away: number }> {
  const { playground, adapter } = await opened(platform);
  const store = await openStore('sqlite::memory:');
  await migrate(store.db);
  const started = async () => {
    const bot = await startBot({
      store,
      jobs: localJobs(systemClock, log),
      clock: systemClock,
      log,
      guides: readGuides(),
      platforms: [adapter()],
      secret: 'bench',
    });
    await bot.connected;
    return bot;
  };
  const count = async () => (await store.db.selectFrom('documents').select('id').execute()).length;
  const open = async () =>
    (
      await store.db
        .selectFrom('effects')
        .select('id')
        .where('settled_at', 'is', null)
        .where('due_at', '<', Date.now() + 24 * 3600_000)
        .execute()
    ).length;
  const calls = (name: RegExp) =>
    playground.traffic.filter(one => one.direction === 'call' && name.test(one.name)).length;

  let bot = await started();
  const amira = playground.person('Amira Haddad');
  await amira.types('/startcop', { in: 'general' });
  await amira.form();
  await amira.submits({ Name: 'Wound Care', 'What do you care about?': 'Healing' });
  await amira.sees(/Your space is ready/);
  await playground.until(async () => (await open()) === 0, 'everything to be done');

  const paper = await amira.posts('cop-wound-care', 'A review https://example.org/a');
  playground.clearTraffic();
  await amira.pins(paper);
  await playground.until(async () => (await count()) === 1, 'a document');
  const pin = calls(/./);

  await bot.stop();
  await amira.pins(await amira.posts('cop-wound-care', 'Another https://example.org/b'));
  playground.clearTraffic();
  bot = await started();
  await playground.until(async () => (await count()) === 2, 'the other document');
  const away = calls(/pins|messages|history/);

  await bot.stop();
  await playground.stop();
  await store.close();
  return { pin, away };
}
