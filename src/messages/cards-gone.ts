/** The welcome and the cards of the guides: deleted in a space by hand, and posted again if somebody wants them back. */
import type { Cop } from '../domain/cop.ts';
import { docOf } from '../domain/guide.ts';
import type { StandingCard } from '../domain/message.ts';
import { type Card, joined, text } from '../platform/card.ts';
import type { Guides } from './guide.ts';

/** To each who facilitates. */
export function cardsGoneCard(cop: Cop, missing: readonly StandingCard[], guides: Guides): Card {
  if (missing.length === 0) return { body: [{ kind: 'text', text: text`All of it stands in **${cop.name}** again.` }] };
  const names = missing.map(one => (one === 'cop-welcome' ? text`the welcome` : text`*${guides[docOf(one)].title}*`));
  return {
    body: [
      {
        kind: 'text',
        text: text`Somebody deleted this in the space of **${cop.name}**: ${joined(names, ', ')}. I leave it so unless you want it back.`,
      },
    ],
    buttons: [{ label: 'Post it again', does: { command: 'cop post-again', options: { cop: cop.id } } }],
  };
}

/** To who was told, and facilitates it no more. */
export const cardsGoneForOthers = (cop: Cop): Card => ({
  body: [
    {
      kind: 'text',
      text: text`Something was deleted in the space of **${cop.name}**. You no longer facilitate it, so there's nothing left for you to do: whoever does can have it posted again.`,
    },
  ],
});

export const postedAgainCard = (cop: Cop): Card => ({
  body: [{ kind: 'text', text: text`In a moment it stands in **${cop.name}** again, and is pinned.` }],
});
