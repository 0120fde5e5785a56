/** What is asked about a document: when it is saved, kept, added, titled, edited. */
import type { Cop } from '../domain/cop.ts';
import { limits } from '../domain/document.ts';
import type { LinkFault } from '../domain/link.ts';
import { type Field, type FormOf, optional, type Text, text } from '../platform/card.ts';
import type { DocumentDetail, DocumentView } from './document.ts';

export interface FilledIn {
  readonly title?: string | undefined;
  readonly why?: string | undefined;
  readonly tags?: string | undefined;
}
export type Errors = { readonly [field: string]: string };

const titleField = (value: string | undefined, error: string | undefined, ofFile = false): Field<'title'> => ({
  kind: 'words',
  name: 'title',
  label: 'Title',
  hint: ofFile ? 'What people will look for; a file may keep its own name' : 'What people will look for',
  required: !ofFile,
  max: limits.title,
  value,
  error,
});
const whyField = (value: string | undefined): Field<'why'> => ({
  kind: 'words',
  name: 'why',
  label: 'Why does it matter?',
  optional,
  long: true,
  max: limits.why,
  value,
});
const tagsField = (value: string | undefined): Field<'tags'> => ({
  kind: 'words',
  name: 'tags',
  label: 'Tags',
  optional,
  hint: 'Separated by commas: dressings, leg ulcers',
  max: 200,
  value,
});

const becomesPart = (cop: Cop): Text => text`It becomes part of the library of **${cop.name}**, for its members only.`;

export const saveForm = (cop: Cop, { title, why, tags }: FilledIn, error?: string): FormOf<'document save'> => ({
  title: 'Save to the library',
  intro: becomesPart(cop),
  fields: [titleField(title, error), whyField(why), tagsField(tags)],
  submit: 'Save',
  does: { command: 'document save', options: { cop: cop.id } },
});

/** What somebody posted and was asked about. */
export const keepForm = (
  { document, cop }: DocumentView,
  { title, why, tags }: FilledIn,
  error?: string,
): FormOf<'document keep'> => ({
  title: 'Keep it',
  intro: becomesPart(cop),
  fields: [
    titleField(title ?? (document.untitled ? undefined : document.title), error),
    whyField(why),
    tagsField(tags),
  ],
  submit: 'Save',
  does: { command: 'document keep', options: { document: document.id } },
});

export const addForm = (
  cop: Cop,
  given: FilledIn & { readonly link?: string },
  errors: Errors = {},
): FormOf<'document add'> => ({
  title: 'Add to the library',
  intro: text`A link or a file, for the members of **${cop.name}** only. A file is posted in its space, in my name and saying that it comes from you.`,
  fields: [
    {
      kind: 'words',
      name: 'link',
      label: 'Link',
      hint: 'https://… Leave it empty if you add a file',
      max: 3000,
      value: given.link,
      error: errors.link,
    },
    { kind: 'file', name: 'file', label: 'Or a file', hint: 'Up to 10 MB; I post it in the space', error: errors.file },
    titleField(given.title, errors.title, true),
    whyField(given.why),
    tagsField(given.tags),
  ],
  submit: 'Add',
  does: { command: 'document add', options: { cop: cop.id } },
});

/** What is said at the fields where neither or both are given, or a file can't be taken. */
export const givenFaults = {
  neither: 'Give a link, or choose a file: one of the two.',
  both: 'You gave a link and a file. Leave one of the two empty, and add the other one afterwards.',
  empty: "That file is empty, so there's nothing in it to keep. Please choose it once more.",
  'too-large':
    'That file is larger than 10 MB. Post it in the space yourself and pin it, which adds it too; if it is too large there as well, give a link to it.',
  program: "I don't post programs and scripts. A link to where it can be had is welcome.",
} as const;

export const linkFaults: Readonly<Record<LinkFault, string>> = {
  'no-link': "That isn't an address I can read. It looks like https://example.org/page",
  'not-the-web': 'The library keeps web addresses, the ones that begin with https:// or http://',
  private: "That address works on one computer or network only, so the others couldn't open it.",
  'too-long': 'That address is longer than 2,000 characters. Is there a shorter one, a "copy link" or "share" perhaps?',
  'with-password': 'That address has a password in it. Take that out first, please.',
};

export function titleForm({ document, cop }: DocumentView, error?: string): FormOf<'document retitle'> {
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

export const editForm = ({ document, cop, steward }: DocumentDetail, error?: string): FormOf<'document edit'> => ({
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
      label: 'When should somebody look at it again?',
      choices: reviews,
      value: 'as-it-is',
    },
  ],
  submit: 'Save',
  does: { command: 'document edit', options: { document: document.id } },
});

export const noTitle = 'Give it a title, so that people find it again.';
