/**
 * Many CoPs started on Slack within five minutes, with Slack's limits on: how often it had to say no, and how long it took over what
 * the limits allow. `npm run bench:soak`, with `-- 60` for another number than 300. Time is not waited for.
 */

import { startSlack } from '../playground/slack/index.ts';
import { limits } from '../playground/slack/limits.ts';
import { methods } from '../playground/slack/methods/table.ts';
import manifest from '../slack-app-manifest.json' with { type: 'json' };
import { createSlack } from '../src/adapters/slack/platform.ts';
import { startBot } from '../src/bot/bot.ts';
import { readGuides } from '../src/bot/guides/guides.ts';
import type { Jobs } from '../src/jobs/jobs.ts';
import { localJobs } from '../src/jobs/local.ts';
import { openStore } from '../src/store/engine.ts';
import { migrate } from '../src/store/migrate.ts';
import { virtualTime } from './virtual-time.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const cops = Number(process.argv[2] ?? 300);
const log = {
  debug() {},
  info() {},
  warn() {},
  error: (fields: object, words: string) => console.error(words, fields),
};

const begun = Date.UTC(2026, 2, 3, 9);
const time = virtualTime(begun);
const names = Array.from({ length: cops }, (_, n) => `Person ${n + 1}`);
const playground = await startSlack({
  workspaces: [{ name: 'Soak', people: names.map(name => ({ name })) }],
  scopes: manifest.oauth_config.scopes.bot,
  now: time.now,
  patienceMs: 10 * minute,
  ackMs: 10 * minute,
});
const store = await openStore('sqlite::memory:');
await migrate(store.db);

/** What is drained is something to do. */
function watched(jobs: Jobs): Jobs {
  return {
    ...jobs,
    start: (platforms, { drain, due }) =>
      jobs.start(platforms, { drain: work => time.during(() => drain(work)), due: now => time.during(() => due(now)) }),
  };
}

const { apiUrl, appToken } = playground;
const bot = await startBot({
  store,
  jobs: watched(localJobs(time, log)),
  clock: time,
  log,
  guides: readGuides(),
  platforms: [
    createSlack({
      botToken: playground.botToken(),
      appToken,
      apiUrl,
      log,
      now: time.now,
      pace: { now: time.now, sleep: time.sleep },
    }),
  ],
  secret: 'soak',
});

async function start(name: string): Promise<void> {
  const person = playground.person(name);
  await person.types('/startcop', { in: 'general' });
  await person.form();
  await person.submits({ Name: `Circle of ${name}`, 'What do you care about?': 'Healing' });
}

let started = 0;
const refusals: string[] = [];
for (const [n, name] of names.entries())
  time.at(begun + (n * 5 * minute) / cops, () => {
    void time
      .during(() => start(name))
      .catch((error: Error) => refusals.push(error.message))
      .finally(() => {
        started += 1;
      });
  });

const passed = new Map<string, number>();
const refused = new Map<string, number>();
let heard = 0;
playground.onChange(() => {
  for (const { direction, name, status } of playground.traffic) {
    heard += 1;
    if (direction !== 'call') continue;
    const tally = status === 429 ? refused : passed;
    tally.set(name, (tally.get(name) ?? 0) + 1);
  }
  playground.clearTraffic();
});

const open = async () => {
  const query = store.db.selectFrom('effects').select(['kind', 'state', 'error']).where('settled_at', 'is', null);
  return query.where('due_at', '<', time.now() + day).execute();
};
const real = performance.now();
let spaces = 0;
await time.until(
  async () => {
    if (started < cops) return false;
    const left = await open();
    if (spaces === 0 && !left.some(one => one.kind === 'open-space')) spaces = time.now() - begun;
    return left.every(one => one.state === 'parked');
  },
  () => heard,
);
const took = time.now() - begun;

/** Of one method: the last call is allowed when all before it have had their minutes. */
const leastFor = (name: string, calls: number): number => {
  const tier = methods[name]?.tier;
  return tier ? Math.floor((calls - 1) / limits.tiers[tier]) * minute : 0;
};
const sum = (tally: ReadonlyMap<string, number>) => [...tally.values()].reduce((all, one) => all + one, 0);
const [asked, no] = [sum(passed) + sum(refused), sum(refused)];
const [narrowest = '', least = 0] =
  [...passed].map(([name, calls]) => [name, leastFor(name, calls)] as const).sort((a, b) => b[1] - a[1])[0] ?? [];
const minutes = (ms: number) => `${(ms / minute).toFixed(1)} min`;
const failed = await store.db
  .selectFrom('effects')
  .select(['kind', 'error'])
  .where('state', 'in', ['failed', 'skipped', 'parked'])
  .execute();
const places = await store.db.selectFrom('cops').select('id').where('state', '=', 'open').execute();

console.log(`${cops} CoPs started on Slack within five minutes`);
console.log(`  calls                        ${asked}`);
console.log(`  429                          ${no} (${((100 * no) / asked).toFixed(1)} %)`);
console.log(`  until all spaces were there  ${minutes(spaces)}`);
console.log(`  until all was done           ${minutes(took)}`);
console.log(`  what the limits allow        ${minutes(least)} (${narrowest})`);
console.log(`  over that                    ${((100 * took) / Math.max(least, 5 * minute) - 100).toFixed(1)} %`);
console.log(
  `  CoPs open                    ${places.length}; not done ${failed.length}; not answered ${refusals.length}`,
);
console.log(`  (took ${minutes(performance.now() - real)} of real time)`);
for (const one of [...new Set([...failed.map(({ kind, error }) => `${kind}: ${error}`), ...refusals])].slice(0, 5))
  console.log(`  ${one}`);
for (const [name, calls] of [...passed].sort((a, b) => b[1] - a[1]))
  console.log(`    ${name.padEnd(30)} ${String(calls).padStart(6)}   429: ${refused.get(name) ?? 0}`);

await bot.stop();
await playground.stop();
await store.close();
