/** The parts of it, in the order in which they are run, and how much of each is a sample. */
import type { PlatformName } from '../../src/domain/platforms.ts';
import type { Store } from '../../src/store/engine.ts';
import { atRandom } from './at-random.ts';
import { onSqlite } from './base.ts';
import { crashes, type Way } from './crashes.ts';
import { faults } from './faults.ts';
import type { Act } from './life/index.ts';
import { sideBySide } from './many.ts';
import { onPostgres } from './on-postgres.ts';
import { onPostgres as racesOnPostgres } from './races/on-postgres.ts';
import { onSqlite as racesOnSqlite, racing } from './races/races.ts';
import type { Line } from './report.ts';
import { seeded } from './seeded.ts';
import { stopped } from './stopped.ts';
import { throttledOnDiscord, throttledOnSlack } from './throttled.ts';

export interface Asked {
  readonly seed: number;
  readonly short: boolean;
  /** Names of parts. */
  readonly only: readonly string[];
  readonly engines: readonly Store['engine'][];
  readonly platforms: readonly PlatformName[];
  readonly acts: readonly Act[];
  /** So many of each: moments of an act, cases of a fault. */
  readonly most: number | undefined;
  /** Communities side by side. */
  readonly many: number | undefined;
}

export interface Part {
  /** More than one where a single life is told for all of them: to tell it and take down its moments takes as long as fifty of these. */
  readonly names: readonly string[];
  /** What of it can be run in a process of its own, beside the rest. */
  readonly shared: 'by engine and platform' | 'by engine' | 'in one piece';
  run(asked: Asked): AsyncIterable<Line>;
}

function leftOut(what: string, why: string): void {
  if (process.env.REQUIRE_POSTGRES) throw new Error(`PostgreSQL is required: ${why}`);
  console.log(`${what} on PostgreSQL are left out: ${why}`);
}

/** On each engine that is asked for: PostgreSQL is left out, and said to be, where there is none. */
async function* onEach<T extends { stop(): Promise<void> }>(
  { engines }: Asked,
  what: string,
  grounds: { readonly sqlite: () => T; readonly postgres: () => Promise<T | { readonly skip: string }> },
  run: (ground: T) => AsyncIterable<Line>,
): AsyncGenerator<Line> {
  for (const engine of engines) {
    const ground = await grounds[engine]();
    if ('skip' in ground) {
      leftOut(what, ground.skip);
      continue;
    }
    try {
      yield* run(ground);
    } finally {
      await ground.stop();
    }
  }
}

const mostOf = ({ most, short }: Asked, sample: number): number | undefined => most ?? (short ? sample : undefined);

const worlds = { sqlite: onSqlite, postgres: onPostgres };

const second = 1000;

/** The process dies at every moment, and comes back: each in a way of its own. */
const killed: Readonly<Record<string, Way>> = {
  crashes: { what: 'killed at every moment' },
  twice: { what: 'killed, and again while it recovers', twice: true },
  behind: { what: 'killed, and back with a clock 90 s behind', ahead: -90 * second },
  ahead: { what: 'killed, and back with a clock 5 min ahead', ahead: 300 * second },
};

export const parts: readonly Part[] = [
  {
    names: Object.keys(killed),
    shared: 'by engine and platform',
    run: asked =>
      onEach(asked, 'crashes', worlds, async function* (ground) {
        const ways = Object.entries(killed).flatMap(([name, way]) => (asked.only.includes(name) ? [way] : []));
        for (const platform of asked.platforms)
          yield* await crashes(platform, seeded(asked.seed), ways, {
            most: mostOf(asked, 1),
            acts: asked.acts,
            ground,
          });
      }),
  },
  {
    names: ['stopped'],
    shared: 'in one piece',
    async *run(asked) {
      const { seed, engines, platforms } = asked;
      if (!engines.includes('postgres') || !platforms.includes('slack')) return;
      const line = await stopped(seeded(seed), mostOf(asked, 2));
      if ('skip' in line) leftOut('processes that stand still', line.skip);
      else yield line;
    },
  },
  {
    names: ['faults'],
    shared: 'by engine and platform',
    run: asked =>
      onEach(asked, 'faults', worlds, async function* (ground) {
        for (const platform of asked.platforms)
          yield* faults(platform, seeded(asked.seed), { most: mostOf(asked, 2), acts: asked.acts, ground });
      }),
  },
  {
    names: ['races'],
    shared: 'by engine',
    run: asked =>
      onEach(asked, 'races', { sqlite: racesOnSqlite, postgres: racesOnPostgres }, ground =>
        racing(ground, seeded(asked.seed), asked.short ? 4 : 200),
      ),
  },
  {
    names: ['side-by-side'],
    shared: 'by engine and platform',
    run: asked =>
      onEach(asked, 'communities side by side', worlds, async function* (ground) {
        const many = asked.many ?? (asked.short ? 4 : 200);
        for (const platform of asked.platforms) {
          const told = await sideBySide(platform, many, seeded(asked.seed), ground);
          yield { what: `side by side, three of ten calls fail, ${platform}, ${ground.engine}`, ...told };
        }
      }),
  },
  {
    names: ['at-random'],
    shared: 'by engine and platform',
    async *run({ engines, platforms, short, most, seed }) {
      if (!engines.includes('sqlite')) return;
      for (const platform of platforms) {
        const told = await atRandom(platform, most ?? (short ? 1 : 20), seeded(seed));
        yield { what: `people who do anything, ${platform}, sqlite`, ...told };
      }
    },
  },
  {
    names: ['throttled'],
    shared: 'in one piece',
    async *run({ short, platforms }) {
      const cops = short ? 20 : 200;
      if (platforms.includes('slack')) yield await throttledOnSlack(cops);
      if (platforms.includes('discord')) yield await throttledOnDiscord(cops, !short);
    },
  },
];

export const partNames: readonly string[] = parts.flatMap(part => part.names);
