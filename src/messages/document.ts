import type { Cop } from '../domain/cop.ts';
import { type Document, limits } from '../domain/document.ts';
import type { Known } from '../domain/person.ts';
import { type Card, type Form, type Text, text } from '../platform/card.ts';
import { who } from './people.ts';

export interface DocumentView {
  readonly document: Document;
  readonly cop: Cop;
  readonly sharer: Known | undefined;
}

export function saveForm(cop: Cop, title: string | undefined, error?: string): Form {
  return {
    title: 'Save to the library',
    intro: text`It becomes part of the library of **${cop.name}**, for its members only.`,
    fields: [
      {
        kind: 'words',
        name: 'title',
        label: 'Title',
        hint: 'What people will look for',
        required: true,
        max: limits.title,
        value: title,
        error,
      },
      { kind: 'words', name: 'why', label: 'Why does it matter? (optional)', long: true, max: limits.why },
    ],
    submit: 'Save',
    does: { command: 'document save', options: { cop: cop.id } },
  };
}

export function titleForm({ document, cop }: DocumentView, error?: string): Form {
  return {
    title: 'Give it a title',
    intro: text`For the library of **${cop.name}**.`,
    fields: [
      {
        kind: 'words',
        name: 'title',
        label: 'Title',
        hint: 'What people will look for',
        required: true,
        max: limits.title,
        value: document.untitled ? undefined : document.title,
        error,
      },
    ],
    submit: 'Save',
    does: { command: 'document retitle', options: { document: document.id } },
  };
}

export const noTitle = 'Give it a title, so that people find it again.';

export const savedCard = (cop: Cop, title: string, already: boolean): Card => ({
  body: [
    {
      kind: 'text',
      text: already
        ? text`**${title}** is in the library of ${cop.name} already.`
        : text`Saved: **${title}** is in the library of ${cop.name}.`,
    },
    { kind: 'text', text: text`Members find it with **/cop docs find**.`, tone: 'quiet' },
  ],
});

/** Privately, to who pinned something that the bot isn't allowed to read. */
export const askTitleCard = ({ document, cop }: DocumentView): Card => ({
  body: [
    {
      kind: 'text',
      text: document.untitled
        ? text`What you pinned in **${cop.name}** is in its library now, but I can't read it. What shall it be called?`
        : text`What you pinned in **${cop.name}** is in its library as **${document.title}**.`,
    },
  ],
  buttons: [
    {
      label: document.untitled ? 'Give it a title' : 'Change the title',
      does: { command: 'document retitle', options: { document: document.id } },
    },
    { label: 'Open it', goesTo: { url: document.permalink } },
  ],
});

export function foundCard(cop: Cop, words: string, found: readonly DocumentView[], more: boolean): Card {
  if (found.length === 0)
    return {
      title: words
        ? text`Nothing about “${words}” in the library of ${cop.name}`
        : text`The library of ${cop.name} is still empty`,
      body: [
        {
          kind: 'text',
          text: words
            ? text`Try one word of the title, or **/cop docs find** alone to see the latest.`
            : text`Post a file or a link in the space and pin it, or use **Save to the library** from a message's menu.`,
        },
      ],
    };
  return {
    title: words ? text`“${words}” in the library of ${cop.name}` : text`The library of ${cop.name}`,
    body: [
      ...found.map(view => ({ kind: 'text', text: entry(view) }) as const),
      ...(more
        ? [{ kind: 'text', text: text`There are more; another word narrows it down.`, tone: 'quiet' } as const]
        : []),
    ],
  };
}

const kinds = { file: 'File', link: 'Link', message: 'Message' } as const;

function entry({ document, cop, sharer }: DocumentView): Text {
  const by = sharer ? text` by ${who(sharer, cop)}` : [];
  const why = document.why ? text`\n${document.why}` : [];
  return text`**${{ url: document.permalink, label: document.title }}**\n${kinds[document.kind]}, shared${by} on ${{ at: document.sharedAt }}${why}`;
}
