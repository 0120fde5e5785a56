/** The chains of calls that people wait for, on both platforms: which go side by side, and which wait for which. */
import { startDiscord } from '../playground/discord/index.ts';
import { fromManifest, startSlack } from '../playground/slack/index.ts';
import { town } from '../playground/town.ts';
import manifest from '../slack-app-manifest.json' with { type: 'json' };
import { createDiscord } from '../src/adapters/discord/platform.ts';
import { createSlack } from '../src/adapters/slack/platform.ts';
import { startBot } from '../src/bot/bot.ts';
import { readGuides } from '../src/bot/guides/guides.ts';
import { systemClock } from '../src/jobs/clock.ts';
import { localJobs } from '../src/jobs/local.ts';
import { openStore } from '../src/store/engine.ts';
import { migrate } from '../src/store/migrate.ts';
import { latencyOf } from './latency-of.ts';
import { chain, lastRound } from './round-trips.ts';

const log = { debug() {}, info() {}, warn() {}, error() {} };
const options = { workspaces: [town], rateLimits: false };

async function onSlack() {
  const playground = await startSlack({ ...options, ...fromManifest(manifest) });
  const { apiUrl, appToken } = playground;
  return { playground, adapter: createSlack({ botToken: playground.botToken(), appToken, apiUrl, log }) };
}
async function onDiscord() {
  const playground = await startDiscord({ ...options, intents: { messageContent: true } });
  return { playground, adapter: createDiscord({ token: playground.token, apiUrl: playground.apiUrl, log }) };
}

for (const opened of [await onSlack(), await onDiscord()]) {
  const { playground, adapter } = opened;
  const store = await openStore('sqlite::memory:');
  await migrate(store.db);
  const jobs = localJobs(systemClock, log);
  const guides = readGuides();
  const bot = await startBot({ store, jobs, clock: systemClock, log, guides, platforms: [adapter], secret: 'bench' });
  await bot.connected;
  console.log(`\n${playground.platform}`);
  for (const [what, calls] of Object.entries(await latencyOf(playground, store))) {
    console.log(`  ${what}: ${lastRound(calls)} round trips`);
    for (const line of chain(calls)) console.log(`    ${line}`);
  }
  await bot.stop();
  await playground.stop();
  await store.close();
}
