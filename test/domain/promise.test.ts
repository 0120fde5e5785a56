import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../src/domain/ids.ts';
import { linesIn, typedAs, understood } from '../../src/domain/promise.ts';

const person = (id: string, name: string, accountId = `u-${id}`) => ({ id: id as PersonId, name, accountId });
const members = [
  person('ben', 'Ben Okafor'),
  person('amira', 'Amira Haddad', 'U0AMIRA'),
  person('zoe', 'Zoë Müller'),
  person('ben2', 'Ben-Ali'),
  person('jo1', 'Jo Smith'),
  person('jo2', 'Jo Brown'),
];

it('a promise a line, without the marks of a list', () => {
  expect(linesIn('- one\n\n 2. two\n• three \n-four')).toEqual(['one', 'two', 'three', '-four']);
});

describe('whose it is', () => {
  it.each([
    ['@Ben brings a cushion', 'ben', 'brings a cushion'],
    ['@ben okafor: brings a cushion', 'ben', 'brings a cushion'],
    ['Ben: a cushion', 'ben', 'a cushion'],
    ['Zoe Muller: a cushion', 'zoe', 'a cushion'],
    ['bring a cushion (@Zoë)', 'zoe', 'bring a cushion'],
    ['bring a cushion @Amira Haddad.', 'amira', 'bring a cushion'],
    ['<@U0AMIRA|amira> asks', 'amira', 'asks'],
    ['asks <@!u-ben>, today', undefined, 'asks @Ben Okafor, today'],
    ['a cushion (<@!u-ben>)', 'ben', 'a cushion'],
    ['<@U0AMIRA>: asks the ward', 'amira', 'asks the ward'],
    ['@Jo asks', undefined, '@Jo asks'],
    ['@Jo Brown asks', 'jo2', 'asks'],
    ['@Carla asks', undefined, '@Carla asks'],
    ['<@U0NOBODY> asks', undefined, '<@U0NOBODY> asks'],
    ['by Friday: a cushion', undefined, 'by Friday: a cushion'],
    ['Ben brings a cushion', undefined, 'Ben brings a cushion'],
    ['@Ben', undefined, '@Ben'],
    ['write to x@Ben', undefined, 'write to x@Ben'],
  ])('%s', (line, by, words) => {
    expect(understood(line, members)).toEqual({ by, words });
  });

  it('reads what it has written as it was, however many words a name has, and however it ends', () => {
    const all = [
      ...members,
      person('long', 'Ben Maria de la Cruz y van der Heuvelen-Oosterwijk'),
      person('junior', 'Ben Okafor jr.'),
      person('emoji', '🦶 (Ben)!'),
    ];
    for (const one of all) {
      const known = { ...one, networkId: 'n' as never, role: 'member' as const };
      expect(understood(typedAs({ by: known, words: 'brings a cushion' }), all), one.name).toEqual({
        by: one.id,
        words: 'brings a cushion',
      });
    }
  });
});
