/** What is done to the words that people write, whatever they are about. */

/** As people wrote it, without what nobody sees: control and format characters, doubled or surrounding spaces. */
export function tidied(words: string): string {
  return words
    .replace(/(?![\u200d\ufe0f])\p{Cf}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** At most `most` characters, the last of them an ellipsis where something was left out. */
export function cut(words: string, most: number): string {
  const characters = [...words];
  return characters.length <= most
    ? words
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** How words are compared when something is looked up: without case and accents. */
export const folded = (words: string): string => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
