import { createHash } from 'node:crypto';

/** Chance that comes again: the same seed, the same run. */
export interface Chance {
  /** At least 0, less than 1. */
  next(): number;
  below(most: number): number;
  /** So many of them, in their order. */
  some<T>(all: readonly T[], many: number): readonly T[];
  shuffled<T>(all: readonly T[]): readonly T[];
  /** The chance of this alone, whatever else is drawn, and in whichever order. */
  of(what: string): Chance;
}

/** Mulberry32. */
export function seeded(seed: number): Chance {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (most: number) => Math.floor(next() * most);
  function shuffled<T>(all: readonly T[]): readonly T[] {
    return all
      .map(one => ({ one, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one);
  }
  return {
    next,
    of: what => seeded(createHash('sha256').update(`${seed} ${what}`).digest().readUInt32BE()),
    below,
    shuffled,
    some<T>(all: readonly T[], many: number): readonly T[] {
      const chosen = new Set(shuffled(all.map((_, n) => n)).slice(0, many));
      return all.filter((_, n) => chosen.has(n));
    },
  };
}
