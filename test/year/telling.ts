/** Plays the year, scene by scene. */

import { DateTime } from 'luxon';
import type { PlatformName } from '../../playground/driver.ts';
import { movableClock } from '../support/clock.ts';
import { type Stage, stage } from '../support/stage.ts';
import type { Cast, Look, Scene, Told } from './scene.ts';
import { scenes } from './story.ts';

const dayMs = 24 * 3600_000;

/** Ends at the first scene that isn't as expected. `after` looks at what is left when all is told. */
export async function yearOn(
  platform: PlatformName,
  each: (step: Told) => void,
  after: (it: Stage) => Promise<void> = async () => {},
): Promise<readonly Told[]> {
  const march = DateTime.now().plus({ years: 1 }).set({ month: 3, day: 3, hour: 10 });
  const clock = movableClock(march.toMillis());
  const it = await stage(platform, { clock });
  const told: Told[] = [];
  const [amira, ben, carla, dev, joan] = ['Amira', 'Ben', 'Carla', 'Dev', 'Joan'].map(name => it.person(name)) as [
    Cast['amira'],
    Cast['ben'],
    Cast['carla'],
    Cast['dev'],
    Cast['joan'],
  ];
  const days = async (many: number) => {
    clock.passes(many * dayMs);
    await it.settled();
  };
  try {
    for (const scene of scenes) {
      const month = () => DateTime.fromMillis(clock.now()).toFormat('LLLL');
      const step = await played(scene, month, { amira, ben, carla, dev, joan, platform, it, now: clock.now, days });
      told.push(step);
      each(step);
      if (step.wrong !== undefined) break;
    }
    await after(it);
  } finally {
    await it.stop();
  }
  return told;
}

async function played({ does, play }: Scene, month: () => string, cast: Cast): Promise<Told> {
  const sights: { readonly who: string; readonly sees: string }[] = [];
  const look: Look = async (who, pattern, where) => {
    const seen = await who.sees(pattern, where);
    sights.push({ who: who.name, sees: seen.text });
    return seen;
  };
  try {
    await play(cast, look);
    return { month: month(), does, sights };
  } catch (error) {
    return { month: month(), does, sights, wrong: error instanceof Error ? error.message : String(error) };
  }
}

const wide = 100;
const short = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > wide ? `${line.slice(0, wide - 1)}…` : line;
};

export const inWords = ({ month, does, sights, wrong }: Told): string =>
  [
    `  ${wrong === undefined ? '✓' : '✗'} ${month.padEnd(10)}${does}`,
    ...sights.map(({ who, sees }) => `     ${who.split(' ')[0]} sees: ${short(sees)}`),
    ...(wrong === undefined ? [] : [`     not as expected: ${wrong}`]),
  ].join('\n');
