/**
 * Many CoPs started in one Discord server at once, with Discord's limits on, and people who press meanwhile. In real time: discord.js
 * waits by the machine's clock.
 */
import { limits } from '../playground/discord/limits.ts';
import type { Persona, Traffic } from '../playground/driver.ts';
import { type Stage, settled, stage } from '../test/support/stage.ts';

const second = 1000;
const onlooker = 'Onlooker';

export interface SoakedDiscord {
  readonly open: number;
  /** Calls that Discord counts, and those that it refused (429). */
  readonly counted: number;
  readonly refused: number;
  /** In milliseconds: until all was done, and what the limits allow at best. */
  readonly took: number;
  readonly least: number;
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
  const least = Math.floor((tally.counted() - 1) / limits.globalPerSecond) * second;
  const sorted = (some: number[]) => some.sort((a, b) => a - b);
  return {
    open,
    failed,
    unanswered,
    took,
    least,
    counted: tally.counted(),
    refused: tally.refused(),
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
  let counted = 0;
  let refused = 0;
  playground.clearTraffic();
  playground.onChange(() => {
    for (const one of playground.traffic) {
      if (!isCounted(one)) continue;
      if (one.status === 429) refused += 1;
      else counted += 1;
    }
    playground.clearTraffic();
  });
  return { counted: () => counted, refused: () => refused };
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
