/**
 * Many CoPs started in one Discord server at once, with Discord's limits on, and people who press meanwhile. In real time: discord.js
 * waits by the machine's clock.
 */
import { buckets, limits, usualBucket } from '../playground/discord/limits.ts';
import type { Persona, Traffic } from '../playground/driver.ts';
import { type Stage, settled, stage } from '../test/support/stage.ts';

const second = 1000;
const onlooker = 'Onlooker';

export interface SoakedDiscord {
  readonly open: number;
  /** Calls that Discord counts, and those that it refused (429). */
  readonly counted: number;
  readonly refused: ReadonlyMap<string, number>;
  /** In milliseconds: until all was done, and what the limits allow at best. */
  readonly took: number;
  readonly least: number;
  /** What allows no more. */
  readonly narrowest: string;
  readonly failed: readonly string[];
  readonly unanswered: readonly string[];
  /** How long whoever pressed something waited for the first answer, in milliseconds, the shortest first: before any of it, and meanwhile. */
  readonly idle: readonly number[];
  readonly meanwhile: readonly number[];
}

export async function soakDiscord(cops: number, withinMs: number, looks: number): Promise<SoakedDiscord> {
  const names = Array.from({ length: cops }, (_, n) => `Person ${String(n + 1).padStart(3, '0')}`);
  const people = [...names, onlooker].map(name => ({ name }));
  const it = await stage('discord', { workspaces: [{ name: 'Soak', people }], rateLimits: true });
  const idle = [];
  for (let n = 0; n < looks; n++) idle.push(await lookAround(it));
  const tally = tallied(it);
  const begun = performance.now();
  const unanswered: string[] = [];
  const meanwhile: number[] = [];
  const at = async (ms: number, work: () => Promise<void>) => {
    await new Promise(resolve => setTimeout(resolve, ms));
    await work().catch((error: Error) => void unanswered.push(error.message));
  };
  await Promise.all([
    ...names.map((name, n) => at((n * withinMs) / cops, () => starts(it.person(name)))),
    ...Array.from({ length: looks }, (_, n) =>
      at(((n + 0.5) * withinMs) / looks, async () => void meanwhile.push(await lookAround(it))),
    ),
  ]);
  await settled(it.store, 20 * 60 * second);
  const took = performance.now() - begun;
  const { open, failed } = await ended(it);
  await it.stop();
  const sorted = (some: number[]) => some.sort((a, b) => a - b);
  return {
    open,
    failed,
    unanswered,
    took,
    ...leastOf(tally.passed),
    counted: sum(tally.passed),
    refused: tally.refused,
    idle: sorted(idle),
    meanwhile: sorted(meanwhile),
  };
}

async function starts(person: Persona): Promise<void> {
  await person.types('/startcop', { in: 'general' });
  await person.form();
  await person.submits({ Name: `Circle of ${person.name}`, 'What do you care about?': 'Healing' });
}

/** In milliseconds, to the first answer. */
async function lookAround(it: Stage): Promise<number> {
  const since = performance.now();
  await it.person(onlooker).types('/cop find circle', { in: 'general' });
  return performance.now() - since;
}

/** What goes by an interaction's token isn't counted. */
const isCounted = ({ direction, name }: Traffic): boolean =>
  direction === 'call' && !/^\w+ \/(webhooks|interactions)\//.test(name);

function tallied({ playground }: Stage) {
  const passed = new Map<string, number>();
  const refused = new Map<string, number>();
  playground.clearTraffic();
  playground.onChange(() => {
    for (const one of playground.traffic) {
      if (!isCounted(one)) continue;
      const tally = one.status === 429 ? refused : passed;
      tally.set(one.name, (tally.get(one.name) ?? 0) + 1);
    }
    playground.clearTraffic();
  });
  return { passed, refused };
}

const sum = (tally: ReadonlyMap<string, number>): number => [...tally.values()].reduce((all, one) => all + one, 0);

/** By fifty a second in all, and by what is counted together for the whole server; each channel's own buckets are many. */
function leastOf(passed: ReadonlyMap<string, number>): Pick<SoakedDiscord, 'least' | 'narrowest'> {
  const lasts = (calls: number, most: number, within: number) => Math.floor((calls - 1) / most) * within;
  const together = [...passed].filter(([name]) => !/^\w+ \/channels\//.test(name));
  const all = [
    ['fifty calls a second', lasts(sum(passed), limits.globalPerSecond, second)] as const,
    ...together.map(([name, calls]) => {
      const { most, within } = buckets[name] ?? usualBucket;
      return [name, lasts(calls, most, within)] as const;
    }),
  ];
  const [narrowest = '', least = 0] = all.sort((one, other) => other[1] - one[1])[0] ?? [];
  return { narrowest, least };
}

async function ended({ store }: Stage) {
  const places = await store.db.selectFrom('cops').select('id').where('state', '=', 'open').execute();
  const failed = await store.db
    .selectFrom('effects')
    .select(['kind', 'error'])
    .where('state', 'in', ['failed', 'skipped', 'parked'])
    .execute();
  return { open: places.length, failed: failed.map(({ kind, error }) => `${kind}: ${error}`) };
}
