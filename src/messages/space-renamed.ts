import type { Cop } from '../domain/cop.ts';
import { type Card, text } from '../platform/card.ts';
import { editButton } from './doable.ts';
import { space } from './people.ts';

/** To each who facilitates: somebody renamed it by hand. */
export const spaceRenamedCard = (cop: Cop): Card => ({
  body: [
    {
      kind: 'text',
      text: text`Somebody renamed the space of **${cop.name}**: it's called ${space(cop)} now, and that's what I call it, too. Its people, its pins and its library are as they were, and the CoP keeps its own name unless you give it another.`,
    },
  ],
  buttons: [editButton(cop)],
});
