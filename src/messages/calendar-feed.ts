/** Somebody's private calendar address: given once, another one, taken away. */

import type { Language } from '../domain/language.ts';
import { type Block, type Button, type Card, type Text, text, textOf } from '../platform/card.ts';
import { plainIn } from './language.ts';

const line = (words: Text): Block => ({ kind: 'text', text: words });
const quiet = (words: Text): Block => ({ kind: 'text', text: words, tone: 'quiet' });

export const feedButton: Button = { label: 'All my meetings…', does: { command: 'calendar show', options: {} } };

const give = (label: string): Button => ({ label, does: { command: 'calendar give', options: {} }, style: 'primary' });

/** `since`: when they had one made. */
export function feedCard(since: number | undefined): Card {
  const what = text`With a private address, your calendar app always knows when your CoPs meet, also when a meeting is moved or cancelled.`;
  if (since === undefined)
    return { title: text`All my meetings`, body: [line(what)], buttons: [give('Give me an address')] };
  return {
    title: text`All my meetings`,
    body: [
      line(what),
      line(
        text`You have had one since ${{ at: since }}. It isn't kept, so it can't be shown again; another one takes its place, and the old one stops working at once.`,
      ),
    ],
    buttons: [
      give('Give me another address'),
      { label: 'Take it away', does: { command: 'calendar take-away', options: {} } },
    ],
  };
}

/** Once, to them alone. */
export const feedGivenCard = (url: string): Card => ({
  title: text`Your private calendar address`,
  body: [
    line(text`${url}`),
    line(text`Subscribe to it in your calendar app (“from URL”, “subscribe”). Most look again every few hours.`),
    quiet(
      text`Whoever has it can read when your CoPs meet, what about and where, so keep it to yourself. It is shown only now; ${{ slash: 'calendar show' }} gives you another one, or takes it away.`,
    ),
  ],
  buttons: [{ label: 'Take it away', does: { command: 'calendar take-away', options: {} } }],
});

export const feedTakenAwayCard: Card = {
  body: [
    line(
      text`Your private calendar address no longer works. What your calendar has read so far stays in it until you delete it there.`,
    ),
  ],
  buttons: [give('Give me an address')],
};

/** To whoever had one at the time that the database is of. */
export const feedEndedCard: Card = {
  title: text`Your private calendar address`,
  body: [
    line(
      text`It no longer works. What I had noted last is lost, and an address that was taken away in that time would have worked again; so all of them were ended. Have another one made, and put it into your calendar app in place of the old one.`,
    ),
  ],
  buttons: [give('Give me another address')],
};

export const noFeedsCard: Card = {
  body: [
    line(
      text`There are no private calendar addresses here: whoever runs the bot hasn't given it an address of its own. “Add to my calendar” on a meeting's card works all the same.`,
    ),
  ],
};

export const nothingToReadCard: Card = {
  body: [
    line(
      text`You're in no CoP here, so there would be nothing to read. ${{ slash: 'cop find' }} shows which there are.`,
    ),
  ],
};

export const feedName = (language: Language): string => plainIn(textOf('When my CoPs meet'), language);
