/** Calling a meeting: the form, what can't be taken of it, and what it comes to, shown back for a yes. */
import type { Cop } from '../domain/cop.ts';
import {
  formats,
  lengths,
  limits,
  type Meeting,
  type MeetingFormat,
  type PlaceFault,
  type UnfitMoment,
  usualMinutes,
} from '../domain/meeting.ts';
import { manners } from '../domain/platforms.ts';
import { workspaceOf } from '../domain/workspace.ts';
import {
  type Block,
  type Button,
  type Card,
  type FormOf,
  joined,
  optional,
  type Text,
  text,
  textOf,
} from '../platform/card.ts';
import { aboutOf, formatLabels, type MeetingView, whenAndWhere, where } from './meeting.ts';
import { space } from './people.ts';

const line = (words: Text): Block => ({ kind: 'text', text: words });
const quiet = (words: Text): Block => ({ kind: 'text', text: words, tone: 'quiet' });

export const isTyped = (cop: Pick<Cop, 'workspace'>): boolean =>
  manners[workspaceOf(cop.workspace).platform].moments === 'typed';

/** As it was filled in, or as it is to be filled in at first. */
export interface CallGiven {
  readonly about?: string | undefined;
  readonly format?: string | undefined;
  /** Epoch milliseconds where it is picked, else as it is typed. */
  readonly when?: string | undefined;
  readonly minutes?: string | undefined;
  readonly place?: string | undefined;
}

export type CallFaults = { readonly [F in 'about' | 'when' | 'place']?: string };

/** What is typed is read in the zone in which it was asked for. */
export const askedIn = (cop: Pick<Cop, 'workspace'>, zone: string): { readonly zone?: string } =>
  isTyped(cop) ? { zone } : {};

/** UTC is a time already. */
export const zoned = (zone: string): Text => (zone === 'UTC' ? text`${zone}` : text`${zone} time`);

/** Above a field there is little room: a zone with a long name goes by its city. */
export const zonedBriefly = (zone: string): Text =>
  zoned(zone.length <= 14 ? zone : (zone.split('/').at(-1) ?? zone).replaceAll('_', ' '));

export const whenField = (cop: Cop, zone: string, value: string | undefined, error: string | undefined) =>
  ({
    kind: 'moment',
    name: 'when',
    label: isTyped(cop) ? text`When, in ${zonedBriefly(zone)}?` : 'When?',
    ...(isTyped(cop) && { hint: 'As you would write it: “Thursday 14:00”, “3 December 2pm”' }),
    required: true,
    ...(value && { value }),
    ...(error && { error }),
  }) as const;

export const minutesField = (value: string | undefined) =>
  ({
    kind: 'choice',
    name: 'minutes',
    label: 'How long?',
    choices: lengths.map(many => ({ value: String(many), label: text`${many} minutes` })),
    value: value ?? String(usualMinutes),
  }) as const;

export const placeField = (value: string | undefined, error: string | undefined) =>
  ({
    kind: 'words',
    name: 'place',
    label: 'Where?',
    hint: 'A link or a room; leave it empty to meet in the space',
    optional,
    max: limits.place,
    ...(value && { value }),
    ...(error && { error }),
  }) as const;

const draftFields = (cop: Cop, zone: string, given: CallGiven, faults: CallFaults) =>
  [
    {
      kind: 'words',
      name: 'about',
      label: 'What about?',
      hint: 'A question works best: “What would we do with Mr K.’s heel?”',
      required: true,
      max: limits.about,
      ...(given.about && { value: given.about }),
      ...(faults.about && { error: faults.about }),
    },
    {
      kind: 'choice',
      name: 'format',
      label: 'How?',
      hint: 'Each has an agenda that everybody can open from the card',
      choices: formats.map(format => ({ value: format, label: formatLabels[format] })),
      value: given.format ?? ('check-in' satisfies MeetingFormat),
    },
    whenField(cop, zone, given.when, faults.when),
    minutesField(given.minutes),
    placeField(given.place, faults.place),
  ] as const;

export const callForm = (
  cop: Cop,
  zone: string,
  given: CallGiven = {},
  faults: CallFaults = {},
): FormOf<'meeting call'> => ({
  title: 'Call a meeting',
  fields: draftFields(cop, zone, given, faults),
  submit: 'Show me the card',
  does: { command: 'meeting call', options: { cop: cop.id, ...askedIn(cop, zone) } },
});

/** Drawn on the card that shows the draft. */
export const redraftForm = (
  { meeting, cop }: MeetingView,
  zone: string,
  given: CallGiven,
  faults: CallFaults = {},
): FormOf<'meeting redraft'> => ({
  title: 'Call a meeting',
  fields: draftFields(cop, zone, given, faults),
  submit: 'Show me the card',
  does: { command: 'meeting redraft', options: { meeting: meeting.id, ...askedIn(cop, zone) } },
});

export const nothingToTalkAbout = 'Write in a line what it is about.';

export const unfitMoments: Readonly<Record<UnfitMoment, string>> = {
  'another-zone': 'The time zone here was changed since you opened this. Look at the time again.',
  unclear: "I can't tell when that is. Try “Thursday 14:00”, “3 December 2pm” or “2026-12-03 14:00”.",
  'no-hour': 'At what time? Try “Thursday 14:00” or “3 December 2pm”.',
  skipped: 'That hour doesn’t exist: the clocks go forward then. Choose one before or after it.',
  past: 'That time has passed. Choose one that is still to come.',
  'too-far': 'That is more than a year away. Choose a time within the next twelve months.',
};

export const unfitPlaces: Readonly<Record<PlaceFault, string>> = {
  'not-the-web': 'That kind of link isn’t shown to others. Give one that begins with https://, or a room.',
  broken: 'That link doesn’t work: something in it is missing or mistyped. Copy it again, or give a room.',
  'too-long': 'That is longer than 500 characters. Give a shorter link, or the name of a room.',
  'with-password': 'That link has a password in it, and everybody would see it. Give one without.',
};

/** As the form takes it again. */
export const givenBy = (
  { meeting, cop }: Pick<MeetingView, 'meeting' | 'cop'>,
  calendar: { momentNamed(time: number): string },
): CallGiven => ({
  about: meeting.about,
  format: meeting.format,
  minutes: String(meeting.minutes),
  place: meeting.place,
  when:
    meeting.startsAt === undefined
      ? undefined
      : isTyped(cop)
        ? calendar.momentNamed(meeting.startsAt)
        : String(meeting.startsAt),
});

/** What is to be known of it before it is called. */
export interface DraftSeen {
  /** Where one of several is to be chosen. */
  readonly dates?: readonly number[] | undefined;
  /** Another one of the CoP at that time. */
  readonly beside?: Meeting | undefined;
  /** Its time has come and gone since it was drafted. */
  readonly isPast?: boolean;
}

/** To who drafts it, for a yes. */
export function draftCard(view: MeetingView, { dates = [], beside, isPast }: DraftSeen = {}): Card {
  const { meeting, cop } = view;
  const choice = dates.map(at => text`• ${{ at, style: 'appointment' }}`);
  return {
    title: aboutOf(view),
    body: [
      line(
        choice.length > 1
          ? text`One of these, for ${meeting.minutes} minutes, ${where(view)}:\n${joined(choice, '\n')}`
          : whenAndWhere(view),
      ),
      line(textOf(formatLabels[meeting.format])),
      ...(meeting.about === undefined
        ? [
            line(
              text`What the last one was about, and where it was, isn't carried over. Add it with **Change it…**, or call this one as it is.`,
            ),
          ]
        : []),
      ...(isPast ? [line(text`That time has passed by now. Change it before you call it.`)] : []),
      ...(beside
        ? [
            line(
              text`**${cop.name}** already has a meeting then: ${aboutOf({ meeting: beside, cop })}. You can call it all the same.`,
            ),
          ]
        : []),
      quiet(
        isTyped(cop)
          ? text`I read the time as ${zoned(meeting.timeZone)}; everybody sees it in their own. Is it right? Then I post it in ${space(cop)}.`
          : text`Everybody sees the time in their own. Is it right? Then I post it in ${space(cop)}.`,
      ),
    ],
    buttons: [
      {
        label: 'Yes, call it',
        does: { command: 'meeting post', options: { meeting: meeting.id, written: String(meeting.changedAt) } },
        style: 'primary',
      },
      changeDraft(meeting),
      { label: 'Offer more dates…', does: { command: 'meeting offer', options: { meeting: meeting.id } } },
      { label: "Don't call it", does: { command: 'meeting drop', options: { meeting: meeting.id } } },
    ],
  };
}

const changeDraft = ({ id }: Meeting): Button => ({
  label: 'Change it…',
  does: { command: 'meeting redraft', options: { meeting: id } },
});

export const calledCard = (view: MeetingView): Card => ({
  body: [
    line(
      view.meeting.state === 'voting'
        ? text`**${aboutOf(view)}** is called. Its card is on its way to ${space(view.cop)}, where everybody can say which date suits them. In good time before the first, I'll remind you to take one.`
        : text`**${aboutOf(view)}** is called: ${whenAndWhere(view)}. Its card is on its way to ${space(view.cop)}, where everybody can say whether they're coming.`,
    ),
  ],
});

export const droppedCard: Card = { body: [line(text`Nothing is called, and nobody was told.`)] };
