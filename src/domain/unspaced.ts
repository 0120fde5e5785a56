/**
 * Scripts that put no spaces between words: there a word is found by the pairs of characters that it holds. Each pair is written in letters
 * that any engine takes for one word, and a longer one begins with what a shorter one is.
 */
const run =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;

export const isUnspaced = (word: string): boolean => word.search(run) >= 0;

const written = (character: string): string => `zq${character.codePointAt(0)?.toString(16).padStart(6, '0')}`;

/** Of what is looked in: every pair, and each last character. Nothing, where words are parted by spaces. `words`: folded. */
export const pairsIn = (words: string): readonly string[] => [
  ...new Set(
    [...words.matchAll(run)].flatMap(([found]) =>
      [...found].map((character, n, all) => written(character) + (n + 1 < all.length ? written(all[n + 1] ?? '') : '')),
    ),
  ),
];

/** Of a word that is looked for: what a text has to hold, each as the beginning of a word. */
export function soughtAs(word: string): readonly string[] {
  const parts = [...word.matchAll(run)].flatMap(([found]) => {
    const pairs = pairsIn(found);
    return pairs.length > 1 ? pairs.slice(0, -1) : pairs;
  });
  if (parts.length === 0) return [word];
  const before = word.split(run)[0];
  return before ? [before, ...parts] : parts;
}
