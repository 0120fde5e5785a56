/** The parts of it, in the order in which they are run, and how much of each is a sample. */
import { platformNames } from '../support/stage.ts';
import { crashes } from './crashes.ts';
import { faults } from './faults.ts';
import { onPostgres } from './races/on-postgres.ts';
import { onSqlite, racing } from './races/races.ts';
import type { Line } from './report.ts';
import { seeded } from './seeded.ts';
import { throttled } from './throttled.ts';

export interface Asked {
  readonly seed: number;
  readonly short: boolean;
}

export interface Part {
  readonly name: string;
  run(asked: Asked): AsyncIterable<Line>;
}

export const parts: readonly Part[] = [
  {
    name: 'crashes',
    async *run({ seed, short }) {
      for (const platform of platformNames) {
        const told = await crashes(platform, seeded(seed), { most: short ? 1 : undefined });
        yield { what: `killed at every moment, ${platform}, sqlite`, ...told };
      }
    },
  },
  {
    name: 'twice',
    async *run({ seed, short }) {
      for (const platform of platformNames) {
        const told = await crashes(platform, seeded(seed), { most: short ? 1 : undefined, twice: true });
        yield { what: `killed, and again while it recovers, ${platform}, sqlite`, ...told };
      }
    },
  },
  {
    name: 'faults',
    async *run({ seed, short }) {
      for (const platform of platformNames) yield* faults(platform, seeded(seed), short ? 2 : undefined);
    },
  },
  {
    name: 'races',
    async *run({ seed, short }) {
      for (const ground of [onSqlite(), await onPostgres()]) {
        if ('skip' in ground) {
          if (process.env.REQUIRE_POSTGRES) throw new Error(`PostgreSQL is required: ${ground.skip}`);
          console.log(`races on PostgreSQL are left out: ${ground.skip}`);
          continue;
        }
        try {
          yield* racing(ground, seeded(seed), short ? 4 : 200);
        } finally {
          await ground.stop();
        }
      }
    },
  },
  {
    name: 'throttled',
    async *run({ short }) {
      yield await throttled(short ? 20 : 200);
    },
  },
];
