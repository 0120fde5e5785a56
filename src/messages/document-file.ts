/** What is said of files that come into a library, and go out of it. */
import type { Cop } from '../domain/cop.ts';
import { type Button, type Card, text } from '../platform/card.ts';
import { libraryButton } from './doable.ts';
import type { DocumentView } from './document.ts';
import { who } from './people.ts';

/** To who added it. */
export const addedCard = (cop: Cop, title: string): Card => ({
  body: [
    {
      kind: 'text',
      text: text`Added: **${title}** is in the library of ${cop.name}. I'm posting the file in the space now, where everybody there sees it.`,
    },
    { kind: 'text', text: text`Members find it with ${{ slash: 'document find' }}.`, tone: 'quiet' },
  ],
  buttons: [libraryButton(cop)],
});

const entryButton = ({ document }: DocumentView): Button => ({
  label: 'Show the entry',
  does: { command: 'document show', options: { document: document.id } },
});

/** In the space, with the file. */
export const sharedCard = (view: DocumentView): Card => ({
  body: [
    {
      kind: 'text',
      text: view.sharer
        ? text`${who(view.sharer, view.cop)} added **${view.document.title}** to the library.`
        : text`**${view.document.title}** was added to the library.`,
    },
    ...(view.document.why ? [{ kind: 'text', text: text`${view.document.why}`, tone: 'quoted' } as const] : []),
  ],
  buttons: [entryButton(view)],
});

/** Privately, with the kept file. */
export const sentCard = (view: DocumentView): Card => ({
  body: [
    {
      kind: 'text',
      text: text`Here is **${view.document.title}** from the library of **${view.cop.name}**.`,
    },
  ],
  buttons: [entryButton(view)],
});

export const onItsWay = text`The file is on its way to you, by direct message.`;

/** To who had added it: there is nothing that the entry could point to. */
export const notSharedCard = ({ document, cop }: DocumentView): Card => ({
  body: [
    {
      kind: 'text',
      text: text`I couldn't post **${document.title}** in the space of **${cop.name}**, so it isn't in the library. Post it there yourself and pin it: that adds it too.`,
    },
  ],
});

/** To who had asked for it. */
export const notSentCard = (view: DocumentView): Card => ({
  body: [
    {
      kind: 'text',
      text: text`I couldn't send you the file of **${view.document.title}** from **${view.cop.name}**. Whoever runs this bot can tell why; the entry stays in the library.`,
    },
  ],
  buttons: [entryButton(view)],
});
