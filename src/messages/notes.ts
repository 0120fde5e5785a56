/** A meeting is written up: the form, what comes of it, and what is read afterwards. */
import type { Cop } from '../domain/cop.ts';
import type { Document } from '../domain/document.ts';
import type { DocumentId } from '../domain/ids.ts';
import { type Meeting, mostLearned } from '../domain/meeting.ts';
import type { Known } from '../domain/person.ts';
import { limits, type Promised } from '../domain/promise.ts';
import {
  type Block,
  type Button,
  type Card,
  type FormOf,
  joined,
  optional,
  type Text,
  text,
} from '../platform/card.ts';
import { openButton } from './document.ts';
import { aboutOf, type MeetingView } from './meeting.ts';
import { askedIn, isTyped, zonedBriefly } from './meeting-form.ts';
import { space, unrung } from './people.ts';
import { nextButton, promisedLine } from './promise.ts';

type Of = Pick<MeetingView, 'meeting' | 'cop'>;

const line = (words: Text): Block => ({ kind: 'text', text: words });
const quiet = (words: Text): Block => ({ kind: 'text', text: words, tone: 'quiet' });

export const writeUpButton = ({ id }: Pick<Meeting, 'id'>, label = 'Write it up…'): Button => ({
  label,
  does: { command: 'meeting write', options: { meeting: id } },
});
export const readNotesButton = (notes: DocumentId): Button => ({
  label: 'Read the notes',
  does: { command: 'document notes', options: { document: notes } },
});

/** As it was filled in. `seen`: when what is before them was written; nothing, where nothing was. */
export interface NotesGiven {
  readonly learned?: string | undefined;
  readonly promised?: string | undefined;
  readonly when?: string | undefined;
  readonly seen?: string | undefined;
}

export type NotesFaults = { readonly [F in 'learned' | 'promised' | 'when']?: string | Text };

/** `zone`: in which the next date is typed; none where they don't call meetings, or it is written up already. */
export const notesForm = (
  { meeting, cop }: Of,
  zone: string | undefined,
  given: NotesGiven = {},
  faults: NotesFaults = {},
): FormOf<'meeting write'> => {
  const learned = {
    kind: 'words',
    name: 'learned',
    label: 'What did we learn?',
    hint: 'A few lines are plenty. Whoever couldn’t be there reads them too',
    required: true,
    long: true,
    max: mostLearned,
    ...(given.learned && { value: given.learned }),
    ...(faults.learned && { error: faults.learned }),
  } as const;
  const promised = {
    kind: 'words',
    name: 'promised',
    label: 'What did we promise?',
    hint: 'One per line; start with a name, if you like: “@Ben brings an air cushion”',
    optional,
    long: true,
    max: limits.typed,
    ...(given.promised && { value: given.promised }),
    ...(faults.promised && { error: faults.promised }),
  } as const;
  const when = zone && nextField(cop, zone, given.when, faults.when);
  return {
    title: 'Write the meeting up',
    intro: text`It goes into the library of **${cop.name}** and into its space. Only members read it.`,
    fields: when ? [learned, promised, when] : [learned, promised],
    submit: given.seen ? 'Save' : 'Put it in the library',
    does: {
      command: 'meeting write',
      options: { meeting: meeting.id, ...(given.seen && { seen: given.seen }), ...(zone && askedIn(cop, zone)) },
    },
  };
};

const nextField = (cop: Cop, zone: string, value: string | undefined, error: string | Text | undefined) =>
  ({
    kind: 'moment',
    name: 'when',
    label: isTyped(cop) ? text`When next, in ${zonedBriefly(zone)}?` : 'When do we meet next?',
    hint: 'You see it first; nothing is called before you say so',
    optional,
    ...(value && { value }),
    ...(error && { error }),
  }) as const;

export const nothingLearned = 'Write in a line or two what you learned.';
export const tooManyPromises = text`More than ${limits.many} are hard to keep in view. Keep those that matter most.`;
export const tooLongPromise = (words: string): Text =>
  text`One of these has more than ${limits.words} characters: “${words}”. Say it in fewer.`;

/** Two were at it; what the later one typed stands there still. */
export const writtenMeanwhile = (by: Known | undefined, cop: Cop, mayRevise: boolean): Text => {
  const whoever = by ? text`${unrung(by, cop)}` : text`Somebody`;
  return mayRevise
    ? text`${whoever} has written it up meanwhile. Send it again to put yours in its place.`
    : text`${whoever} has written it up meanwhile. What you typed is still here: copy it and give it to them, or to a facilitator.`;
};

/** What is read, by whoever may. */
export interface NotesView extends Of {
  readonly document: Document;
  readonly writer: Known | undefined;
  readonly promised: readonly Promised[];
}

function notesBody(view: NotesView): readonly Block[] {
  const { meeting, cop, document, writer, promised } = view;
  return [
    ...(meeting.startsAt === undefined ? [] : [line(text`We met on ${{ at: meeting.startsAt }}.`)]),
    { kind: 'text', text: text`${document.words ?? ''}`, tone: 'quoted' },
    ...(promised.length === 0
      ? []
      : [line(joined([text`**What we promised**`, ...promised.map(one => promisedLine(one, cop))], '\n'))]),
    ...(writer ? [quiet(text`Written by ${unrung(writer, cop)}.`)] : []),
  ];
}

/** In the space, for everybody in it. */
export const notesInSpaceCard = (view: NotesView): Card => ({
  title: text`Notes: ${aboutOf(view)}`,
  body: notesBody(view),
  buttons: view.promised.length > 0 ? [nextButton(view.cop)] : [],
});

export const notesOutOfLibraryCard = ({ name }: Pick<Cop, 'name'>): Card => ({
  body: [line(text`These notes are not in the library of **${name}** any more.`)],
});

/** To one who asks for them. */
export const notesCard = (view: NotesView, mayRevise: boolean): Card => ({
  title: text`Notes: ${aboutOf(view)}`,
  body: notesBody(view),
  buttons: [
    ...openButton(view.document),
    ...(view.promised.length > 0 ? [nextButton(view.cop)] : []),
    ...(mayRevise ? [writeUpButton(view.meeting, 'Revise them…')] : []),
    { label: 'In the library', does: { command: 'document show', options: { document: view.document.id } } },
  ],
});

/** To who wrote it. `next`: the draft of the next meeting, if they named a date. */
export const writtenUpCard = (view: Of, notes: DocumentId, isNew: boolean, next: Card | undefined): Card => {
  const said = line(
    isNew
      ? text`Written up: the notes of **${aboutOf(view)}** are in the library, and on their way to ${space(view.cop)}. Thank you.`
      : text`Saved. The notes of **${aboutOf(view)}** are brought up to date wherever they were posted.`,
  );
  const buttons = [readNotesButton(notes), nextButton(view.cop)];
  if (!next) return { body: [said], buttons };
  const { title = [], body, ...rest } = next;
  return { ...rest, body: [said, quiet(text`And this is the next one:`), line(text`**${title}**`), ...body] };
};

/** Who has written it up, if anybody has. */
export interface WrittenUp {
  readonly notes: DocumentId;
  readonly by: Known | undefined;
}

export const writtenUpLine = ({ by }: WrittenUp, cop: Cop): Text =>
  by ? text`${unrung(by, cop)} has written it up.` : text`It's written up.`;

const isDone = (view: Of, { notes, by }: WrittenUp): Card => ({
  body: [line(text`**${aboutOf(view)}**\n${writtenUpLine({ notes, by }, view.cop)}`)],
  buttons: [readNotesButton(notes)],
});

/** To each who had said that they would. */
export const pleaseWriteUpCard = (view: Of, written: WrittenUp | undefined): Card =>
  written
    ? isDone(view, written)
    : {
        body: [
          line(
            text`**${aboutOf(view)}** is over, and you had offered to write it up. A few lines are plenty: what you learned, and what you promised each other.`,
          ),
        ],
        buttons: [{ ...writeUpButton(view.meeting), style: 'primary' }],
      };

/** To one who facilitates it, once. */
export const unwrittenCard = (view: Of, written: WrittenUp | undefined): Card =>
  written
    ? isDone(view, written)
    : {
        body: [
          line(
            text`Would you, or somebody else, write up **${aboutOf(view)}**? Three lines are plenty, and those who couldn't come will be glad of them.`,
          ),
          quiet(text`If nobody does, that's fine. You won't be asked again.`),
        ],
        buttons: [{ ...writeUpButton(view.meeting), style: 'primary' }],
      };
