/** What an id tells: when it was made, and after which others. */
import { expect, it } from 'vitest';
import { idsFrom, newId, timeOf } from '../../src/store/ids.ts';

const at = Date.UTC(2026, 10, 29);

it('sorts after all that was made before, also in the same millisecond and where the clock went back a little', () => {
  const made = [at, at, at, at + 1, at - 30_000, at - 30_000].map(now => newId<string>(now));
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});

it('is of the time that the clock tells, also where that was far ahead before, and was set right', () => {
  const ahead = newId<string>(at + 3600_000);
  const [first, then] = [newId<string>(at), newId<string>(at)];
  expect(timeOf(first)).toBe(at);
  expect(first < ahead).toBe(true);
  expect(first < then).toBe(true);
  expect(then < idsFrom(at + 1)).toBe(true); // what is asked by when it was made finds it
});
