/** Many communities live side by side while three of ten calls fail at random: each ends as one alone does, undisturbed, and nothing is stuck. */
import type { PlaygroundPerson } from '../../playground/driver.ts';
import type { PlatformName } from '../../src/domain/platforms.ts';
import type { Ground } from './base.ts';
import { quick, taken } from './faults.ts';
import { inOwnTime } from './in-own-time.ts';
import { isAnAnswer, withoutHandles } from './known.ts';
import { type Community, type Step, steps } from './life/of-many.ts';
import { difference, type Look } from './look.ts';
import { type Line, said, type Wrong } from './report.ts';
import type { Chance } from './seeded.ts';
import { type World, worldAt } from './world.ts';

const hourMs = 3600_000;
const atOnce = 12;
const mostPresses = 12;
const mostHours = 8;
const settleMs = 600_000;
const fail = 0.3;

/** A word that only one has, and that is part of no other. */
const wordOf = (n: number): string =>
  `q${[676, 26, 1].map(place => String.fromCharCode(97 + (Math.floor(n / place) % 26))).join('')}`;

const firstNames = ['Ada', 'Bo', 'Cy'] as const;
const peopleOf = (n: number): readonly PlaygroundPerson[] => firstNames.map(name => ({ name: `${name} ${wordOf(n)}` }));

export async function sideBySide(
  platform: PlatformName,
  many: number,
  chance: Chance,
  ground?: Ground,
): Promise<Omit<Line, 'what'>> {
  const [alone] = (await lived(platform, 1, undefined, ground)).looks;
  if (!alone) throw new Error('nobody lives undisturbed');
  const { looks, refused, pressed } = await lived(platform, many, chance, ground);
  const wrong: Wrong[] = looks.flatMap((look, n) => {
    const differs = otherwise(alone, look);
    return differs.length > 0 ? [said({ what: `${platform}, community ${n + 1} of ${many}`, differs })] : [];
  });
  return {
    there: many,
    run: many,
    wrong,
    besides: `${refused} calls failed; ${pressed} presses for ${many * steps.length} things to be done`,
  };
}

/** In place of what needed a hand, each time; and the answer to a start that needed one, where its way was lost. */
const isMended = (line: string): boolean =>
  /^(message|posts) .*(‹it› goes on|‹it› needs no hand|‹it› isn't quite there|mended)/.test(line);

/** On Discord, where it lets whoever pressed wait too long: the answer itself, the card as it would have been drawn, or that they had better try again. */
const isSaidInstead = (line: string): boolean =>
  /^message in ‹#[^#]* and [^#]*› .*"components":.*(That didn't work, and it isn't your fault|CoPs that match |You've left |You're out of its space at once|You said yes )/.test(
    line,
  );

/** Nothing is missing, and nothing needs a hand any more; what is there besides answers somebody after all, or says that all goes on. */
function otherwise(alone: Look, look: Look): readonly string[] {
  const differs = withoutHandles(difference(alone, look));
  const answers = differs.filter(
    line => line.startsWith('+') && [isAnAnswer, isSaidInstead].some(is => is(line.slice(2))),
  );
  const twice = answers.filter((one, n) => answers.indexOf(one) !== n).map(one => `twice: ${one}`);
  const goesOn = differs.some(line => line.startsWith('+') && isWrittenOfReady(line.slice(2)));
  const isOnItsWay = (line: string) => goesOn && isHalfWay(line);
  const isBesides = (line: string) =>
    line.startsWith('+') &&
    [isAnAnswer, isSaidInstead, isMended, isWrittenOfHands, isDraft, isOnItsWay].some(is => is(line.slice(2)));
  return [...differs.filter(line => !isBesides(line)), ...twice];
}

/** A hand was asked for, or has been given to what had waited for it: the row of its message. */
const isWrittenOfHands = (line: string): boolean => /^posts .*(needs-a-hand|cop-ready)/.test(line);

const isWrittenOfReady = (line: string): boolean => /^posts .*cop-ready/.test(line);

/** The answer to a start that needed a hand, said just as that hand had been given: that all is there is told apart. */
const isHalfWay = (line: string): boolean => /^message .*## Starting Circle/.test(line);

/** Its own card was lost with the answer: they began anew. */
const isDraft = (line: string): boolean => /^meetings .*"state":"drafted"/.test(line);

interface Lived {
  /** Of each community, without its word. */
  readonly looks: readonly Look[];
  readonly refused: number;
  readonly pressed: number;
}

async function lived(
  platform: PlatformName,
  many: number,
  chance: Chance | undefined,
  ground: Ground | undefined,
): Promise<Lived> {
  const words = Array.from({ length: many }, (_, n) => wordOf(n));
  const people = [{ name: 'Joan Mills', admin: true }, ...words.flatMap((_, n) => peopleOf(n))];
  const workspace = { name: 'Side by side', people, channels: ['general'] };
  const world = await worldAt(platform, undefined, { ground, workspace, patienceMs: 4000 });
  try {
    if (chance) failing(world, platform, chance);
    let pressed = 0;
    for (const step of steps) {
      await inOwnTime(
        words,
        async word => {
          const it = communityOf(world, word);
          for (let presses = 0; presses < mostPresses && !(await isKept(step, it)); presses++) {
            pressed += 1;
            await step.play(it).catch(() => {}); // what became of it is seen in what is kept
            await world.playground.until(() => isKept(step, it), step.does).catch(() => {});
          }
        },
        atOnce,
      );
      await allDone(world);
    }
    world.playground.failsBy();
    await allDone(world);
    const look = await world.look();
    return { looks: words.map(word => ofOne(look, word, words)), refused: world.playground.struck(), pressed };
  } finally {
    await world.stop();
  }
}

/** What waits for a human is tried again by itself within the hour. */
async function allDone(world: World): Promise<void> {
  const parked = world.store.db.selectFrom('effects').select('id').where('state', '=', 'parked');
  await world.settled(settleMs);
  for (let hours = 0; hours < mostHours && (await parked.execute()).length > 0; hours++) {
    world.waits(hourMs + 60_000);
    await world.settled(settleMs);
  }
}

/** Nothing is, of what has no space yet. */
const isKept = (step: Step, it: Community): Promise<boolean> => step.kept(it).catch(() => false);

const communityOf = (world: World, word: string): Community => {
  const [starter, asker, guest] = firstNames.map(name => world.person(`${name} ${word}`));
  if (!starter || !asker || !guest) throw new Error(`nobody is called ${word}`);
  const { platform, store } = world;
  return { platform, store, word, title: `Circle ${word}`, starter, asker, guest };
};

/** What a space can't be without. Where it isn't let look, say or add a thread, the bot does without, and says so at its start. */
const needed =
  /^(conversations\.(create|invite|kick|setTopic|setPurpose)|pins\.(add|remove)|POST \/guilds|PUT |PATCH \/channels\/:id$)/;

function failing({ playground }: World, platform: PlatformName, chance: Chance): void {
  const ways = [...Object.values(quick), ...Object.values(quick), ...Object.values(taken[platform]).slice(1)];
  const seen = new Map<string, number>();
  playground.failsBy(call => {
    const nth = (seen.get(call) ?? 0) + 1;
    seen.set(call, nth);
    const own = chance.of(`call ${nth} of ${call}`);
    const way = own.next() < fail ? ways[own.below(ways.length)] : undefined;
    return way && 'refuse' in way && !needed.test(call) ? quick['503, nothing done'] : way;
  });
}

/** One holds fifty spaces. */
const anyCategory = /‹#Communities of Practice \d+›/;

/** What is of this community alone; where all are isn't. */
const ofOne = (look: Look, word: string, words: readonly string[]): Look =>
  look
    .filter(
      line =>
        line.includes(word) &&
        !line.includes('Joan Mills') &&
        !words.some(other => other !== word && line.includes(other)),
    )
    .map(line => line.replaceAll(word, '‹it›').replace(anyCategory, '‹#Communities of Practice›'));
