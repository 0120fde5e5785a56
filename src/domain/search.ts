/** What people look for and what is looked in, cut into the same words; and where those stand in what is shown. */
import { isUnspaced } from './unspaced.ts';
import { beginning, compared, folded, letterFrom, lettersIn } from './words.ts';

const most = { words: 10, characters: 40 } as const;

/** As they were typed, to be found anywhere; of very many, the first. */
export const piecesIn = (typed: string): readonly string[] =>
  typed
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, most.words)
    .map(piece => [...piece].slice(0, most.characters).join(''));

/** Letters and digits, without case and accents; whatever else was typed (quotes, `*`, SQL) only parts them. */
export const wordsIn = (text: string): readonly string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** What is looked for: each word once, as the beginning of a word. */
export const soughtIn = (typed: string): readonly string[] =>
  [...new Set(wordsIn(typed).map(word => [...word].slice(0, most.characters).join('')))].slice(0, most.words);

/**
 * A folded word, and as else it may be written where it is looked for: what is kept stands there with its ß, which others write ss. Of
 * one that is still being typed, an s may be the first of two.
 */
export const spellings = (word: string): readonly string[] => [
  ...new Set([
    word,
    word.replaceAll('ß', 'ss'),
    word.replaceAll('ss', 'ß').replace(/s$/, 'ß'),
    word.replaceAll('ss', 'ß'),
  ]),
];

export interface Stretch {
  readonly words: string;
  readonly found: boolean;
}

/** A text in stretches, those that begin with what was looked for told apart; nothing is left out. */
export function highlighted(text: string, sought: readonly string[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const [piece] of text.matchAll(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu))
    for (const one of isUnspaced(piece) ? amid(piece, sought) : [{ words: piece, found: begins(piece, sought) }]) {
      const before = stretches.at(-1);
      if (before?.found === one.found) stretches[stretches.length - 1] = { ...one, words: before.words + one.words };
      else stretches.push(one);
    }
  return stretches;
}

const begins = (piece: string, sought: readonly string[]): boolean =>
  wordsIn(piece).some(word => sought.some(one => compared(word).startsWith(compared(one))));

/** Where nothing parts words, what was looked for stands amid others; what is put before such words, at their beginning. */
function amid(piece: string, sought: readonly string[]): readonly Stretch[] {
  const letters = lettersIn(piece);
  const owners = letters.flatMap((letter, n) => [...compared(letter)].map(() => n));
  const all = [...compared(piece)];
  const found = new Set<number>();
  for (const one of sought.map(word => [...compared(word)]))
    for (const at of isUnspaced(one.join('')) ? all.keys() : [0])
      if (one.every((character, n) => all[at + n] === character))
        for (const owner of owners.slice(at, at + one.length)) found.add(owner);
  return letters.map((words, n) => ({ words, found: found.has(n) }));
}

/** Of a long text, a piece around the first word that was looked for; it begins with a word, or where none is near, with a letter. */
export function excerpt(text: string, sought: readonly string[], characters: number): string {
  if (text.length <= characters) return text;
  const before = highlighted(text, sought);
  const first = before.findIndex(one => one.found);
  const at = first < 1 ? 0 : before.slice(0, first).reduce((sum, one) => sum + one.words.length, 0);
  const start = Math.max(0, Math.min(at - 40, text.length - characters));
  const space = start === 0 ? -1 : text.slice(start, at).search(/\s/);
  const from = space < 0 ? letterFrom(text, start) : start + space + 1;
  const piece = beginning(text.slice(from), characters);
  return `${from > 0 ? '…' : ''}${piece.trim()}${from + piece.length < text.length ? '…' : ''}`;
}
