/** A meeting is moved or cancelled. */
import type { Meeting } from '../domain/meeting.ts';
import { type Block, type Card, type FormOf, joined, plural, type Text, text } from '../platform/card.ts';
import { aboutOf, type Coming, comeButton, type MeetingView, mentioned, notButton, whenAndWhere } from './meeting.ts';
import { type CallGiven, minutesField, placeField, whenField } from './meeting-form.ts';

const line = (words: Text): Block => ({ kind: 'text', text: words });

export const changeFor = (
  { meeting, cop }: MeetingView,
  zone: string,
  given: CallGiven,
  faults: { readonly when?: string; readonly place?: string } = {},
): FormOf<'meeting move'> => ({
  title: 'Move the meeting',
  intro: text`Whoever said that they come hears of it once, below the card.`,
  fields: [
    whenField(cop, zone, given.when, faults.when),
    minutesField(given.minutes),
    placeField(given.place, faults.place),
  ],
  submit: 'Move it',
  does: { command: 'meeting move', options: { meeting: meeting.id } },
});

export const sureToCancelCard = (view: MeetingView, coming: number): Card => ({
  body: [
    line(
      coming === 0
        ? text`**${aboutOf(view)}**: cancel it? Nobody has said yet that they're coming, so nobody is told; the card says so.`
        : text`**${aboutOf(view)}**: cancel it? ${plural(coming, text`One person who comes is told`, text`The ${coming} people who are coming are told`)} below the card.`,
    ),
  ],
  buttons: [
    {
      label: 'Yes, cancel it',
      does: { command: 'meeting cancel', options: { meeting: view.meeting.id, sure: 'yes' } },
      style: 'danger',
    },
  ],
});

const isOff = ({ state }: Pick<Meeting, 'state'>): boolean => state === 'cancelled';

/** To who changed it. */
export const toldOfChangeCard = (view: MeetingView, told: number): Card => ({
  body: [
    line(
      isOff(view.meeting)
        ? text`**${aboutOf(view)}** is cancelled.`
        : text`**${aboutOf(view)}**: ${whenAndWhere(view)}.`,
    ),
    line(
      told === 0
        ? text`The card says so; nobody had to be told.`
        : plural(
            told,
            text`The one person who is coming is told below the card.`,
            text`The ${told} people who are coming are told below the card.`,
          ),
    ),
  ],
});

/** Below its card, to those who come: rung for, once. */
export const changedCard = (view: MeetingView, coming: Coming): Card => {
  const names = mentioned(coming, view.cop);
  if (isOff(view.meeting)) return { body: [line(joined([text`**${aboutOf(view)}** is cancelled.`, names], ' '))] };
  return {
    body: [line(joined([text`**${aboutOf(view)}** has changed: ${whenAndWhere(view)}.`, names], ' '))],
    buttons: [comeButton(view.meeting), notButton(view.meeting, "I can't come after all")],
  };
};
