/** What a word is found by wherever it stands: every one, two and three characters that stand together. */

const longest = 3;

/** Of what is looked in. */
export const gramsIn = (text: string): readonly string[] => [
  ...new Set(
    text.split(/\s+/).flatMap(word => {
      const characters = [...word];
      return characters.flatMap((_, at) =>
        Array.from({ length: Math.min(longest, characters.length - at) }, (_, more) =>
          characters.slice(at, at + more + 1).join(''),
        ),
      );
    }),
  ),
];

/** Of a word that is looked for: what a text has to hold of it. */
export const gramsOf = (word: string): readonly string[] => [
  ...new Set(
    word.split(/\s+/).flatMap(part => {
      const characters = [...part];
      if (characters.length <= longest) return part ? [part] : [];
      return characters.slice(longest - 1).map((_, at) => characters.slice(at, at + longest).join(''));
    }),
  ),
];
