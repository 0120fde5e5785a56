import { expect, it } from 'vitest';
import { inTurnToLook } from '../../src/bot/happenings/whose-turn.ts';

it('looks first where something happened since, then where it looked longest ago', () => {
  const lookedAt = new Map([
    ['old', 10],
    ['older', 5],
    ['changed', 20],
    ['settled', 20],
  ]);
  const happenedAt = new Map([
    ['changed', 25],
    ['settled', 15],
  ]);
  const looks = { lookedAt: (id: string) => lookedAt.get(id), happenedAt: (id: string) => happenedAt.get(id) };
  const spaces = ['settled', 'old', 'older', 'changed', 'never'];
  expect(inTurnToLook(spaces, id => id, looks)).toEqual(['changed', 'never', 'older', 'old', 'settled']);
});
