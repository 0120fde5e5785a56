/** A meeting in somebody's own calendar: what stands there, and what comes with the file. */
import type { Cop } from '../domain/cop.ts';
import type { Language } from '../domain/language.ts';
import { type Meeting, standsAs } from '../domain/meeting.ts';
import { type Block, type Card, type Text, text, textOf } from '../platform/card.ts';
import { feedButton } from './calendar-feed.ts';
import { plainIn } from './language.ts';
import { aboutOf, formatLabels, type MeetingView, whenAndWhere } from './meeting.ts';

type Of = Pick<MeetingView, 'meeting' | 'cop'>;
const line = (words: Text): Block => ({ kind: 'text', text: words });

/** `feeds`: there are private addresses, too. */
export const calendarOnItsWayCard = (view: Of, feeds: boolean): Card => ({
  body: [
    line(
      text`**${aboutOf(view)}** is on its way to you, as a file by direct message: open it to add the meeting to your calendar. If the meeting is moved or cancelled, you get a new file.`,
    ),
  ],
  buttons: feeds ? [feedButton] : [],
});

/** What has become of it since they took it. */
export type WhatBecame = 'taken' | 'changed' | 'off';

/** With the file. */
export function calendarFileCard(view: Of, changed: WhatBecame): Card {
  const about = aboutOf(view);
  if (changed === 'off')
    return {
      body: [
        line(
          text`**${about}** in **${view.cop.name}** is cancelled. Open the file to take it out of your calendar, or delete it there.`,
        ),
      ],
    };
  return {
    body: [
      line(
        changed === 'taken'
          ? text`**${about}** in **${view.cop.name}**, for your calendar: open the file to add it. If the meeting is moved or cancelled, you get a new file.`
          : text`**${about}** in **${view.cop.name}** has changed. Open the file to update your calendar.`,
      ),
      line(whenAndWhere(view)),
    ],
  };
}

/** As it stands in a calendar; nothing where it has no date. */
export function inCalendar(meeting: Meeting, cop: Pick<Cop, 'name' | 'spaceName'>, language: Language) {
  const stands = standsAs(meeting);
  const plain = (words: Text) => plainIn(words, language);
  return (
    stands && {
      ...stands,
      by: cop.name,
      title: plain(meeting.about === undefined ? text`${cop.name} meets` : text`${cop.name}: ${meeting.about}`),
      words: plain(
        text`${textOf(formatLabels[meeting.format])}. Who is coming, and what they bring, is on its card in the space of ${cop.name}.`,
      ),
      place: meeting.place ?? (cop.spaceName === undefined ? cop.name : `#${cop.spaceName}`),
    }
  );
}

export const calendarFileName = 'meeting.ics';
