/** One thing goes wrong with one call, or with the events of one act: it ends as undisturbed. */
import type { Fault } from '../../playground/driver.ts';
import type { PlatformName } from '../../src/domain/platforms.ts';
import { type Chapter, castOf, chapters, endsWell } from './crashes.ts';
import { life } from './life/index.ts';
import { inOwnTime, type Line, type Wrong } from './report.ts';
import type { Chance } from './seeded.ts';
import { type World, worldAt } from './world.ts';

type Does = Fault['does'];
const hourMs = 3600_000;

/** Told again within the bot's own patience. */
const quick: Readonly<Record<string, Does>> = {
  '429, Retry-After': { rateLimit: 1 },
  '503, nothing done': { status: 503 },
  '503, and done': { status: 503, performed: true },
  'the line cut, nothing done': { reset: true },
  'the line cut, and done': { reset: true, performed: true },
  'answered after its events': { late: 40 },
};

/** Until the client gives up, ten seconds later. */
const slow: Readonly<Record<string, Does>> = {
  'no answer, nothing done': { hang: true },
  'no answer, and done': { hang: true, performed: true },
};

/** Taken away for one call, and given back. */
const taken: Readonly<Record<PlatformName, Readonly<Record<string, Does>>>> = {
  slack: { 'token refused': { refuse: 'token_revoked' }, 'scope taken away': { refuse: 'missing_scope' } },
  discord: { 'token refused': { refuse: '0' }, 'permission taken away': { refuse: '50013' } },
};

type Harm = (world: World, chapter: Chapter) => Promise<readonly string[]>;

interface Case {
  readonly what: string;
  readonly chapter: Chapter;
  readonly harm: Harm;
}

export async function* faults(
  platform: PlatformName,
  chance: Chance,
  most?: number,
  acts = life,
): AsyncGenerator<Line> {
  const told: Chapter[] = [];
  for await (const chapter of chapters(platform)) if (acts.includes(chapter.act)) told.push(chapter);
  const kinds = [
    ...Object.entries(quick).map(([what, does]) => ({ what, side: 3, cases: atEachCall(told, does) })),
    ...Object.entries(most === undefined ? slow : {}).map(([what, does]) => ({
      what,
      side: 12,
      cases: atEachCall(told, does),
    })),
    ...Object.entries(taken[platform]).map(([what, does]) => ({
      what,
      side: 3,
      cases: atEachCall(told, does, mended),
    })),
    ...astray(platform, chance).map(([what, harm]) => ({
      what,
      side: 3,
      cases: told.map(chapter => ({ what: chapter.act.name, chapter, harm })),
    })),
  ];
  for (const { what, side, cases } of kinds) {
    const chosen = most === undefined ? cases : chance.some(cases, most);
    const wrong: Wrong[] = [];
    await inOwnTime(
      chosen,
      async one => {
        const differs = await harmed(one);
        if (differs.length > 0) wrong.push({ what: `${platform}, ${what}: ${one.what}`, differs });
      },
      side,
    );
    yield { what: `${what}, ${platform}`, there: cases.length, run: chosen.length, wrong };
  }
}

/** What carries an interaction's own address or token asks for none of the bot's. */
const ofItsOwn = /^(response_url|upload|file|POST \/interactions|\w+ \/webhooks)/;

function atEachCall(told: readonly Chapter[], does: Does, ends: Harm = endsWell): readonly Case[] {
  return told.flatMap(chapter => {
    const seen = new Map<string, number>();
    return chapter.recorded.calls.flatMap(on => {
      if (ends === mended && ofItsOwn.test(on)) return [];
      const after = seen.get(on) ?? 0;
      seen.set(on, after + 1);
      const harm: Harm = async world => {
        world.playground.injects({ on, after, does });
        return ends(world, chapter);
      };
      return [{ what: `${chapter.act.name}, call ${after + 1} of ${on}`, chapter, harm }];
    });
  });
}

async function harmed({ chapter, harm }: Case): Promise<readonly string[]> {
  const world = await worldAt(chapter.from.platform, chapter.from);
  try {
    await world.settled();
    return await harm(world, chapter);
  } catch (error) {
    return [`it did not come to an end: ${error instanceof Error ? error.message : error}`];
  } finally {
    await world.stop();
  }
}

/** What somebody has to mend waits for them, and comes back by itself within the hour; they are told once, each. */
async function mended(world: World, chapter: Chapter): Promise<readonly string[]> {
  await endsWell(world, chapter);
  world.waits(hourMs + 60_000);
  await world.settled();
  const found = await endsWell(world, { ...chapter, before: [] });
  const hands = world.look().filter(isAHand);
  const twice = hands.filter((one, n) => hands.indexOf(one) !== n).map(one => `twice: ${one}`);
  return [...found.filter(line => !isAHand(line.slice(2))), ...twice];
}

/** That something needs a hand, and what is written down of that. */
const isAHand = (line: string): boolean =>
  /^(message|posts) /.test(line) && /needs a hand|needs-a-hand|It is done now|mended/i.test(line);

/** Whom Discord serves it serves in order; both send again what they aren't sure of. */
function astray(platform: PlatformName, chance: Chance): readonly (readonly [string, Harm])[] {
  const late: Harm = async (world, chapter) => {
    let n = 0;
    world.playground.carries(() => [60, 10, 0][n++ % 3]);
    return endsWell(world, chapter);
  };
  return [
    [
      'every event and press twice',
      async (world, chapter) => {
        world.playground.delivers(2);
        return endsWell(world, chapter);
      },
    ],
    ...(platform === 'slack' ? [['events late, and out of order', late] as const] : []),
    ['every event lost, then started again', lost],
    ['three of ten calls fail at random', byChance(chance)],
  ];
}

/** Three of ten calls fail, in any of the quick ways; people press again. Then the platform is well again. */
const byChance =
  (chance: Chance): Harm =>
  async (world, chapter) => {
    const ways = Object.values(quick);
    world.playground.failsBy(() => (chance.next() < 0.3 ? ways[chance.below(ways.length)] : undefined));
    await endsWell(world, chapter, 6);
    world.playground.failsBy();
    return endsWell(world, chapter);
  };

/** What happened meanwhile is found by looking. */
async function lost(world: World, chapter: Chapter): Promise<readonly string[]> {
  world.playground.carries(() => 'lost');
  await chapter.act.play(castOf(world)).catch(() => {}); // what became of it is seen below
  await world.settled();
  const again = await worldAt(world.platform, world.now());
  try {
    return await endsWell(again, chapter);
  } finally {
    await again.stop();
  }
}
