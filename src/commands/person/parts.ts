import type { aboutYou, HeldPart } from '../../messages/person.ts';
import type { Whereabouts } from '../../store/held.ts';
import type { HeldThere } from '../../store/held-of.ts';

type Worded = keyof typeof aboutYou;
/** Wherever somebody may stand, there are words for it: where there are none, this doesn't compile. */
const wordedAs = (at: Whereabouts): Worded => at;

export const partsOf = (there: readonly HeldThere[]): readonly HeldPart[] =>
  there.map(({ at, many, rows }) => ({ what: wordedAs(at), many, rows }));
