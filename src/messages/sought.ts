/** What somebody looked for and the library doesn't have: asked of everybody in the space. */
import type { Cop } from '../domain/cop.ts';
import { type Card, type FormOf, text, type Who } from '../platform/card.ts';
import { space } from './people.ts';

export const askForm = (cop: Cop, words: string | undefined, error?: string): FormOf<'document ask'> => ({
  title: 'Ask the others',
  intro: text`Everybody in the space of **${cop.name}** reads it, with your name.`,
  fields: [
    {
      kind: 'words',
      name: 'words',
      label: 'What are you looking for?',
      required: true,
      long: true,
      max: askLimits.words,
      value: words,
      error,
    },
  ],
  submit: 'Ask',
  does: { command: 'document ask', options: { cop: cop.id } },
});
export const askLimits = { words: 500 } as const;
export const nothingAsked = 'Say what you are looking for.';

export const askedCard = (cop: Cop): Card => ({
  body: [
    {
      kind: 'text',
      text: text`Your question is on its way to ${space(cop)}. What is posted there and pinned is found here from then on.`,
    },
  ],
});

/** In the space. */
export const soughtCard = (
  cop: Cop,
  by: { readonly who: Who; readonly words: string | undefined } | undefined,
): Card => ({
  body: [
    {
      kind: 'text',
      text: by
        ? text`${{ who: by.who }} looked for this in the library of **${cop.name}** and didn't find it:`
        : text`Somebody looked for this in the library of **${cop.name}** and didn't find it:`,
    },
    { kind: 'text', text: text`${by?.words ?? ''}`, tone: 'quoted' },
    {
      kind: 'text',
      text: text`Do you have it? Post it here and pin it: then it's in the library for everybody.`,
      tone: 'quiet',
    },
  ],
});
