/** What becomes of the cards in the Support Team's channel: deleted by hand, or left in a channel that is theirs no longer. */
import type { Cop } from '../domain/cop.ts';
import { isOpen } from '../domain/first-conversation.ts';
import { type Card, text } from '../platform/card.ts';
import { does, type FirstConversationView } from './first-conversation.ts';
import { who } from './people.ts';

/** To the Support Team, in its channel. */
export function conversationGoneCard({ conversation, cop, asker }: FirstConversationView, stands: boolean): Card {
  if (stands) return standsAgainCard(cop);
  if (!isOpen(conversation))
    return { body: [{ kind: 'text', text: text`The conversation about **${cop.name}** is over.` }] };
  return {
    body: [
      {
        kind: 'text',
        text: text`Somebody deleted the card of the conversation with ${who(asker, cop)} about **${cop.name}**. Nothing of it is lost, and it is still to be had. I leave the card so unless you want it back.`,
      },
    ],
    buttons: [{ label: 'Post it again', does: does('post-again', conversation) }],
  };
}

export const standsAgainCard = (cop: Cop): Card => ({
  body: [
    { kind: 'text', text: text`The card of the conversation about **${cop.name}** stands in this channel again.` },
  ],
});

/** In the channel that was theirs, or is again: it names nobody and nothing. */
export const supportMovedCard = (goesOn: keyof typeof goesOnWords): Card => ({
  body: [{ kind: 'text', text: goesOnWords[goesOn] }],
});

const goesOnWords = {
  here: text`What stood here was posted in this channel again, further down, and goes on there.`,
  elsewhere: text`The Support Team is in another channel now, and what stood here goes on there.`,
  nowhere: text`There is no Support Team just now. What stood here goes on in its channel once one is chosen.`,
} as const;
