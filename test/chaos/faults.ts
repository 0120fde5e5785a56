/** One thing goes wrong with one call, or with the events of one act: it ends as undisturbed. */
import type { Fault } from '../../playground/driver.ts';
import type { PlatformName } from '../../src/domain/platforms.ts';
import type { Ground } from './base.ts';
import { type Chapter, castOf, chapters, endsWell, type Sample } from './crashes.ts';
import { worldsOn } from './in-own-time.ts';
import { counted, didWithout, type Known, knownAmong } from './known.ts';
import { life } from './life/index.ts';
import { type Line, wrongOf } from './report.ts';
import type { Chance } from './seeded.ts';
import { type World, worldAt } from './world.ts';

type Does = Fault['does'];
const hourMs = 3600_000;

/** Told again within the bot's own patience. */
export const quick: Readonly<Record<string, Does>> = {
  '429, Retry-After': { rateLimit: 1 },
  '503, nothing done': { status: 503 },
  '503, and done': { status: 503, performed: true },
  'the line cut, nothing done': { reset: true },
  'the line cut, and done': { reset: true, performed: true },
  'the answer cut in half, and done': { halfSaid: true },
  'answered after its events': { late: 40 },
};

/** Until the client gives up, ten seconds later. */
const slow: Readonly<Record<string, Does>> = {
  'no answer, nothing done': { hang: true },
  'no answer, and done': { hang: true, performed: true },
};

/** Taken away for one call, and given back. */
export const taken: Readonly<Record<PlatformName, Readonly<Record<string, Does>>>> = {
  slack: { 'token refused': { refuse: 'token_revoked' }, 'scope taken away': { refuse: 'missing_scope' } },
  discord: { 'token refused': { refuse: '0' }, 'permission taken away': { refuse: '50013' } },
};

/** What is otherwise than undisturbed. */
type Harm = (world: World, chapter: Chapter) => Promise<readonly string[] | 'nothing went wrong'>;

interface Case {
  readonly what: string;
  readonly chapter: Chapter;
  readonly harm: Harm;
}

export async function* faults(
  platform: PlatformName,
  chance: Chance,
  { most, acts = life, ground }: Pick<Sample, 'most' | 'acts' | 'ground'> = {},
): AsyncGenerator<Line> {
  const told: Chapter[] = [];
  for await (const chapter of chapters(platform, ground)) if (acts.includes(chapter.act)) told.push(chapter);
  const kinds = [
    ...Object.entries({ ...quick, ...(most === undefined && slow) }).map(([what, does]) => ({
      what,
      cases: atEachCall(told, does),
    })),
    ...Object.entries(taken[platform]).map(([what, does]) => ({ what, cases: atEachCall(told, does, mended) })),
    ...astray(platform, chance, ground).map(([what, harm]) => ({
      what,
      cases: told
        .filter(({ act }) => harm !== twice || platform !== 'discord' || !again.has(act.name))
        .map(chapter => ({ what: chapter.act.name, chapter, harm })),
    })),
  ];
  for (const { what, cases } of kinds) {
    const chosen = most === undefined ? cases : chance.some(cases, most);
    let unharmed = 0;
    const known: Known[] = [];
    const found = await wrongOf(
      chosen,
      async one => {
        const differs = await harmed(one, ground);
        if (differs === 'nothing went wrong') {
          unharmed += 1;
          return undefined;
        }
        const left = knownAmong(differs);
        known.push(...left.seen);
        return left.wrong.length > 0 ? { what: `${platform}, ${what}: ${one.what}`, differs: left.wrong } : undefined;
      },
      worldsOn(ground),
    );
    const wrong = [...found];
    if (most === undefined && cases.length > 0 && chosen.length === unharmed)
      wrong.push({
        what: `${platform}, ${what}`,
        differs: ['it came about in none of all the runs: nothing is shown by them'],
      });
    const besides = [
      ...(unharmed > 0 ? [`${unharmed} more, in which it did not come about`] : []),
      ...counted(known),
    ].join('; ');
    yield {
      what: `${what}, ${platform}, ${ground?.engine ?? 'sqlite'}`,
      there: cases.length,
      run: chosen.length - unharmed,
      wrong,
      besides,
    };
  }
}

/** What carries an interaction's own address or token asks for none of the bot's. */
const ofItsOwn = /^(response_url|upload|file|POST \/interactions|\w+ \/webhooks)/;

function atEachCall(told: readonly Chapter[], does: Does, ends: typeof mended = endsWell): readonly Case[] {
  return told.flatMap(chapter => {
    const seen = new Map<string, number>();
    return chapter.recorded.calls.flatMap(on => {
      if (ends === mended && ofItsOwn.test(on)) return [];
      const after = seen.get(on) ?? 0;
      seen.set(on, after + 1);
      const harm: Harm = async world => {
        world.playground.injects({ on, after, does });
        return ifStruck(world, await ends(world, chapter));
      };
      return [{ what: `${chapter.act.name}, call ${after + 1} of ${on}`, chapter, harm }];
    });
  });
}

/** A call may not come at all, or in another number, where the clock or the order is another: then nothing is shown by it. */
const ifStruck = (world: World, differs: readonly string[]) =>
  differs.length === 0 && world.playground.struck() === 0 ? 'nothing went wrong' : differs;

async function harmed({ chapter, harm }: Case, ground: Ground | undefined): ReturnType<Harm> {
  const world = await worldAt(chapter.from.platform, chapter.from, { ground });
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
  const hands = (await world.look()).filter(isAHand);
  const told = hands.filter(one => one.startsWith('message ')); // what is written down of two of them may look alike
  const twice = told.filter((one, n) => told.indexOf(one) !== n).map(one => `twice: ${one}`);
  const left = butForTheForumsTopic(found).filter(line => !isAHand(line.slice(2)) && !isToTell(line.slice(2)));
  return left.length > 0 && left.every(isShown) && saysSo(world) ? [`+ ${didWithout}`, ...twice] : [...left, ...twice];
}

/** Nobody is kept out of the forum for want of its topic. */
function butForTheForumsTopic(differs: readonly string[]): readonly string[] {
  const bare = (line: string) => line.slice(1).replaceAll(/"(topic|purpose)":"[^"]*"/g, '');
  const isOfTheForum = (line: string) => line.slice(2).startsWith('channel {"id":"‹#facilitators-forum›"');
  const [missing, found] = ['-', '+'].map(sign => differs.filter(line => line.startsWith(sign) && isOfTheForum(line)));
  const isBare = missing?.length === 1 && found?.length === 1 && bare(missing[0] ?? '') === bare(found[0] ?? '');
  return isBare ? differs.filter(line => !isOfTheForum(line)) : differs;
}

/** Where it stands, and whether; not who is where, or what was decided. */
const isShown = (line: string): boolean =>
  /^[-+] (message|posts|not done:|channel .*("type":11|"name":"Closed))/.test(line);

const saysSo = (world: World): boolean => world.log.some(line => /"(50013|missing_scope)"/.test(JSON.stringify(line)));

/** A conversation with whoever is told of it; what is said there is looked at by itself. */
const isToTell = (line: string): boolean => /^channel .*("kind":"im"|"type":1\b)/.test(line);

/** That something needs a hand, and what is written down of that. */
const isAHand = (line: string): boolean =>
  /^(message|posts) /.test(line) && /needs (a|no) hand|needs-a-hand|It is done now|mended/i.test(line);

const twice: Harm = async (world, chapter) => {
  world.playground.delivers(2);
  return endsWell(world, chapter);
};

/** On Discord a press with another id is another press: what may be done again is done again, and a vote taken back. */
const again = new Set([
  'talk first',
  'draft a meeting',
  'vote',
  'bring a question',
  'again in two weeks',
  'ask the forum',
]);

/** Whom Discord serves it serves in order; both send again what they aren't sure of. */
function astray(
  platform: PlatformName,
  chance: Chance,
  ground: Ground | undefined,
): readonly (readonly [string, Harm])[] {
  const late: Harm = async (world, chapter) => {
    let n = 0;
    world.playground.carries(() => [60, 10, 0][n++ % 3]);
    return endsWell(world, chapter);
  };
  return [
    ['every event and press twice', twice],
    ...(platform === 'slack' ? [['events late, and out of order', late] as const] : []),
    ['every event lost, then started again', lost(ground)],
    ['three of ten calls fail at random', byChance(chance)],
  ];
}

/** Three of ten calls fail, in any of the quick ways; people press again. Then the platform is well again. Which fail, each call's own name and number say: worlds side by side draw from nothing that they share. */
const byChance =
  (chance: Chance): Harm =>
  async (world, chapter) => {
    const ways = Object.values(quick);
    const seen = new Map<string, number>();
    world.playground.failsBy(call => {
      const nth = (seen.get(call) ?? 0) + 1;
      seen.set(call, nth);
      const own = chance.of(`${chapter.act.name}, call ${nth} of ${call}`);
      return own.next() < 0.3 ? ways[own.below(ways.length)] : undefined;
    });
    await endsWell(world, chapter, 6);
    world.playground.failsBy();
    return ifStruck(world, await endsWell(world, chapter));
  };

/** What happened meanwhile is found by looking. */
const lost =
  (ground: Ground | undefined): Harm =>
  async (world, chapter) => {
    world.playground.carries(() => 'lost');
    await chapter.act.play(castOf(world)).catch(() => {}); // what became of it is seen below
    await world.settled();
    const again = await worldAt(world.platform, world.now(), { ground });
    try {
      return await endsWell(again, chapter);
    } finally {
      await again.stop();
    }
  };
