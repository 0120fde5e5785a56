import type { Cop } from '../domain/cop.ts';
import { type Block, type Card, text } from '../platform/card.ts';
import { libraryButton } from './doable.ts';
import { space, spaceOf } from './people.ts';

/** To who has just come in, privately, however they came: first the facilitators' own words. */
export function admittedCard(cop: Cop): Card {
  const channel = spaceOf(cop);
  const own: Block[] = cop.welcome ? [{ kind: 'text', text: text`${cop.welcome}`, tone: 'quoted' }] : [];
  return {
    title: text`You're in: ${cop.name}`,
    body: [
      ...own,
      {
        kind: 'text',
        text: text`Welcome. The space is ${space(cop)}. What is pinned there tells how this community works; start with the welcome. ${{ slash: 'document find' }} looks things up in its library.`,
      },
    ],
    buttons: [...(channel ? [{ label: 'Open the space', goesTo: channel }] : []), libraryButton(cop)],
  };
}
