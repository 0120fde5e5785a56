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

  it.each([
    ['within an address', `https://example.org/${'a/'.repeat(60)}bandage/${'b/'.repeat(40)} and more`, 'bandage'],
    ['in Chinese', `${'我们每周都会见面'.repeat(20)}压疮${'然后我们一起学习'.repeat(20)} ok`, '压疮'],
    ['in Japanese, with voiced letters', `${'がくしゅうかい'.repeat(20)}包帯${'ではまた'.repeat(30)}`, '包帯'],
    ['in Thai', `${'เราพบกันทุกสัปดาห์'.repeat(15)}แผลกดทับ${'แล้วเรียนรู้'.repeat(20)} ok`, 'แผลกดทับ'],
    ['among emoji', `ab${'🩹'.repeat(150)}bandage${'👩‍👩‍👧'.repeat(40)}`, 'bandage'],
    ['among families', `abc${'👩‍👩‍👧'.repeat(40)}bandage`, 'bandage'],
    ['at the end of a line', `${'x'.repeat(200)}\nbandage`, 'bandage'],
  ])('%s too, and no letter is halved', (_where, text, typed) => {
    const piece = excerpt(text, soughtIn(typed), 100);
    expect(piece).toContain(typed);
    expect(piece.isWellFormed()).toBe(true);
    expect(piece.length).toBeLessThanOrEqual(102);
    expect(piece.replace(/^…/, '')).not.toMatch(/^[\p{M}\u200d]/u);
    expect(found(piece, typed)).toContain(`[${typed}]`);
  });

  it('words stand amid others, in scripts that put no space between them', () => {
    expect(found('我们学习压疮护理', '压疮')).toEqual(['我们学习', '[压疮]', '护理']);
    expect(found('MRI検査の流れ', 'mri検')).toEqual(['[MRI検]', '査の流れ']);
    expect(found('検査MRI', 'mri')).toEqual(['検査MRI']);
    expect(found('ガーゼ交換、ガーゼ', 'がーぜ ガーゼ')).toEqual(['[ガーゼ]', '交換、', '[ガーゼ]']);
  });
});
