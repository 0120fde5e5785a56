import { describe, expect, it } from 'vitest';
import { excerpt, highlighted, soughtIn, wordsIn } from '../../src/domain/search.ts';

it('cuts what is typed and what is looked in into the same words', () => {
  expect(wordsIn('Café, "Übergänge"* leg-ulcers_2026 (NEAR)')).toEqual([
    'cafe',
    'ubergange',
    'leg',
    'ulcers',
    '2026',
    'near',
  ]);
  expect(soughtIn('leg LEG lég')).toEqual(['leg']);
  expect(soughtIn('%_*"')).toEqual([]);
});

describe('shows where', () => {
  const found = (text: string, typed: string) =>
    highlighted(text, soughtIn(typed)).map(one => (one.found ? `[${one.words}]` : one.words));

  it('words begin with what was looked for, and changes nothing', () => {
    expect(found('Der Wundverband: Übergänge', 'wund uberg')).toEqual(['Der ', '[Wundverband]', ': ', '[Übergänge]']);
    expect(found('e\u0301tude **bold** <!channel>', 'etu').join('')).toBe('[e\u0301tude] **bold** <!channel>');
    expect(found('nothing here', '')).toEqual(['nothing here']);
    expect(found('Straße, Strasse', 'strass')).toEqual(['[Straße]', ', ', '[Strasse]']);
    expect(found('Straße, Strasse', 'straße')).toEqual(['[Straße]', ', ', '[Strasse]']);
  });

  it('a long text has it', () => {
    const text = `${'lorem ipsum '.repeat(60)}the bandage ${'dolor sit '.repeat(60)}`;
    const piece = excerpt(text, ['bandage'], 100);
    expect(piece).toMatch(/^….*the bandage.*…$/);
    expect(piece.length).toBeLessThanOrEqual(102);
    expect(excerpt('short', ['x'], 100)).toBe('short');
  });
});
