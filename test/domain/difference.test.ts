import { describe, expect, it } from 'vitest';
import { covers, type Difference, isMuch, settledBy, unnamed, type WasIn } from '../../src/domain/difference.ts';
import type { CopId, DifferenceId, NetworkId, PersonId } from '../../src/domain/ids.ts';

const out = (facilitators: number, members: number): readonly WasIn[] => [
  ...Array.from({ length: facilitators }, (_, n) => ({ id: `f${n}` as PersonId, role: 'facilitator' as const })),
  ...Array.from({ length: members }, (_, n) => ({ id: `m${n}` as PersonId, role: 'member' as const })),
];

describe('what is too much to be believed unasked', () => {
  it.each([
    ['nobody', 0, 0, 10, false],
    ['one facilitator', 1, 0, 2, false],
    ['a facilitator and another', 1, 1, 100, true],
    ['one of two', 0, 1, 2, false],
    ['both of two members', 0, 2, 2, false],
    ['one of three', 0, 1, 3, false],
    ['two of three', 0, 2, 3, true],
    ['three of nine', 0, 3, 9, false],
    ['four of nine', 0, 4, 9, true],
  ])('%s', (_what, facilitators, members, of, much) => {
    expect(isMuch(out(facilitators, members), of)).toBe(much);
  });
});

describe('who is out themselves', () => {
  const day = 24 * 3600_000;
  const found: Difference = {
    id: 'd' as DifferenceId,
    networkId: 'n' as NetworkId,
    copId: 'c' as CopId,
    kind: 'people',
    people: out(1, 1),
    seenBy: [],
    foundAt: 0,
    settledAt: undefined,
    settledAs: undefined,
  };
  const [facilitator] = out(1, 0).map(one => one.id) as [PersonId];

  it('can put it back for two days, and only once', () => {
    const settled = settledBy(found, facilitator, 'put-back', 2 * day);
    expect(settled).toMatchObject({ settledAt: 2 * day, settledAs: 'put-back' });
    expect(() => settledBy(found, facilitator, 'put-back', 2 * day + 1)).toThrow();
    expect(() => settledBy(settled, facilitator, 'right', 2 * day)).toThrow();
  });

  it('others can at any time', () => {
    expect(settledBy(found, 'support' as PersonId, 'right', 30 * day).settledAs).toBe('right');
  });
});

describe('an organisation that the platform names later, or not any more', () => {
  const of = (...ids: readonly string[]) => ({ people: [], seenBy: ids.map(id => ({ id, elsewhere: true }) as const) });

  it('is no other', () => {
    expect(covers(of(unnamed), of('T2'))).toBe(true);
    expect(covers(of('T2'), of(unnamed))).toBe(true);
    expect(covers(of('T2', 'T3'), of(unnamed))).toBe(true);
  });

  it('and another that comes besides is one', () => {
    expect(covers(of(unnamed), of('T2', 'T3'))).toBe(false);
    expect(covers(of('T2'), of('T3'))).toBe(false);
    expect(covers(of(unnamed), { people: [], seenBy: [{ id: 'everybody' }] })).toBe(false);
  });
});
