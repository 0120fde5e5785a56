/** The process dies at a moment of an act, and is started again: it ends as if nothing had been. */
import { setTimeout as sleep } from 'node:timers/promises';
import { lookEvery } from '../../src/bot/clockwork/schedule.ts';
import type { PlatformName } from '../../src/domain/platforms.ts';
import type { Ground } from './base.ts';
import { worldsOn } from './in-own-time.ts';
import { counted, type Known, knownAmong } from './known.ts';
import { type Act, type Cast, life, prelude } from './life/index.ts';
import { difference, type Look } from './look.ts';
import { callsOf, differing, nothingRecorded, type Recorded, recording } from './moments.ts';
import { type Line, type Wrong, wrongOf } from './report.ts';
import type { Chance } from './seeded.ts';
import { type Moment, type World, type WorldOptions, worldAt } from './world.ts';

/** An act of the undisturbed life, with what was there before and after it. */
export interface Chapter {
  readonly act: Act;
  readonly from: Moment;
  readonly before: Look;
  readonly after: Look;
  readonly recorded: Recorded;
}

/** Told once, for whoever doesn't ask for its moments. */
export async function* chapters(platform: PlatformName, ground?: Ground): AsyncGenerator<Chapter> {
  const which = `${platform}, ${ground?.engine ?? 'sqlite'}`;
  const before = told.get(which);
  if (before) return yield* before;
  const all: Chapter[] = [];
  for await (const chapter of lived(platform, ground, callsOf)) {
    all.push(chapter);
    yield chapter;
  }
  told.set(which, all);
}

const told = new Map<string, readonly Chapter[]>();

/** Told undisturbed, each act by a bot of its own: so that what a start does by itself is in what is expected. */
async function* lived(
  platform: PlatformName,
  ground: Ground | undefined,
  recordedOf: (world: World, act: Act) => Recorded,
): AsyncGenerator<Chapter> {
  let from = await afterThePrelude(platform, ground);
  for (const act of life) {
    const world = await worldAt(platform, from, { ground, isWatched: true });
    try {
      await world.settled();
      const [start, before] = [world.now(), await world.look()];
      const recorded = recordedOf(world, act);
      await act.play(castOf(world));
      await world.settled();
      const after = await world.look();
      from = world.now();
      yield { act, from: start, before, after, recorded };
    } finally {
      await world.stop();
    }
  }
}

async function afterThePrelude(platform: PlatformName, ground: Ground | undefined): Promise<Moment> {
  const world = await worldAt(platform, undefined, { ground });
  await prelude.play(castOf(world));
  await world.settled();
  const now = world.now();
  await world.stop();
  return now;
}

/** `since`: when what is played began, so that no more time passes where it is played again. */
export const castOf = ({ platform, person, goesOn, time }: World, since?: number): Cast => ({
  platform,
  person,
  time,
  goesOn: days => goesOn(days, since),
});

/** What a press leaves in the database; who somebody is, is known as soon as they have looked at anything. */
const rowsOf = (look: Look): Look =>
  look.filter(line => /^\w+ \{/.test(line) && !/^(accounts|homes|persons|support_people|channel|message) /.test(line));

/** Pressed again where nothing of the press was kept, as people do; and once more wherever they were asked to, since it took the machine too long. */
export async function endsWell(
  world: World,
  { act, from, before, after }: Chapter,
  most = 3,
): Promise<readonly string[]> {
  await world.settled();
  for (let presses = 0; presses - Math.min(late(world), mostLate) < most; presses++) {
    const now = await world.look();
    if (difference(rowsOf(before), rowsOf(now)).length > 0 || difference(after, now).length === 0) break;
    await act.play(castOf(world, from.at)).catch(() => {}); // what became of it is seen below
    await world.settled();
  }
  return atLast(world, after);
}

const mostLate = 20;
const late = ({ log }: World): number => log.filter(line => (line as { outcome?: unknown }).outcome === 'late').length;

/** What happened is looked at again a second later where a platform didn't answer: that is no work which anything waits for. */
const againMs = 4000;
async function atLast(world: World, after: Look): Promise<readonly string[]> {
  for (const until = Date.now() + againMs; ; await sleep(200)) {
    const differs = difference(after, await world.look());
    if (knownAmong(differs).wrong.length === 0 || Date.now() > until) return differs;
    await world.settled();
  }
}

/** How it comes back. */
export interface Way {
  readonly what: string;
  /** It is killed once more while it recovers, at one of the moments of that. */
  readonly twice?: boolean;
  /** Its clock is wrong by so many milliseconds. */
  readonly ahead?: number;
}

export interface Sample {
  /** Of each act, so many; all, if left out. */
  readonly most?: number | undefined;
  readonly acts?: readonly Act[];
  /** On SQLite, if left out. */
  readonly ground?: Ground | undefined;
}

/** What has been counted of a way so far. */
interface Count {
  readonly way: Way;
  run: number;
  readonly wrong: Wrong[];
  readonly known: Known[];
}

/** At the moments of one life, in each way: a line for each. */
export async function crashes(
  platform: PlatformName,
  chance: Chance,
  ways: readonly Way[],
  { most, acts = life, ground }: Sample = {},
): Promise<readonly Line[]> {
  let [points, there] = [0, 0];
  const counts = ways.map((way): Count => ({ way, run: 0, wrong: [], known: [] }));
  const left = new Set(acts);
  const wholly = (world: World, act: Act) => (acts.includes(act) ? recording(world) : nothingRecorded());
  let before: Promise<unknown> = Promise.resolve();
  for await (const chapter of lived(platform, ground, wholly)) {
    if (left.size === 0) break;
    if (!left.delete(chapter.act)) continue;
    const moments = await differing(chapter.recorded.moments.splice(0)); // they are large
    points += chapter.recorded.points;
    there += moments.length;
    await before; // one act's at a time are held
    before = Promise.all(
      counts.map(count => {
        const own = chance.of(`${count.way.what}, ${chapter.act.name}`);
        const chosen = most === undefined ? moments : own.some(moments, most);
        return killedAt(chosen, chapter, count, own, { ground, many: Math.ceil(worldsOn(ground) / ways.length) });
      }),
    );
  }
  await before;
  return counts.map(({ way, run, wrong, known }) => {
    const what = `${way.what}, ${platform}, ${ground?.engine ?? 'sqlite'}`;
    if (run === 0) wrong.push({ what, differs: ['it was killed in no moment: nothing is shown'] });
    const besides = [`${points} points, before and after each call and commit`, ...counted(known)].join('; ');
    return { what, there, run, wrong, besides };
  });
}

async function killedAt(
  chosen: readonly Recorded['moments'][number][],
  chapter: Chapter,
  count: Count,
  chance: Chance,
  { ground, many }: { readonly ground: Ground | undefined; readonly many: number },
): Promise<void> {
  const { platform } = chapter.from;
  const { way } = count;
  const which = `${platform}, ${chapter.act.name}, ${way.what}`;
  const found = await wrongOf(
    chosen,
    async ({ moment, at }, n) => {
      count.run += 1;
      // Its own: worlds side by side draw from nothing that they share.
      const again = way.twice ? chance.of(`again, ${n}`) : undefined;
      const differs = await afterwards(moment, chapter, { ground, ahead: way.ahead }, again);
      const { wrong: left, seen } = knownAmong(differs);
      count.known.push(...seen);
      return left.length > 0 ? { what: `${which}: at ${at} (${n + 1} of ${chosen.length})`, differs: left } : undefined;
    },
    many,
  );
  count.wrong.push(...found);
  console.error(`${which}: ${chosen.length}, ${chosen.length - found.length} of them well`);
}

async function afterwards(
  moment: Moment,
  chapter: Chapter,
  how: Pick<WorldOptions, 'ground' | 'ahead'>,
  again?: Chance,
): Promise<readonly string[]> {
  const world = await worldAt(moment.platform, moment, { ...how, isWatched: again !== undefined });
  let second: Moment | undefined;
  try {
    if (how.ahead && how.ahead < 0) {
      await world.settled();
      world.waits(lookEvery - how.ahead); // what had come is due again as late as the clock is, and seen at the next look
    }
    const recorded = again && recording(world, again);
    const differs = await endsWell(world, chapter);
    if (!recorded) return differs;
    second = recorded.moments[0]?.moment;
    if (differs.length > 0 || !second) return differs;
  } catch (error) {
    return [`it did not come to an end: ${error instanceof Error ? error.message : error}`];
  } finally {
    await world.stop();
  }
  return afterwards(second, chapter, how);
}
