/** What is done to the words that people write, whatever they are about. */

/** Drawn as nothing, though Unicode doesn't count them among spaces: Hangul fillers, the empty Braille pattern, the empty note head. */
const blank = /[\u115f\u1160\u3164\uffa0\u2800\u{1d159}]/gu;

/**
 * What is kept though nobody sees it: emoji and flags as a whole; joiners where a script is spelt with them (between Arabic letters, after
 * an Indic mark); the variants of letters and signs. https://www.unicode.org/reports/tr31/#Layout_and_Format_Control_Characters
 */
const kept =
  /\p{RGI_Emoji}|(?<=\p{Script=Arabic})\u200c(?=\p{Script=Arabic})|(?<=[[\p{L}\p{M}]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]]\p{M})[\u200c\u200d]|[\p{M}\s]|\P{Default_Ignorable_Code_Point}/gv;

const visible = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/** As people wrote it, without what nobody sees: control and format characters, doubled or surrounding spaces. Nothing, if all of it is unseen. */
export function tidied(words: string): string {
  const seen = (words.replace(blank, ' ').match(kept) ?? [])
    .join('')
    .replace(/(?!\u200c|\u200d|[\u{e0020}-\u{e007f}])\p{Cf}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return visible.test(seen) ? seen : '';
}

/** The same line by line, with at most one empty line between two. */
export const tidiedLines = (words: string): string =>
  words
    .split('\n')
    .map(tidied)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Amid other words: written from right to left, it would turn their order. https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates */
export const isolated = (name: string): string => (rightToLeft.test(name) ? `\u2068${name}\u2069` : name);

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** As people count them: each with its accents, a family with its children. */
export const lettersIn = (words: string): readonly string[] => [...graphemes.segment(words)].map(one => one.segment);

/** Where the first letter begins that has nothing before `at`. */
export function letterFrom(words: string, at: number): number {
  const letter = graphemes.segment(words).containing(at);
  return !letter || letter.index === at ? at : letter.index + letter.segment.length;
}

/** The beginning of it, in `most` UTF-16 units or less: no letter without its accents, no family without its children. Where one alone is too long, no half of a pair. */
export function beginning(words: string, most: number): string {
  if (words.length <= most) return words;
  const kept = words.slice(0, graphemes.segment(words).containing(Math.max(0, most))?.index);
  return kept || words.slice(0, Math.max(0, most)).replace(/[\ud800-\udbff]$/, '');
}

/** At most `most` characters, the last of them an ellipsis where something was left out. */
export function cut(words: string, most: number): string {
  const characters = [...words];
  if (characters.length <= most) return words;
  const room = characters.slice(0, most - 1).join('').length;
  return `${beginning(words, room).trimEnd()}…`;
}

/** How words are compared when something is looked up: without case, accents and whatever nobody sees. */
export const folded = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase();

/** The same, for what is compared in hand: in Swiss German, and in capitals, ß is written ss. */
export const compared = (words: string): string => folded(words).replaceAll('ß', 'ss');
