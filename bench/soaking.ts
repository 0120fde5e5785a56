/** Many CoPs started on Slack at once, with Slack's limits on, and people who press meanwhile. Time is not waited for. */
import type { Persona } from '../playground/driver.ts';
import { type SlackPlayground, startSlack } from '../playground/slack/index.ts';
import { limits } from '../playground/slack/limits.ts';
import { methods } from '../playground/slack/methods/table.ts';
import manifest from '../slack-app-manifest.json' with { type: 'json' };
import { createSlack } from '../src/adapters/slack/platform.ts';
import { startBot } from '../src/bot/bot.ts';
import { readGuides } from '../src/bot/guides/guides.ts';
import type { Jobs } from '../src/jobs/jobs.ts';
import { localJobs } from '../src/jobs/local.ts';
import { openStore, type Store } from '../src/store/engine.ts';
import { migrate } from '../src/store/migrate.ts';
import { type VirtualTime, virtualTime } from './virtual-time.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const begun = Date.UTC(2026, 2, 3, 9);
const log = {
  debug() {},
  info() {},
  warn() {},
  error: (fields: object, words: string) => console.error(words, fields),
};

export interface Soaked {
  /** By method. */
  readonly passed: ReadonlyMap<string, number>;
  readonly refused: ReadonlyMap<string, number>;
  /** In milliseconds: until all spaces were there, until all was done, and what the limits allow at best. */
  readonly spaces: number;
  readonly took: number;
  readonly least: number;
  readonly narrowest: string;
  readonly open: number;
  readonly failed: readonly string[];
  readonly unanswered: readonly string[];
  /** How long whoever pressed something meanwhile waited for the first answer, in milliseconds, the shortest first. */
  readonly answers: readonly number[];
  /** By how much all was there later (earlier: less than nothing) than whoever started it could read a while before, in milliseconds; and how long that was then to come. */
  readonly promised: readonly { readonly late: number; readonly toCome: number }[];
}

export async function soak(cops: number, withinMs: number, looks = 0): Promise<Soaked> {
  const time = virtualTime(begun);
  const names = Array.from({ length: cops }, (_, n) => `Person ${n + 1}`);
  const playground = await startSlack({
    workspaces: [{ name: 'Soak', people: [...names, 'Onlooker'].map(name => ({ name })) }],
    scopes: manifest.oauth_config.scopes.bot,
    now: time.now,
    patienceMs: 10 * minute,
    ackMs: 10 * minute,
  });
  const store = await openStore('sqlite::memory:');
  await migrate(store.db);
  const bot = await started(playground, store, time);
  const tally = tallied(playground);
  const unanswered: string[] = [];
  const answers: number[] = [];
  let over = 0;
  const during = (at: number, work: () => Promise<void>) =>
    time.at(at, () => {
      void time
        .during(work)
        .catch((error: Error) => void unanswered.push(error.message))
        .finally(() => {
          over += 1;
        });
    });
  for (const [n, name] of names.entries())
    during(begun + (n * withinMs) / cops, () => starts(playground.person(name), time));
  for (let n = 0; n < looks; n++)
    during(begun + ((n + 0.5) * withinMs) / looks, async () => {
      const since = time.now();
      await playground.person('Onlooker').types('/cop find circle', { in: 'general' });
      answers.push(time.now() - since);
    });

  let read: ReadonlyMap<string, number> = new Map();
  const readAt = begun + withinMs + minute;
  time.at(readAt, () => {
    read = promisesIn(playground.state());
  });

  let spaces = 0;
  await time.until(
    async () => {
      if (over < cops + looks) return false;
      const left = await openIn(store, time.now());
      if (spaces === 0 && !left.some(one => one.kind === 'open-space')) spaces = time.now() - begun;
      return left.every(one => one.state === 'parked');
    },
    () => tally.heard(),
  );
  const took = time.now() - begun;
  const done = await ended(store);
  const there = await readyAt(store);
  const promised = [...read].map(([who, at]) => ({ late: (there.get(who) ?? begun + took) - at, toCome: at - readAt }));
  await bot.stop();
  await playground.stop();
  await store.close();
  return {
    ...tally,
    spaces,
    took,
    ...leastOf(tally.passed),
    ...done,
    unanswered,
    promised,
    answers: answers.sort((a, b) => a - b),
  };
}

/** Where Slack opens no more forms in a minute, they press again in the next. */
async function starts(person: Persona, time: VirtualTime): Promise<void> {
  for (let presses = 0; presses < 5; presses++) {
    await person.types('/startcop', { in: 'general' });
    if (person.hasForm())
      return person.submits({ Name: `Circle of ${person.name}`, 'What do you care about?': 'Healing' });
    await time.sleep(minute);
  }
  throw new Error(`${person.name} saw no form`);
}

function started(playground: SlackPlayground, store: Store, time: VirtualTime) {
  /** What is drained is something to do. */
  const watched = (jobs: Jobs): Jobs => ({
    ...jobs,
    start: (platforms, { drain, due }) =>
      jobs.start(platforms, { drain: work => time.during(() => drain(work)), due: now => time.during(() => due(now)) }),
  });
  const { apiUrl, appToken } = playground;
  const pace = { now: time.now, sleep: time.sleep };
  const slack = createSlack({ botToken: playground.botToken(), appToken, apiUrl, log, now: time.now, pace });
  const jobs = watched(localJobs(time, log));
  return startBot({ store, jobs, clock: time, log, guides: readGuides(), platforms: [slack], secret: 'soak' });
}

function tallied(playground: SlackPlayground) {
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
  return { passed, refused, heard: () => heard };
}

/** By when all should be there, in epoch milliseconds: what stands in the window of each. */
function promisesIn(state: string): ReadonlyMap<string, number> {
  const { teams } = JSON.parse(state) as { teams: readonly { modals: Readonly<Record<string, readonly unknown[]>> }[] };
  const windows = teams.flatMap(team => Object.entries(team.modals));
  return new Map(
    windows.flatMap(([who, views]) => {
      const at = /should be there by "},{"type":"date","timestamp":(\d+)/.exec(JSON.stringify(views))?.[1];
      return at ? [[who, Number(at) * 1000] as const] : [];
    }),
  );
}

/** When each was told that all is there. */
async function readyAt({ db }: Store): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('effects')
    .innerJoin('cops', 'cops.id', 'effects.cop_id')
    .innerJoin('accounts', 'accounts.person_id', 'cops.starter_id')
    .select(['accounts.external_id as who', 'effects.settled_at as at'])
    .where('effects.kind', '=', 'answer')
    .execute();
  return new Map(rows.map(({ who, at }) => [who, at ?? Number.POSITIVE_INFINITY]));
}

const openIn = ({ db }: Store, now: number) =>
  db
    .selectFrom('effects')
    .select(['kind', 'state', 'error'])
    .where('settled_at', 'is', null)
    .where('due_at', '<', now + day)
    .execute();

async function ended({ db }: Store) {
  const failed = await db
    .selectFrom('effects')
    .select(['kind', 'error'])
    .where('state', 'in', ['failed', 'skipped', 'parked'])
    .execute();
  const places = await db.selectFrom('cops').select('id').where('state', '=', 'open').execute();
  return { open: places.length, failed: failed.map(({ kind, error }) => `${kind}: ${error}`) };
}

/** Of one method: the last call is allowed when all before it have had their minutes. */
function leastOf(passed: ReadonlyMap<string, number>): Pick<Soaked, 'least' | 'narrowest'> {
  const leastFor = (name: string, calls: number): number => {
    const tier = methods[name]?.tier;
    return tier ? Math.floor((calls - 1) / limits.tiers[tier]) * minute : 0;
  };
  const [narrowest = '', least = 0] =
    [...passed].map(([name, calls]) => [name, leastFor(name, calls)] as const).sort((a, b) => b[1] - a[1])[0] ?? [];
  return { narrowest, least };
}
