import type { Cop } from '../domain/cop.ts';
import type { Deed } from '../domain/deed.ts';
import { type Document, opensAt, standsIn } from '../domain/document.ts';
import { formatCalled } from '../domain/media-type.ts';
import type { MembershipRole } from '../domain/membership.ts';
import type { Known } from '../domain/person.ts';
import { cut } from '../domain/words.ts';
import { type Block, type Button, type Card, type Text, text, textOf } from '../platform/card.ts';
import { libraryButton } from './doable.ts';
import { sizeOf } from './file.ts';
import { who } from './people.ts';

export interface DocumentView {
  readonly document: Document;
  readonly cop: Cop;
  readonly sharer: Known | undefined;
}

/** With who looks after it, and what its reader may do to it. */
export interface DocumentDetail extends DocumentView {
  readonly steward: Known | undefined;
  /** Since when a copy of its file is kept, if one is. */
  readonly fileKeptAt: number | undefined;
  readonly reader: { readonly role: MembershipRole | undefined; readonly savedIt: boolean };
}

const about = (document: Document) => ({ document: document.id });

export const savedCard = (cop: Cop, title: string, already: boolean): Card => ({
  body: [
    {
      kind: 'text',
      text: already
        ? text`**${title}** is in the library of ${cop.name} already.`
        : text`Saved: **${title}** is in the library of ${cop.name}.`,
    },
    { kind: 'text', text: text`Members find it with ${{ slash: 'document find' }}.`, tone: 'quiet' },
  ],
  buttons: [libraryButton(cop)],
});

/** Privately, to who pinned something: under which title it is kept, or which it should have where the bot isn't allowed to read it. */
export const askTitleCard = ({ document, cop }: DocumentView): Card => ({
  body: [
    {
      kind: 'text',
      text: document.untitled
        ? text`What you pinned in **${cop.name}** is in its library now, but I can't read it. What should it be called?`
        : text`Kept in the library of **${cop.name}** as **${document.title}**.`,
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

/** What is pinned and can't be read is called so, until somebody gives it a title. */
export const pinnedOn = (day: string): Text => text`Pinned on ${day}`;

/** And so is a file that was posted without a word, of which nobody tells what it is called. */
export const postedOn = (day: string): Text => text`Posted on ${day}`;

/** Once, to who posted a file. */
export const keepItCard = ({ document, cop }: DocumentView): Card =>
  document.state === 'kept'
    ? savedCard(cop, document.title, false)
    : {
        body: [
          {
            kind: 'text',
            text: text`Keep **${document.title}** in the library of **${cop.name}**? There the others find it again.`,
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

/** Of an address. Discord takes no longer one in a button; a longer one isn't put into words, among which one message has room for others: there the title leads to what brought it. */
const longest = { inButton: 500, amongWords: 200, shown: 80 } as const;

export function openButton(document: Document, label = 'Open'): readonly Button[] {
  const url = opensAt(document);
  const shorter = url && url.length > longest.inButton ? document.permalink : url;
  return shorter ? [{ label, goesTo: { url: shorter } }] : [];
}

export function addressAmongWords(document: Document): string | undefined {
  const url = opensAt(document);
  if (url === undefined || url.length <= longest.amongWords) return url;
  return document.goneAt === undefined ? document.permalink : undefined;
}

/** Pressed, it opens where it is. */
export function titleOf(document: Document): Text {
  const url = addressAmongWords(document);
  return url ? text`${{ url, label: document.title }}` : text`${document.title}`;
}

/** One document with all that is known of it. */
export function documentCard(view: DocumentDetail, news?: Text, back?: Deed): Card {
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
      ...(back ? [{ label: 'Back to the list', does: back }] : []),
      ...openButton(document),
      ...notesButton(document),
      ...pinButton(view),
      ...sendFileButton(view),
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

function pinButton({ document, cop }: DocumentView): readonly Button[] {
  if (cop.state !== 'open') return [];
  if (document.pinned) return [{ label: 'Unpin', does: { command: 'document unpin', options: about(document) } }];
  if (!standsIn(document, cop)) return [];
  return [{ label: 'Pin', does: { command: 'document pin', options: about(document) } }];
}

/** With what was promised, and the way to revise them. */
const notesButton = (document: Document): readonly Button[] =>
  document.kind === 'notes'
    ? [{ label: 'Read the notes', does: { command: 'document notes', options: about(document) } }]
    : [];

const sendFileButton = ({ document, fileKeptAt }: DocumentDetail): readonly Button[] =>
  fileKeptAt === undefined
    ? []
    : [{ label: 'Send me the file', does: { command: 'document send-file', options: about(document) } }];

const kinds = { file: 'File', link: 'Link', message: 'Message', notes: 'Notes' } as const;
export const kindOf = (document: Document): Text => textOf(kinds[document.kind]);

function factsOf({ document, cop, sharer, steward, fileKeptAt }: DocumentDetail) {
  const { file, url, reviewAt } = document;
  const facts: { label: string; value: Text }[] = [
    {
      label: 'Kind',
      value: file?.bytes ? text`${kindOf(document)}, ${sizeOf(file.bytes)}` : text`${kindOf(document)}`,
    },
  ];
  const fact = (label: string, value: Text | undefined) => value && facts.push({ label, value });
  fact('Address', url ? text`${{ url, label: cut(url, longest.shown) }}` : undefined);
  const format = formatCalled(file?.type ?? '');
  fact('Type', format ? text`${format}` : undefined);
  fact('Why it matters', document.why ? text`${document.why}` : undefined);
  fact('Tags', document.tags.length > 0 ? text`${document.tags.join(', ')}` : undefined);
  fact('Shared by', sharer ? text`${who(sharer, cop)}` : undefined);
  fact('Shared on', text`${{ at: document.sharedAt }}`);
  fact('Looked after by', steward ? text`${who(steward, cop)}` : undefined);
  fact('Copy of the file', fileKeptAt === undefined ? undefined : text`kept since ${{ at: fileKeptAt }}`);
  fact('Due for another look', reviewAt === undefined ? undefined : text`${{ at: reviewAt }}`);
  return facts;
}

/** What was added as a link has no message; what was deleted has none any more; and the card of notes is changed, where its space isn't archived. */
function removeWords({ document, cop }: DocumentView, isArchived: boolean): Text {
  const isThere = document.place !== undefined && document.goneAt === undefined;
  if (document.kind === 'notes' && !isThere)
    return text`Remove **${document.title}** from the library of **${cop.name}**? Nobody finds them there any more, and for a day you can have them back.`;
  if (document.kind === 'notes' && isArchived)
    return text`Remove **${document.title}** from the library of **${cop.name}**? Nobody finds them there any more; their card in the closed space stays as it is. For a day you can have them back.`;
  if (document.kind === 'notes')
    return text`Remove **${document.title}** from the library of **${cop.name}**? Their card in the space says so then, and for a day you can have them back.`;
  return isThere
    ? text`Remove **${document.title}** from the library of **${cop.name}**? Its message stays where it is, and for a day you can have it back.`
    : text`Remove **${document.title}** from the library of **${cop.name}**? Nobody finds it there any more, and for a day you can have it back.`;
}

/** Asked once. `isArchived`: nothing that stands in its space can be changed any more. */
export const removeCard = ({ document, ...view }: DocumentView, isArchived: boolean): Card => ({
  body: [{ kind: 'text', text: removeWords({ document, ...view }, isArchived) }],
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
  buttons: [{ label: 'Put it back in the library', does: { command: 'document restore', options: about(document) } }],
});

/** To who had pressed *Pin* or *Unpin*. */
export const notPinnedCard = ({ document, cop }: DocumentView): Card => ({
  body: [
    {
      kind: 'text',
      text:
        document.goneAt === undefined
          ? text`I couldn't change the pin of **${document.title}** in **${cop.name}**. Where you see its message, you can do it yourself, from its menu.`
          : text`**${document.title}** can't be pinned in **${cop.name}**: its message was deleted. The library keeps the entry.`,
    },
  ],
});

/** What has just happened to it, said above its card. */
export const saidOf = {
  back: text`It's back in the library.`,
  unpinned: text`Unpinned. The library keeps it.`,
  pinned: text`Pinned in the space.`,
  saved: text`Saved.`,
  'saved but for the steward': text`Saved. Only a member can look after it, so that has stayed as it was.`,
} as const;
