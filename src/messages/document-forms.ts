/** What is asked about a document: when it is saved, kept, added, titled, edited. */
import type { Cop } from '../domain/cop.ts';
import { limits } from '../domain/document.ts';
import type { LinkFault } from '../domain/link.ts';
import { type Field, type Form, text } from '../platform/card.ts';
import type { DocumentDetail, DocumentView } from './document.ts';

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
