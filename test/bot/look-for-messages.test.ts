/** After each absence other messages are asked after: of other libraries, and of each another part. */
import { expect, it } from 'vitest';
import { inTurn } from '../../src/bot/happenings/look-for-messages.ts';

const aDay = 50;

it.each([1, 20, 50, 75, 100, 150, 500, 1000])(
  'of %i libraries, each has another part of it looked at whenever its turn comes',
  many => {
    const all = Array.from({ length: many }, (_, n) => n);
    const parts = 3;
    const seen = new Map(all.map(one => [one, new Set<number>()]));
    const days = Math.ceil((many * parts) / aDay) + parts;
    for (let day = 20_000; day < 20_000 + days; day++)
      for (const [one, turn] of inTurn(all, day).slice(0, aDay)) seen.get(one)?.add(turn % parts);
    expect([...seen.values()].filter(one => one.size < parts)).toEqual([]);
  },
);
