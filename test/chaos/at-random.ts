/**
 * People who press, type, post and do things by hand without knowing what for, while days go by and the bot is started anew: whatever they
 * do, there is no bug in the log, nobody is left without an answer, and in the end nothing waits and all rows belong together.
 */
import { arrive, type Played } from '../../playground/page/hands/index.ts';
import type { PlatformName } from '../../src/domain/platforms.ts';
import { movableClock } from '../support/clock.ts';
import { letsIn, setUp, startCop } from '../support/scenes.ts';
import { type Stage, settled, stage } from '../support/stage.ts';
import { inOwnTime } from './in-own-time.ts';
import { names, oneOf } from './random/given.ts';
import { actsSomehow } from './random/somebody.ts';
import { type Line, said, type Wrong } from './report.ts';
import type { Chance } from './seeded.ts';

const stepsInALife = 250;
const hourMs = 3600_000;
const dayMs = 24 * hourMs;
const soonMs = 20_000;
/** How long days go by at a time. */
const leaps = [0.1, 1, 5, 24, 24, 72, 24 * 8, 24 * 30];
const kept = 6;

export async function atRandom(platform: PlatformName, lives: number, chance: Chance): Promise<Omit<Line, 'what'>> {
  const wrong: Wrong[] = [];
  let steps = 0;
  await inOwnTime(
    Array.from({ length: lives }, (_, n) => n + 1),
    async n => {
      const told = await lived(platform, chance.of(`life ${n}`));
      steps += told.steps;
      if (told.faults.length > 0) wrong.push(said({ what: `${platform}, life ${n} at random`, differs: told.faults }));
    },
    1,
  );
  return { there: lives, run: lives, wrong, besides: `${steps} things done` };
}

interface Life {
  readonly it: Stage;
  readonly chance: Chance;
  readonly clock: ReturnType<typeof movableClock>;
  /** What was done, the latest last. */
  readonly trail: string[];
  readonly faults: string[];
}

async function lived(platform: PlatformName, chance: Chance) {
  const clock = movableClock();
  const it = await stage(platform, { clock, publicUrl: 'https://cops.example.org' });
  const life: Life = { it, chance, clock, trail: [], faults: [] };
  const [amira, ben, joan] = [it.person('Amira'), it.person('Ben'), it.person('Joan')];
  await setUp(joan);
  await startCop(amira);
  await letsIn(amira, ben);
  for (let n = 0; n < stepsInALife; n++) {
    await step(life).catch((error: unknown) => {
      if (!isNo(error)) fault(life, `an act: ${error instanceof Error ? error.stack : error}`);
    });
    if (chance.next() < 0.3) await allSettled(life);
    hears(life);
  }
  await allSettled(life);
  hears(life);
  await it.stop().catch((error: Error) => fault(life, error.message));
  return { steps: life.trail.length, faults: life.faults };
}

async function step(life: Life): Promise<void> {
  const { it, chance, clock, trail } = life;
  const playground = it.playground as unknown as Played;
  const what = chance.next();
  if (what < 0.05) {
    const hours = oneOf(chance, leaps);
    trail.push(`${hours} hours pass`);
    return clock.passes(hours * hourMs);
  }
  if (what < 0.07) {
    trail.push('the bot is started anew');
    return it.away(async () => {});
  }
  const away = names.find(one => !playground.isHere(one));
  if (away && what < 0.15) {
    trail.push(`${away} is back`);
    return arrive(playground, away);
  }
  const name = oneOf(
    chance,
    names.filter(one => playground.isHere(one)),
  );
  const says = (words: string) => trail.push(`${name} ${words}`.slice(0, 300));
  await actsSomehow({ playground, persona: playground.person(name), chance, now: clock.now, says });
}

/** A client's or a form's no to what nobody can do there: theirs, and not the bot's. */
const isNo = (error: unknown): boolean =>
  error instanceof Error && !(error instanceof TypeError) && !/respond|waited in vain/.test(error.message);

/** What is due later than in a moment waits for its time. */
async function allSettled(life: Life): Promise<void> {
  const { it, clock } = life;
  const soon = () => clock.now() + soonMs - dayMs;
  await settled(it.store, undefined, soon).catch((error: Error) => fault(life, error.message));
}

/** What whoever runs it has to mend, since people have taken it away, is no bug: it comes without one. */
function hears(life: Life): void {
  const log = life.it.log as { level: string; sentence: string; err?: Error }[];
  for (const { level, sentence, err } of log.splice(0))
    if (level === 'error' && err) fault(life, `in the log: ${sentence} ${err.stack}`);
}

const fault = ({ faults, trail }: Life, words: string): void => {
  faults.push(`+ ${words}`, ...trail.slice(-kept).map(one => `  after: ${one}`));
};
