/** What can't be done to a meeting, or not any more. */
import type { Meeting } from '../domain/meeting.ts';
import type { Refusals } from '../domain/refusal.ts';
import { type Button, type Card, type Text, text } from '../platform/card.ts';
import { readNotesButton, writtenUpLine } from './notes.ts';

const say = (words: Text, buttons: readonly Button[] = []): Card => ({
  body: [{ kind: 'text', text: words }],
  buttons,
});

/** It was held, cancelled, or never called. */
const meetingSettledWords = ({ state }: Pick<Meeting, 'state'>): Text => {
  if (state === 'over')
    return text`This meeting is over. ${{ slash: 'meeting list' }} shows the next one, and the last ones with their notes.`;
  if (state === 'cancelled') return text`This meeting is cancelled. ${{ slash: 'meeting list' }} shows the next one.`;
  return text`This meeting is already called: its card is in the space. ${{ slash: 'meeting list' }} shows it.`;
};

export const meetingRefusals = {
  'meeting-settled': ({ meeting }: Refusals['meeting-settled']) => say(meetingSettledWords(meeting)),
  'meeting-to-come': () =>
    say(text`This meeting is still to come. Once it has begun, everybody in its CoP can write it up.`),
  'notes-replaced': ({ cop }: Refusals['notes-replaced']) =>
    say(
      text`That meeting was written up anew meanwhile, so these notes stay out of the library of **${cop.name}**. ${{ slash: 'meeting list' }} leads to the new ones.`,
    ),
  'written-up': ({ cop, notes, by }: Refusals['written-up']) =>
    say(
      text`${writtenUpLine({ notes, by }, cop)} Whoever wrote it and the facilitators can revise it: tell them what is missing.`,
      [readNotesButton(notes)],
    ),
};
