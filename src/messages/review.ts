/** For facilitators: what of their library somebody should look at, and the pins that it has hardly room for. */
import type { Cop } from '../domain/cop.ts';
import type { Document } from '../domain/document.ts';
import { type Block, type Button, type Card, text } from '../platform/card.ts';
import { openButton } from './document.ts';

const more = (document: Document): Button => ({
  label: 'More…',
  does: { command: 'document show', options: { document: document.id } },
});

export interface ReviewView {
  readonly cop: Cop;
  readonly found: readonly Document[];
  readonly more: boolean;
  readonly offers: boolean;
  readonly now: number;
}

/** For facilitators: what somebody should look at, and how the library is set. */
export function reviewCard({ cop, found, more: rest, offers, now }: ReviewView): Card {
  return {
    title: found.length > 0 ? text`To look at in the library of ${cop.name}` : text`The library of ${cop.name} is tidy`,
    body: [
      ...found.map(one => reviewRow(one, now)),
      ...(rest
        ? [{ kind: 'text', text: text`There are more; they come up as these are done.`, tone: 'quiet' } as const]
        : []),
      ...(cop.state === 'open' ? [{ kind: 'divider' } as const, asksBlock(cop, offers)] : []),
    ],
  };
}

const asksBlock = (cop: Cop, offers: boolean): Block => ({
  kind: 'text',
  text: offers
    ? text`Whoever posts a file in the space is asked once, privately, whether to keep it; whoever pins something is told its title in the library.`
    : text`Nobody is asked whether to keep the files they post, or told the title of what they pin.`,
  buttons: [
    {
      label: offers ? 'Stop asking' : 'Ask them',
      does: { command: 'document offers', options: { cop: cop.id, ask: offers ? 'no' : 'yes' } },
    },
  ],
});

function reviewRow(document: Document, now: number): Block {
  const title = text`**${document.title}**`;
  const due = document.reviewAt !== undefined && document.reviewAt <= now;
  const stillGood: Button = {
    label: 'Still good',
    does: { command: 'document reviewed', options: { document: document.id } },
  };
  if (document.goneAt !== undefined)
    return {
      kind: 'text',
      text: text`${title}\nIts message was deleted on ${{ at: document.goneAt }}; the entry is kept.`,
      buttons: [stillGood, more(document)],
    };
  if (document.untitled)
    return {
      kind: 'text',
      text: text`${title}\nIt has no title of its own, so nobody finds it.`,
      buttons: [
        { label: 'Give it a title', does: { command: 'document retitle', options: { document: document.id } } },
        more(document),
      ],
    };
  return {
    kind: 'text',
    text: due ? text`${title}\nDue for another look since ${{ at: document.reviewAt ?? now }}.` : text`${title}`,
    buttons: [stillGood, more(document)],
  };
}

/** To the facilitators, when hardly another pin fits. The start-up docs aren't among what is offered. */
export const roomCard = (cop: Cop, oldest: readonly Document[]): Card => ({
  title: text`${cop.name} hardly has room for another pin`,
  body: [
    {
      kind: 'text',
      text:
        oldest.length > 0
          ? text`A channel holds only so many pins. These are the oldest; what you unpin stays in the library.`
          : text`There's nothing left in the library to unpin. The start-up docs stay.`,
    },
    ...oldest.map(
      (document): Block => ({
        kind: 'text',
        text: text`**${document.title}**\nPinned on ${{ at: document.savedAt }} or earlier`,
        buttons: [
          { label: 'Unpin', does: { command: 'document unpin', options: { document: document.id, after: 'room' } } },
          ...openButton(document),
        ],
      }),
    ),
  ],
});
