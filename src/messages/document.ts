import type { Cop } from '../domain/cop.ts';
import { type Document, limits, opensAt } from '../domain/document.ts';
import type { LinkFault } from '../domain/link.ts';
import type { MembershipRole } from '../domain/membership.ts';
import type { Known } from '../domain/person.ts';
import { type Block, type Button, type Card, type Field, type Form, type Text, text } from '../platform/card.ts';
import { who } from './people.ts';

export interface DocumentView {
  readonly document: Document;
  readonly cop: Cop;
  readonly sharer: Known | undefined;
}

/** With who looks after it, and what its reader may do to it. */
export interface DocumentDetail extends DocumentView {
  readonly steward: Known | undefined;
  readonly reader: { readonly role: MembershipRole | undefined; readonly savedIt: boolean };
}

export interface Said {
  readonly title?: string | undefined;
  readonly why?: string | undefined;
  readonly tags?: string | undefined;
}
export type Errors = { readonly [field: string]: string };

const titleField = (value: string | undefined, error: string | undefined): Field => ({
  kind: 'words',
  name: 'title',
  label: 'Title',
  hint: 'What people will look for',
  required: true,
  max: limits.title,
  value,
  error,
});
const whyField = (value: string | undefined): Field => ({
  kind: 'words',
  name: 'why',
  label: 'Why does it matter? (optional)',
  long: true,
  max: limits.why,
  value,
});
const tagsField = (value: string | undefined): Field => ({
  kind: 'words',
  name: 'tags',
  label: 'Tags (optional)',
  hint: 'Parted by commas: dressings, leg ulcers',
  max: 200,
  value,
});

export const saveForm = (cop: Cop, { title, why, tags }: Said, error?: string): Form => ({
  title: 'Save to the library',
  intro: text`It becomes part of the library of **${cop.name}**, for its members only.`,
  fields: [titleField(title, error), whyField(why), tagsField(tags)],
  submit: 'Save',
  does: { command: 'document save', options: { cop: cop.id } },
});

/** What somebody posted and was asked about. */
export const keepForm = ({ document, cop }: DocumentView, { title, why, tags }: Said, error?: string): Form => ({
  ...saveForm(cop, { title: title ?? document.title, why, tags }, error),
  title: 'Keep it',
  does: { command: 'document keep', options: { document: document.id } },
});

export const addForm = (cop: Cop, given: Said & { readonly link?: string }, errors: Errors = {}): Form => ({
  title: 'Add to the library',
  intro: text`A file goes in by posting it in the space and choosing **Save to the library** from its menu. Here you add a link, for the members of **${cop.name}** only.`,
  fields: [
    {
      kind: 'words',
      name: 'link',
      label: 'Link',
      hint: 'https://…',
      required: true,
      max: 3000,
      value: given.link,
      error: errors.link,
    },
    titleField(given.title, errors.title),
    whyField(given.why),
    tagsField(given.tags),
  ],
  submit: 'Add',
  does: { command: 'document add', options: { cop: cop.id } },
});

export const linkFaults: Readonly<Record<LinkFault, string>> = {
  'no-link': "That isn't an address I can read. It looks like https://example.org/page",
  'not-the-web': 'The library keeps addresses of the web, those that begin with https:// or http://',
  private: "That address works on one computer or network only, so the others couldn't open it.",
  'too-long': 'That address is longer than 2,000 characters. Is there a shorter one, a "copy link" or "share" perhaps?',
  'with-password': 'That address has a password in it. Take that out first, please.',
};

export function titleForm({ document, cop }: DocumentView, error?: string): Form {
  return {
    title: 'Give it a title',
    intro: text`For the library of **${cop.name}**.`,
    fields: [titleField(document.untitled ? undefined : document.title, error)],
    submit: 'Save',
    does: { command: 'document retitle', options: { document: document.id } },
  };
}

const reviews = [
  { value: 'as-it-is', label: 'As it is now' },
  { value: '3', label: 'In three months' },
  { value: '6', label: 'In half a year' },
  { value: '12', label: 'In a year' },
  { value: 'never', label: 'Never' },
];

export const editForm = ({ document, cop, steward }: DocumentDetail, error?: string): Form => ({
  title: 'Edit the entry',
  intro: text`In the library of **${cop.name}**.`,
  fields: [
    titleField(document.untitled ? undefined : document.title, error),
    whyField(document.why),
    tagsField(document.tags.join(', ') || undefined),
    {
      kind: 'people',
      name: 'steward',
      label: 'Who looks after it?',
      most: 1,
      value: steward?.accountId ? [steward.accountId] : [],
    },
    {
      kind: 'choice',
      name: 'review',
      label: 'When shall somebody look at it again?',
      choices: reviews,
      value: 'as-it-is',
    },
  ],
  submit: 'Save',
  does: { command: 'document edit', options: { document: document.id } },
});

export const noTitle = 'Give it a title, so that people find it again.';

const about = (document: Document) => ({ document: document.id });

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
      does: { command: 'document retitle', options: about(document) },
    },
    ...openButton(document, 'Open it'),
  ],
});

/** Once, to who posted a file. */
export const keepItCard = ({ document, cop }: DocumentView): Card =>
  document.state === 'kept'
    ? savedCard(cop, document.title, false)
    : {
        body: [
          {
            kind: 'text',
            text: document.untitled
              ? text`Keep the file you posted in **${cop.name}**? In its library the others find it again.`
              : text`Keep **${document.title}** in the library of **${cop.name}**? There the others find it again.`,
          },
        ],
        buttons:
          document.state === 'offered'
            ? [
                { label: 'Keep it…', does: { command: 'document keep', options: about(document) }, style: 'primary' },
                { label: 'Not this one', does: { command: 'document let-go', options: about(document) } },
              ]
            : [],
      };

export const letGoCard: Card = {
  body: [{ kind: 'text', text: text`It stays where you posted it, and is not in the library.` }],
};

/** Discord takes no longer address in a button. */
const longestButton = 500;

export function openButton(document: Document, label = 'Open'): readonly Button[] {
  const url = opensAt(document);
  const shorter = url && url.length > longestButton ? document.permalink : url;
  return shorter ? [{ label, goesTo: { url: shorter } }] : [];
}

/** One document with all that is known of it. */
export function documentCard(view: DocumentDetail, news?: Text): Card {
  const { document, reader } = view;
  const may = reader.role === 'facilitator' || reader.savedIt;
  return {
    title: text`${document.title}`,
    body: [
      ...(news ? [{ kind: 'text', text: news } as const] : []),
      ...goneBlock(document),
      { kind: 'facts', facts: factsOf(view) },
      ...(document.words ? [{ kind: 'text', text: text`${document.words}`, tone: 'quoted' } as const] : []),
    ],
    buttons: [
      ...openButton(document),
      ...pinButton(document),
      { label: 'Edit', does: { command: 'document edit', options: about(document) } },
      ...(may
        ? [
            {
              label: 'Remove from the library',
              does: { command: 'document remove', options: about(document) },
            } as const,
          ]
        : []),
    ],
  };
}

const goneBlock = ({ goneAt }: Document): readonly Block[] =>
  goneAt === undefined
    ? []
    : [
        {
          kind: 'text',
          text: text`Gone from the channel: its message was deleted on ${{ at: goneAt }}. This is what the library still holds.`,
        },
      ];

function pinButton(document: Document): readonly Button[] {
  if (document.pinned) return [{ label: 'Unpin', does: { command: 'document unpin', options: about(document) } }];
  if (!document.place || document.goneAt !== undefined) return [];
  return [{ label: 'Pin', does: { command: 'document pin', options: about(document) } }];
}

const kinds = { file: 'File', link: 'Link', message: 'Message' } as const;
export const kindOf = (document: Document): string => kinds[document.kind];

function factsOf({ document, cop, sharer, steward }: DocumentDetail) {
  const { file, url, reviewAt } = document;
  const facts: { label: string; value: Text }[] = [
    { label: 'Kind', value: file ? text`${kindOf(document)}, ${sizeOf(file.bytes)}` : text`${kindOf(document)}` },
  ];
  const fact = (label: string, value: Text | undefined) => value && facts.push({ label, value });
  fact('Address', url ? text`${{ url, label: url.length > 80 ? `${url.slice(0, 79)}…` : url }}` : undefined);
  fact('Type', file?.type ? text`${file.type}` : undefined);
  fact('Why it matters', document.why ? text`${document.why}` : undefined);
  fact('Tags', document.tags.length > 0 ? text`${document.tags.join(', ')}` : undefined);
  fact('Shared by', sharer ? text`${who(sharer, cop)}` : undefined);
  fact('Shared on', text`${{ at: document.sharedAt }}`);
  fact('Looked after by', steward ? text`${who(steward, cop)}` : undefined);
  fact('To be looked at again', reviewAt === undefined ? undefined : text`${{ at: reviewAt }}`);
  return facts;
}

export function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Asked once. */
export const removeCard = ({ document, cop }: DocumentView): Card => ({
  body: [
    {
      kind: 'text',
      text: text`Remove **${document.title}** from the library of **${cop.name}**? Its message stays where it is, and for a day you can have it back.`,
    },
  ],
  buttons: [
    {
      label: 'Remove it',
      does: { command: 'document remove', options: { ...about(document), sure: 'yes' } },
      style: 'danger',
    },
    { label: 'Leave it there', does: { command: 'document show', options: about(document) } },
  ],
});

export const removedCard = ({ document, cop }: DocumentView): Card => ({
  body: [{ kind: 'text', text: text`**${document.title}** is out of the library of **${cop.name}**.` }],
  buttons: [{ label: 'Put it back', does: { command: 'document restore', options: about(document) } }],
});

/** To who had pressed *Pin* or *Unpin*. */
export const notPinnedCard = ({ document, cop }: DocumentView): Card => ({
  body: [
    {
      kind: 'text',
      text:
        document.goneAt === undefined
          ? text`I couldn't change the pin of **${document.title}** in **${cop.name}**; you can do it yourself, from the message's own menu.`
          : text`**${document.title}** can't be pinned in **${cop.name}**: its message was deleted. The library keeps the entry.`,
    },
  ],
});
