/** A CoP that was closed, and is opened again. */
import type { Cop } from '../domain/cop.ts';
import { isKeptLonger } from '../domain/going.ts';
import { type Block, type Button, type Card, type Text, text } from '../platform/card.ts';
import { findButton } from './directory.ts';
import { space, spaceOf } from './people.ts';

const line = (words: Text): Block => ({ kind: 'text', text: words });
const quiet = (words: Text): Block => ({ kind: 'text', text: words, tone: 'quiet' });

/** Somebody started one of that name meanwhile. */
const otherName = (cop: Cop, taken: boolean): readonly Block[] =>
  taken
    ? [
        quiet(
          text`Another CoP is called **${cop.name}** by now, so this one gets a number behind its name. ${{ slash: 'cop edit' }} gives it one of its own.`,
        ),
      ]
    : [];

/** Where a bot can't bring back what is archived. */
export const bringItBackCard = (cop: Cop, taken: boolean): Card => ({
  title: text`Opening ${cop.name} again`,
  body: [
    line(
      text`Slack lets only people bring an archived channel back. Somebody who was in ${space(cop)} opens it and, if it is archived, chooses **Unarchive** in its settings; then they type **/invite** there and choose me. All goes on as it was, with everybody in it.`,
    ),
    line(
      text`Or have a new space: I bring everybody in who was in it, its library comes along, and the old space stays to be read.`,
    ),
    ...otherName(cop, taken),
  ],
  buttons: [newSpaceButton(cop)],
});

const newSpaceButton = (cop: Cop): Button => ({
  label: 'Make a new space',
  does: { command: 'cop rebuild', options: { cop: cop.id } },
});

/** Where nobody can bring back what was deleted. */
export const deletedForGoodCard = (cop: Cop, taken: boolean): Card => ({
  title: text`Opening ${cop.name} again`,
  body: [
    line(
      text`Its channel was deleted, and nobody can bring that back. I can make a new space and bring everybody in who was in it; its library comes along, but for what stood in that channel alone.`,
    ),
    ...otherName(cop, taken),
  ],
  buttons: [newSpaceButton(cop)],
});

export const opensAgainCard = (cop: Cop, taken: boolean): Card => ({
  body: [
    line(
      text`I'm opening the space of **${cop.name}** again: in a moment its members can write there, and whoever facilitates it gets a message. If it isn't there any more, I make a new one and bring everybody in; its library is as it was.`,
    ),
    ...otherName(cop, taken),
  ],
});

/** Its space could not be archived: nobody has to bring it back. */
export const opensHereCard = (cop: Cop, taken: boolean): Card => ({
  body: [
    line(text`**${cop.name}** is open again: ${space(cop)} was never archived, and all goes on there as it was.`),
    ...otherName(cop, taken),
  ],
});

export const opensAnewCard = (cop: Cop): Card => ({
  body: [
    line(
      text`I'm making a new space for **${cop.name}** and bring everybody in who was in it. Whoever facilitates it gets a message once it's there; its library is as it was.`,
    ),
  ],
});

export const notClosedCard = (cop: Cop): Card => ({
  body: [line(text`**${cop.name}** isn't closed, so there's nothing to open.`)],
});

/** In its new space. */
export function carriedOverCard(cop: Cop): Card {
  const former = spaceOf({ ...cop, spaceId: cop.formerSpaceId });
  return {
    body: [
      line(
        text`**${cop.name}** goes on here, with everybody who was in it and all of its library. Not for you any more? ${{ slash: 'membership leave' }} asks nothing but whether you're sure.`,
      ),
      ...(former
        ? [
            quiet(
              text`What was said before stands in ${{ space: former, name: 'the old space' }}, if it is still there.`,
            ),
          ]
        : []),
    ],
  };
}

export const notReopenedCard = (cop: Cop): Card => ({
  body: [
    line(
      text`I couldn't open a space for **${cop.name}**, so it stays closed for now. Nothing of it is lost; please try once more later, or ask whoever runs this bot.`,
    ),
  ],
});

/** To who facilitated it, and to the Support Team, a month before. `isGoing`: neither was it kept for longer since then, nor opened again. */
export function goesCard(cop: Cop, isGoing: boolean): Card {
  if (!isGoing)
    return cop.state === 'closed' && cop.goesAt !== undefined && isKeptLonger(cop)
      ? {
          body: [
            line(text`**${cop.name}** is kept until ${{ at: cop.keptUntil ?? 0 }} at least, though it is closed.`),
          ],
        }
      : notGoingCard(cop);
  return {
    title: text`What is kept of ${cop.name} goes soon`,
    body: [
      line(
        text`It was closed on ${{ at: cop.closedAt ?? 0 }}, and closed CoPs aren't kept for ever here. On ${{ at: cop.goesAt ?? 0 }} its library, who was in it, and all else that I keep of it go for good. Its old space is left as it is.`,
      ),
      quiet(text`Opened again before that, all of it stays.`),
    ],
    buttons: [
      { label: 'Keep it another year', does: { command: 'cop keep', options: { cop: cop.id } }, style: 'primary' },
      { label: 'Open it again', does: { command: 'cop reopen', options: { cop: cop.id } } },
    ],
  };
}

export const notGoingCard = (cop: Cop): Card => ({
  body: [line(text`**${cop.name}** isn't about to go, so there's nothing left for you to do.`)],
});

/** To who has none to open. */
export const noClosedCard: Card = {
  body: [
    line(
      text`There's no closed CoP for you to open. Whoever facilitated one can, and the Support Team. Perhaps it is open again already?`,
    ),
  ],
  buttons: [findButton('See all CoPs')],
};
