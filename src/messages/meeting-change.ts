/** A meeting is moved or cancelled. */
import type { Meeting } from '../domain/meeting.ts';
import { type Block, type Card, type FormOf, joined, plural, type Text, text } from '../platform/card.ts';
import { aboutOf, type Coming, comeButton, type MeetingView, mentioned, notButton, whenAndWhere } from './meeting.ts';
import { askedIn, type CallGiven, minutesField, placeField, whenField } from './meeting-form.ts';
import { endedWords } from './meeting-news.ts';

const line = (words: Text): Block => ({ kind: 'text', text: words });

export const changeFor = (
  { meeting, cop }: MeetingView,
  zone: string,
  given: CallGiven,
  faults: { readonly when?: string; readonly place?: string } = {},
): FormOf<'meeting move'> => ({
  title: 'Move the meeting',
  intro: text`Everybody who is coming is told once, below the card.`,
  fields: [
    whenField(cop, zone, given.when, faults.when),
    minutesField(given.minutes),
    placeField(given.place, faults.place),
  ],
  submit: 'Move it',
  does: { command: 'meeting move', options: { meeting: meeting.id, ...askedIn(cop, zone) } },
});

/** `told`: who is coming; of one that has no date yet, who has voted. */
export const sureToCancelCard = (view: MeetingView, told: number): Card => ({
  body: [line(text`Cancel this meeting?\n**${aboutOf(view)}**\n${whoIsTold(view, told)}`)],
  buttons: [
    {
      label: 'Yes, cancel it',
      does: { command: 'meeting cancel', options: { meeting: view.meeting.id, sure: 'yes' } },
      style: 'danger',
    },
  ],
});

const isOff = ({ state }: Pick<Meeting, 'state'>): boolean => state === 'cancelled';

const whoIsTold = ({ meeting }: MeetingView, told: number): Text => {
  if (meeting.startsAt === undefined)
    return told === 0
      ? text`Nobody has voted yet, so nobody is told; the card says so.`
      : plural(
          told,
          text`The one person who has voted is told below the card.`,
          text`The ${told} people who have voted are told below the card.`,
        );
  return told === 0
    ? text`Nobody has said yet that they're coming, so nobody is told; the card says so.`
    : plural(
        told,
        text`The one person who is coming is told below the card.`,
        text`The ${told} people who are coming are told below the card.`,
      );
};

/** To who changed it. */
export const toldOfChangeCard = (view: MeetingView, told: number): Card => ({
  body: [
    line(
      isOff(view.meeting)
        ? text`**${aboutOf(view)}** is cancelled.`
        : text`**${aboutOf(view)}**\n${whenAndWhere(view)}`,
    ),
    line(told === 0 ? text`The card says so; nobody had to be told.` : whoIsTold(view, told)),
  ],
});

/** Below its card, to those who come: rung for, once. Afterwards there is nothing to answer any more. */
export const changedCard = (view: MeetingView, coming: Coming): Card => {
  const names = mentioned(coming, view.cop);
  if (isOff(view.meeting)) return { body: [line(joined([text`**${aboutOf(view)}** is cancelled.`, names], ' '))] };
  if (view.meeting.state === 'over') return { body: [line(endedWords(view, 'over'))] };
  return {
    body: [line(joined([text`**${aboutOf(view)}** has changed: ${whenAndWhere(view)}.`, names], ' '))],
    buttons: [comeButton(view.meeting), notButton(view.meeting, "I can't come after all")],
  };
};
