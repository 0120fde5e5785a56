import type { Cop } from '../domain/cop.ts';
import type { WishKind } from '../domain/effect.ts';
import { calledOff, isOfName, isOut, isSilence, type Trouble } from '../domain/trouble.ts';
import { type Card, type Text, text, textOf, type Who } from '../platform/card.ts';
import { startButton } from './directory.ts';
import { editButton } from './doable.ts';
import { causeOf, unknownCause } from './trouble-cause.ts';

/** A bug of ours. The id stands in the log too. */
export const bugCard = (id: string): Card => ({
  body: [
    {
      kind: 'text',
      text: text`Something went wrong on my side, and nothing was changed. Please try once more; if it happens again, tell whoever runs this bot: **${id}**.`,
    },
  ],
});

/** Our own database is locked, full or away. */
export const notKeptCard: Card = {
  body: [
    {
      kind: 'text',
      text: text`I can't get at my notes just now. Nothing of this was saved; please try again in a moment.`,
    },
  ],
};

/** It went away in the very moment of writing. */
export const unsureCard: Card = {
  body: [
    {
      kind: 'text',
      text: text`I lost sight of my notes at that very moment, and can't tell whether this was kept. Please have a look in a moment, and try again if it wasn't.`,
    },
  ],
};

/** The same press came twice. */
export const heardCard: Card = {
  body: [{ kind: 'text', text: text`I've got that already; nothing was done twice.` }],
};

/** It couldn't be kept in time, and surely wasn't. */
export const busyCard: Card = {
  body: [
    {
      kind: 'text',
      text: text`I'm too busy to keep that right now, so nothing was changed. Please try once more in a moment.`,
    },
  ],
};

/** Whatever was to be done, or told to the Support Team. */
export type Undone = WishKind | 'tell-support';

const undone: Readonly<Record<Undone, string>> = {
  'open-space': "couldn't make its private channel",
  'describe-space': "couldn't set the topic of its space",
  'rename-space': "couldn't rename its space",
  'close-space': "couldn't close its space to those who aren't in it",
  'archive-space': "couldn't archive its space",
  'reopen-space': "couldn't open its space again",
  'send-harvest': "couldn't send what it leaves behind",
  'read-pins': "couldn't see what is pinned in its space",
  admit: "couldn't bring somebody into its space",
  remove: "couldn't take somebody out of its space",
  'server-roles': "couldn't give or take a server role",
  'make-member': "couldn't give somebody who was brought in by hand the rights of a member in its space",
  'make-facilitator': "couldn't give the facilitator the rights in its space",
  'unmake-facilitator': "couldn't take back a facilitator's rights in its space",
  post: "couldn't post a message",
  forum: "couldn't let a facilitator into the Facilitators' forum, or out of it",
  'tell-support': "couldn't post in the Support Team's channel",
  revise: "couldn't bring a message up to date",
  redraw: "couldn't bring a message up to date",
  'open-thread': "couldn't open a thread below a card",
  pin: "couldn't pin a message",
  'show-home': "couldn't show somebody their Home",
  'pin-document': "couldn't pin a document",
  'unpin-document': "couldn't unpin a document",
  'share-file': "couldn't post a file that was added to the library",
  'keep-file': "couldn't keep a copy of a file",
  'send-file': "couldn't send somebody a file",
  'send-meeting': "couldn't send somebody a meeting for their calendar",
  'send-records': "couldn't send somebody what they had asked for",
  forget: "couldn't forget somebody who had asked for it",
  whisper: "couldn't say something in private",
  answer: "couldn't answer",
};

/** Nothing is wrong but the name. */
const notNamed = text`I ${textOf(undone['open-space'])}: a channel may not be called that here. Nothing is left of it; please start it once more under another name, with ${{ slash: 'cop start' }}.`;
const notRenamed = text`I ${textOf(undone['rename-space'])}: a channel may not be called that here. ${{ slash: 'cop edit' }} gives it another name.`;

/** What could not be done, and what happens next. `parked`: it goes on by itself once it is mended. */
export function troubleWords(
  cop: Cop,
  kind: Undone,
  trouble: Trouble | undefined,
  parked: boolean,
  whom?: { who: Who },
): Text {
  const what = whom && kind === 'admit' ? text`couldn't bring ${whom} into its space` : textOf(undone[kind]);
  if (trouble && isOfName(trouble.code)) return kind === 'rename-space' ? notRenamed : notNamed;
  if (!parked && trouble?.code === calledOff.code)
    return text`I ${what}: whoever runs this bot has called it off, and it isn't tried again. Ask them if you need it.`;
  if (!parked)
    return text`I ${what}, and it can't be done by trying again. Whoever runs this bot finds the reason in its log.`;
  if (trouble && isSilence(trouble))
    return text`I ${what}: the platform can't be reached. Nothing is lost: I go on by myself once it can.`;
  const cause = trouble ? causeOf(cop, trouble) : textOf(unknownCause);
  if (trouble && isOut(cop, trouble))
    return text`${cause}. Nothing is lost: I go on by myself once I'm in again, and look every hour.`;
  return text`I ${what}: ${cause}. Nothing is lost: I go on by myself once it's allowed, and look every hour.`;
}

/** To the facilitators, and whoever else can mend it. */
export const needsHandCard = (
  cop: Cop,
  kind: Undone,
  trouble: Trouble | undefined,
  parked: boolean,
  whom?: { who: Who },
): Card => ({
  title: text`${cop.name} needs a hand`,
  body: [{ kind: 'text', text: troubleWords(cop, kind, trouble, parked, whom) }],
  buttons:
    trouble && isOfName(trouble.code)
      ? [kind === 'rename-space' ? editButton(cop) : startButton()]
      : parked
        ? [
            {
              label: "It's allowed now, try again",
              does: { command: 'cop try-again', options: { cop: cop.id } },
              style: 'primary',
            },
          ]
        : [],
});

/** In its place, once it is done. */
export const mendedCard = (cop: Cop): Card => ({
  title: text`${cop.name} goes on`,
  body: [{ kind: 'text', text: text`What was in the way is mended, and what waited for it is done. Thank you.` }],
});

/** Or where it isn't to be done any more: its CoP was closed, or whoever it was for has gone. */
export const noHandCard = (cop: Cop): Card => ({
  title: text`${cop.name} needs no hand any more`,
  body: [{ kind: 'text', text: text`What I couldn't do for it isn't needed any more: there is nothing to mend.` }],
});

/** To somebody whom no app may bring in. */
export const letInFirstCard = (cop: Cop): Card => ({
  title: text`You're expected in ${cop.name}`,
  body: [
    {
      kind: 'text',
      text: text`An administrator has to let you in first, since you are a guest here. The facilitators know and can ask for it; once you are in, you'll see the space among your channels.`,
    },
  ],
});

export const triedAgainCard = (cop: Cop): Card => ({
  body: [{ kind: 'text', text: text`Thank you. I'm trying again for **${cop.name}** right now.` }],
});
