/** The process dies at a moment of an act, and is started again: it ends as if nothing had been. */
import type { PlatformName } from '../../src/domain/platforms.ts';
import { type Act, life, prelude } from './life/index.ts';
import { difference, type Look } from './look.ts';
import { type Recorded, recording } from './moments.ts';
import { inOwnTime, type Line, type Wrong } from './report.ts';
import type { Chance } from './seeded.ts';
import { type Moment, type World, worldAt } from './world.ts';

/** An act of the undisturbed life, with what was there before and after it. */
export interface Chapter {
  readonly act: Act;
  readonly from: Moment;
  readonly before: Look;
  readonly after: Look;
  readonly recorded: Recorded;
}

/** Told undisturbed, each act by a bot of its own: so that what a start does by itself is in what is expected. */
export async function* chapters(platform: PlatformName): AsyncGenerator<Chapter> {
  const before = told.get(platform);
  if (before) return yield* before;
  const all: Chapter[] = [];
  for await (const chapter of lived(platform)) {
    all.push(chapter);
    yield chapter;
  }
  told.set(platform, all);
}

const told = new Map<PlatformName, readonly Chapter[]>();

async function* lived(platform: PlatformName): AsyncGenerator<Chapter> {
  let from = await afterThePrelude(platform);
  for (const act of life) {
    const world = await worldAt(platform, from);
    try {
      await world.settled();
      const [start, before] = [world.now(), world.look()];
      const recorded = recording(world);
      await act.play(castOf(world));
      await world.settled();
      const after = world.look();
      from = world.now();
      yield { act, from: start, before, after, recorded };
    } finally {
      await world.stop();
    }
  }
}

async function afterThePrelude(platform: PlatformName): Promise<Moment> {
  const world = await worldAt(platform);
  await prelude.play(castOf(world));
  await world.settled();
  const now = world.now();
  await world.stop();
  return now;
}

export const castOf = ({ platform, person, goesOn, time }: World) => ({ platform, person, goesOn, time });

/** What a press leaves in the database; who somebody is, is known as soon as they have looked at anything. */
const rowsOf = (look: Look): Look =>
  look.filter(line => /^\w+ \{/.test(line) && !/^(accounts|homes|persons|support_people|channel|message) /.test(line));

/** Pressed again where nothing of the press was kept, as people do. */
export async function endsWell(world: World, { act, before, after }: Chapter, most = 3): Promise<readonly string[]> {
  await world.settled();
  for (let presses = 0; presses < most; presses++) {
    if (difference(rowsOf(before), rowsOf(world.look())).length > 0) break;
    if (difference(after, world.look()).length === 0) break;
    await act.play(castOf(world)).catch(() => {}); // what became of it is seen below
    await world.settled();
  }
  return difference(after, world.look());
}

interface Sample {
  /** Of each act, so many; all, if left out. */
  readonly most?: number | undefined;
  readonly acts?: readonly Act[];
  /** It is killed once more while it recovers, at one of the moments of that. */
  readonly twice?: boolean;
}

export async function crashes(
  platform: PlatformName,
  chance: Chance,
  { most, acts = life, twice = false }: Sample = {},
): Promise<Omit<Line, 'what'>> {
  let [points, there, run] = [0, 0, 0];
  const wrong: Wrong[] = [];
  for await (const chapter of chapters(platform)) {
    if (!acts.includes(chapter.act)) continue;
    // Told again without them: they are large.
    const moments = chapter.recorded.moments.splice(0);
    points += chapter.recorded.points;
    there += moments.length;
    const chosen = most === undefined ? moments : chance.of(chapter.act.name).some(moments, most);
    await inOwnTime(chosen, async ({ moment, at }, n) => {
      run += 1;
      const what = `${platform}, ${chapter.act.name}, killed at ${at} (${n + 1} of ${chosen.length})`;
      // Its own: worlds side by side draw from nothing that they share.
      const again = twice ? chance.of(`${chapter.act.name}, again, ${n}`) : undefined;
      const differs = await afterwards(moment, chapter, again);
      if (differs.length > 0) wrong.push({ what, differs });
    });
  }
  return { there, run, wrong, besides: `${points} points, before and after each call and commit` };
}

async function afterwards(moment: Moment, chapter: Chapter, again?: Chance): Promise<readonly string[]> {
  const world = await worldAt(moment.platform, moment);
  let second: Moment | undefined;
  try {
    const recorded = again && recording(world);
    const differs = await endsWell(world, chapter);
    if (!recorded) return differs;
    second = again?.some(recorded.moments, 1)[0]?.moment;
    if (differs.length > 0 || !second) return differs;
  } catch (error) {
    return [`it did not come to an end: ${error instanceof Error ? error.message : error}`];
  } finally {
    await world.stop();
  }
  return afterwards(second, chapter);
}
