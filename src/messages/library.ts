import type { Cop } from '../domain/cop.ts';
import type { Deed } from '../domain/deed.ts';
import type { Document } from '../domain/document.ts';
import { startUpDocs } from '../domain/guide.ts';
import { excerpt, highlighted, soughtIn, wordsIn } from '../domain/search.ts';
import { tidied } from '../domain/words.ts';
import { type Block, type Button, type Card, flat, type Text, text } from '../platform/card.ts';
import { fits } from '../platform/invoke.ts';
import { addressAmongWords, type DocumentView, kindOf, titleOf } from './document.ts';
import { guideLabels, readButton } from './guide.ts';
import { who } from './people.ts';

export interface LibraryView {
  readonly cop: Cop;
  /** What was looked for, and by which tag. */
  readonly words: string;
  readonly tag: string | undefined;
  readonly found: readonly DocumentView[];
  readonly from: number;
  /** How many there are in all; of very many found, only that there are more. */
  readonly total: { readonly count: number; readonly orMore: boolean };
  /** Where one of them opens. */
  opening(document: Document): Deed;
  readonly pages: { readonly next: Deed | undefined; readonly before: Deed | undefined };
  /** There is a further page, though no button reaches it. */
  readonly more: boolean;
  readonly tags: readonly { readonly tag: string; readonly count: number; readonly does: Deed | undefined }[];
  /** Than those. */
  readonly moreTags: boolean;
}

/** What a search or a list has found: ten at a time. */
export function libraryCard(view: LibraryView): Card {
  const { cop, words, found, from, pages, more } = view;
  const guides = from === 0 ? guideBlocks(cop, words, view) : [];
  if (found.length === 0 && guides.length === 0) return nothingCard(view);
  const sought = soughtIn(words);
  return {
    title: headingOf(view),
    body: [
      ...whichOnes(view),
      ...found.map(one => row(one, sought, view.opening(one.document))),
      ...guides,
      ...(more && !pages.next
        ? [{ kind: 'text', text: text`There are more; another word narrows it down.`, tone: 'quiet' } as const]
        : []),
    ],
    buttons: [
      ...(pages.before ? [{ label: 'Back', does: pages.before }] : []),
      ...(pages.next ? [{ label: 'Next page', does: pages.next }] : []),
    ],
  };
}

/** Said only where there is more than a page. */
function whichOnes({ found, from, total: { count, orMore } }: LibraryView): readonly Block[] {
  if (found.length === 0 || (from === 0 && count <= found.length)) return [];
  const [first, last] = [from + 1, from + found.length];
  return [
    {
      kind: 'text',
      tone: 'quiet',
      text: orMore ? text`${first}–${last} of more than ${count}` : text`${first}–${last} of ${count}`,
    },
  ];
}

function headingOf({ cop, words, tag, found }: LibraryView): Text {
  if (words) return text`“${words}” in the library of ${cop.name}`;
  if (tag !== undefined && found.length === 0) return text`Nothing tagged “${tag}” in the library of ${cop.name}`;
  if (tag !== undefined) return text`Tagged “${tag}” in the library of ${cop.name}`;
  return found.length > 0 ? text`The library of ${cop.name}` : text`The library of ${cop.name} is still empty`;
}

function nothingCard({ cop, words, tag }: LibraryView): Card {
  const all: Button = { label: 'See the latest', does: { command: 'document list', options: { cop: cop.id } } };
  if (words)
    return {
      title: text`Nothing about “${words}” in the library of ${cop.name}`,
      body: [
        {
          kind: 'text',
          text: text`Try one word of the title, or ask the others: somebody may have it and just never posted it.`,
        },
      ],
      buttons: [askButton(cop, words), all],
    };
  return {
    title: text`Nothing tagged “${tag ?? ''}” in the library of ${cop.name}`,
    body: [{ kind: 'text', text: text`The whole library shows which tags there are.` }],
    buttons: [all],
  };
}

/** With what was looked for, as far as a button can carry it. */
function askButton(cop: Cop, words: string): Button {
  const whole = { command: 'document ask', options: { cop: cop.id, words } } as const;
  return {
    label: 'Ask the others…',
    does: fits(whole) ? whole : { command: 'document ask', options: { cop: cop.id } },
    style: 'primary',
  };
}

function row({ document, cop, sharer }: DocumentView, sought: readonly string[], opens: Deed): Block {
  const on = { at: document.sharedAt };
  const line = sharer
    ? text`${kindOf(document)}, shared by ${who(sharer, cop)} on ${on}`
    : text`${kindOf(document)}, shared on ${on}`;
  return {
    kind: 'text',
    text: text`**${titleOf(document)}**\n${line}${marks(document)}${why(document, sought)}`,
    buttons: [{ label: 'More…', does: opens }],
  };
}

const marks = (document: Document): Text => {
  if (document.goneAt !== undefined) return text`\nGone from the channel on ${{ at: document.goneAt }}`;
  return document.pinned ? text`\nPinned` : [];
};

/** What a page of it may take, with its addresses: every platform has room for so much in one message, and for what stands around it. */
const mostOnAPage = 3000;
/** The kind, who shared it and when, in whichever language. */
const besides = 130;

/** How many of them stand on one page: the first at least. */
export function fitting(found: readonly Document[], words: string): number {
  const sought = soughtIn(words);
  const sizes = found.map(
    one => one.title.length + (addressAmongWords(one)?.length ?? 0) + lengthOf(why(one, sought)) + besides,
  );
  const isOn = (_size: number, n: number) => sizes.slice(0, n + 1).reduce((sum, size) => sum + size) <= mostOnAPage;
  return Math.max(1, sizes.filter(isOn).length);
}

const lengthOf = (words: Text): number =>
  flat(words).reduce((sum, part) => sum + ('data' in part ? part.data.length : 2), 0);

/** Why it matters, or the piece of the kept message that was looked for. */
function why({ why: reason, words }: Document, sought: readonly string[]): Text {
  const inReason = reason && (sought.length === 0 || hits(reason, sought) || !words);
  const shown = inReason ? reason : words && hits(words, sought) ? words : reason;
  return shown ? text`\n${marked(excerpt(tidied(shown), sought, 300), sought)}` : [];
}

const hits = (words: string, sought: readonly string[]): boolean => highlighted(words, sought).some(one => one.found);

/** What was looked for, in bold. */
function marked(words: string, sought: readonly string[]): Text {
  return highlighted(words, sought).flatMap(one => (one.found ? text`**${one.words}**` : text`${one.words}`));
}

/** The start-up docs belong to every library; a search finds them by their names. Beside them, the tags that there are. */
function guideBlocks(
  cop: Cop,
  words: string,
  { tag, tags, moreTags }: Pick<LibraryView, 'tag' | 'tags' | 'moreTags'>,
): readonly Block[] {
  const sought = soughtIn(words);
  const shown = startUpDocs.filter(
    name =>
      tag === undefined &&
      (words === '' ||
        (sought.length > 0 && sought.every(one => wordsIn(guideLabels[name]).some(word => word.startsWith(one))))),
  );
  const guides = shown.map(name => readButton(name, cop));
  const byTag = tags.flatMap(({ tag: name, count, does }): Button[] =>
    does ? [{ label: `${name} (${count})`, theirs: true, does }] : [],
  );
  if (byTag.length > 0)
    return [
      {
        kind: 'text',
        text: moreTags
          ? text`By tag, the most used first; ${{ slash: 'document find' }} finds the others by name. The guides are part of the library, too:`
          : text`By tag; the guides are part of the library, too:`,
        buttons: byTag.slice(0, tagsShown),
        menu: { label: 'Guides and more tags', buttons: [...guides, ...byTag.slice(tagsShown)] },
      },
    ];
  if (guides.length === 0) return [];
  return [
    {
      kind: 'text',
      text: words
        ? text`Among the guides:`
        : text`The guides are part of it. Post a file or a link in the space and pin it, or use **Save to the library** from a message's menu.`,
      buttons: guides,
      menu: { label: 'The guides', buttons: [] },
    },
  ];
}

const tagsShown = 4;

/** Somebody typed what is to be done to a document: that is done where it is shown. */
export const misreadCard = (found: Card): Card => ({
  ...found,
  body: [
    { kind: 'text', text: text`To change, pin or remove one: press **More…** beside it, and do it there.` },
    ...found.body,
  ],
});
