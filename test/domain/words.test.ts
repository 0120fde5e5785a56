import { describe, expect, it } from 'vitest';
import { cut as cutForDiscord, fitting } from '../../src/adapters/discord/limits.ts';
import { piecesOf } from '../../src/adapters/discord/pieces.ts';
import { cut as cutForSlack } from '../../src/adapters/slack/limits.ts';
import { channelName } from '../../src/adapters/slack/spaces.ts';
import { nameKey, plainSlug, slugOf } from '../../src/domain/cop.ts';
import { isProgram } from '../../src/domain/file.ts';
import { beginning, cut, tidied } from '../../src/domain/words.ts';
import type { Text } from '../../src/platform/card.ts';

const family = '👩\u200d👩\u200d👧';
const e = 'e\u0301';

describe('what nobody sees', () => {
  it.each([
    ['\u200d\u200d'],
    ['\u2800'],
    ['\u3164\u3164'],
    ['\ufe0f'],
    ['\u115f\u1160\uffa0'],
    ['\u{e0041}'],
    ['\u00ad\u2060 \u202e'],
  ])('alone is nothing: %j', unseen => {
    expect(tidied(unseen)).toBe('');
    expect(nameKey(unseen)).toBe('');
  });

  it.each(['Wound\u200dCare', 'Wound\u2800Care', 'Wound\u3164Care', 'Wo\u034fund Ca\ufe0fre', 'W\u00f6\u200dund Care'])(
    'makes no other name: %j',
    name => expect(nameKey(name)).toBe('woundcare'),
  );

  it('goes, but not what emoji, flags and scripts are spelt with', () => {
    expect(tidied(`Wound\u200dCare ${family}\u200d`)).toBe(`WoundCare ${family}`);
    const england = '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}';
    for (const word of [england, '❤\ufe0f', '👩🏽\u200d🌾', 'می\u200cخواهم', 'क\u094d\u200dष', '葛\u{e0100}', e])
      expect(tidied(word)).toBe(word);
  });
});

describe('a cut', () => {
  it('falls between letters, however many characters one is made of', () => {
    expect(cut(e.repeat(10), 6)).toBe(`${e}${e}…`);
    expect(cut(`ab ${family}${family}`, 8)).toBe('ab…');
    for (const cutting of [cutForSlack, cutForDiscord]) expect(cutting(`${family}${family}`, 12)).toBe(`${family}…`);
    const plain = (shown: Text) =>
      shown.map(part => ('data' in part ? part.data : 'words' in part ? part.words : '')).join('');
    expect(fitting([{ kind: 'data', data: `${family}${family}` }], 12, plain)).toBe(`${family}…`);
    expect(piecesOf(family.repeat(3), { each: 12, inAll: 100, pieces: 9 }).pieces).toEqual([family, family, family]);
    expect(slugOf(`${'x'.repeat(59)}${e}u`)).toBe(`${'x'.repeat(59)}e`);
    expect(channelName('न\u093f'.repeat(60))).toBe('न\u093f'.repeat(38));
  });

  it('of one letter that is too long itself never leaves half a character', () => {
    expect(beginning(`a${'\u0301'.repeat(20)}`, 5)).toBe(`a${'\u0301'.repeat(4)}`);
    expect(beginning('😀😀', 1)).toBe('');
    expect(beginning('abc', -1)).toBe('');
  });
});

it.each(['evil.bat.', 'evil.bat. .', 'evil.b\u200dat', 'evil.bat\u3164', 'evil.exe:'])('%j is a program', name =>
  expect(isProgram({ name, type: 'text/plain' })).toBe(true),
);

it('a name in plain letters loses none of what German is written with', () =>
  expect(plainSlug(slugOf('Große Übergänge'))).toBe('grosse-ubergange'));
