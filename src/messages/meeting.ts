/** The card of a meeting in the space of its CoP, and what its buttons answer. */
import type { Cop } from '../domain/cop.ts';
import { isLink, type Meeting, type MeetingFormat, type Voted } from '../domain/meeting.ts';
import type { Known } from '../domain/person.ts';
import { tidied } from '../domain/words.ts';
import {
  type Block,
  type Button,
  type Card,
  joined,
  type Menu,
  plural,
  type Text,
  text,
  textOf,
} from '../platform/card.ts';
import { readNotesButton, type WrittenUp, writeUpButton, writtenUpLine } from './notes.ts';
import { andMore, space, unrung, who } from './people.ts';

export interface MeetingView {
  readonly meeting: Meeting;
  readonly cop: Cop;
  /** As long as they are known. */
  readonly caller: Known | undefined;
}

export interface Coming {
  readonly many: number;
  /** In the order in which they said so last. */
  readonly first: readonly Known[];
}

/** Questions for it, the first first. */
export interface Brought {
  readonly many: number;
  readonly first: readonly { readonly by: Known; readonly words: string }[];
}

/** With who comes, and what they bring; who has written it up, if anybody; and what can be voted for, as long as it has no date. */
export interface Gathering extends MeetingView {
  readonly coming: Coming;
  readonly written: WrittenUp | undefined;
  readonly dates: readonly Voted[];
  readonly questions: Brought;
}

/** As many as a card names; of very many, the others are counted. */
export const most = { names: 8, questions: 8, mentioned: 40 } as const;

const line = (words: Text): Block => ({ kind: 'text', text: words });
const quiet = (words: Text): Block => ({ kind: 'text', text: words, tone: 'quiet' });

export const formatLabels: Readonly<Record<MeetingFormat, string>> = {
  'check-in': 'A check-in round',
  'one-problem': 'One real problem',
  'case-clinic': 'A case clinic',
  'show-and-tell': 'Show and tell',
};

type Id = Pick<Meeting, 'id'>;
export const comeButton = ({ id }: Id): Button => ({
  label: "I'll come",
  does: { command: 'meeting come', options: { meeting: id } },
  style: 'primary',
});
export const notButton = ({ id }: Id, label = 'Not this time'): Button => ({
  label,
  does: { command: 'meeting not', options: { meeting: id } },
});
const bringButton = ({ id }: Id): Button => ({
  label: 'Bring a question…',
  does: { command: 'meeting ask', options: { meeting: id } },
});
export const agendaButton = ({ id }: Id): Button => ({
  label: 'Agenda',
  does: { command: 'meeting agenda', options: { meeting: id } },
});

const partsButton = ({ id }: Id): Button => ({
  label: 'Take a part…',
  does: { command: 'meeting parts', options: { meeting: id } },
});

const calendarButton = ({ id }: Id): Button => ({
  label: 'Add to my calendar',
  does: { command: 'meeting calendar', options: { meeting: id } },
});

export const aboutOf = ({ meeting, cop }: Pick<MeetingView, 'meeting' | 'cop'>): Text =>
  meeting.about === undefined ? text`Meeting of ${cop.name}` : text`${meeting.about}`;

const when = ({ startsAt }: Pick<Meeting, 'startsAt'>): Text =>
  startsAt === undefined ? [] : text`${{ at: startsAt, style: 'appointment' }}`;

/** A link, a room, or the space itself. */
export function where({ meeting: { place }, cop }: Pick<MeetingView, 'meeting' | 'cop'>): Text {
  if (place === undefined) return text`in ${space(cop)}`;
  return isLink(place) ? text`at ${{ url: place, label: new URL(place).host }}` : text`at ${place}`;
}

export const whenAndWhere = (view: Pick<MeetingView, 'meeting' | 'cop'>): Text =>
  view.meeting.startsAt === undefined
    ? text`Its date is still to be chosen, for ${view.meeting.minutes} minutes, ${where(view)}`
    : text`**${when(view.meeting)}**, for ${view.meeting.minutes} minutes, ${where(view)}`;

/** What is seldom wanted. */
const more = ({ meeting }: MeetingView): Menu => ({
  label: 'More…',
  buttons: [
    ...(meeting.state === 'called'
      ? [{ label: 'Move it…', does: { command: 'meeting move', options: { meeting: meeting.id } } } as const]
      : []),
    { label: 'Cancel it…', does: { command: 'meeting cancel', options: { meeting: meeting.id } } },
  ],
});

const againButton = (label: string, { id }: Id, weeks: '2' | '4'): Button => ({
  label,
  does: { command: 'meeting again', options: { meeting: id, weeks } },
});

/** Not one of its dates was taken as long as there was one. */
export const wasLetPass = ({ meeting, dates }: Pick<Gathering, 'meeting' | 'dates'>): boolean =>
  meeting.startsAt === undefined && dates.every(one => one.startsAt <= meeting.changedAt);

/** `dateRows`: how the dates are drawn that it can be voted for; `partRows`: the parts that somebody takes. */
export function meetingCard(view: Gathering, dateRows: readonly Block[], partRows: readonly Block[]): Card {
  const { meeting, cop, caller } = view;
  const title = aboutOf(view);
  if (meeting.state === 'cancelled')
    return {
      title,
      body: [
        line(wasLetPass(view) ? text`No date was taken, so this meeting is off.` : text`This meeting is cancelled.`),
      ],
    };
  if (meeting.state === 'over')
    return {
      title,
      body: [
        line(text`We met on ${when(meeting)}.`),
        ...(view.written ? [line(writtenUpLine(view.written, cop))] : []),
        ...bringing(view),
      ],
      buttons: [
        view.written ? readNotesButton(view.written.notes) : writeUpButton(meeting),
        againButton('Again in two weeks', meeting, '2'),
        againButton('Again in a month', meeting, '4'),
      ],
    };
  const isVoted = meeting.state === 'voting';
  return {
    title,
    body: [
      line(
        isVoted
          ? text`Which of these suit you? For ${meeting.minutes} minutes, ${where(view)}. You can change your answer until one is taken.`
          : whenAndWhere(view),
      ),
      ...dateRows,
      { ...line(textOf(formatLabels[meeting.format])), buttons: [agendaButton(meeting)], menu: more(view) } as Block,
      ...(isVoted ? [] : [line(comingLine(view)), ...partRows]),
      ...bringing(view),
      quiet(
        caller
          ? text`Called by ${unrung(caller, cop)}. A no needs no reason, and isn't shown.`
          : text`A no needs no reason, and isn't shown.`,
      ),
    ],
    buttons: isVoted
      ? [bringButton(meeting)]
      : [
          ...[comeButton(meeting), notButton(meeting), bringButton(meeting)],
          ...[partsButton(meeting), calendarButton(meeting)],
        ],
  };
}

/** Rung for; of very many, the others read the card. */
export const mentioned = ({ many, first }: Coming, cop: Cop): Text =>
  andMore(
    first.slice(0, most.mentioned).map(one => who(one, cop)),
    many,
  );

/** `Amira, Ben and 3 more come.` */
export function comingLine({ coming: { many, first }, cop }: Pick<Gathering, 'coming' | 'cop'>): Text {
  if (many === 0) return text`Nobody has said yet that they're coming.`;
  const names = first.slice(0, most.names).map(one => unrung(one, cop));
  return text`**Coming:** ${andMore(names, many)}`;
}

/** As many as there is room for. */
export function brought(heading: Text, { many, first }: Brought, cop: Cop, room: number): readonly Block[] {
  if (many === 0) return [];
  const lines = first.slice(0, room).map(({ by, words }) => text`${unrung(by, cop)}: “${tidied(words)}”`);
  const more = many - lines.length;
  return [
    line(
      joined(
        [heading, ...lines, ...(more > 0 ? [plural(more, text`and one more`, text`and ${more} more`)] : [])],
        '\n',
      ),
    ),
  ];
}

const bringing = ({ questions, cop }: Gathering): readonly Block[] =>
  brought(text`**Questions people bring**`, questions, cop, most.questions);

/** To who said so, alone. */
export const comesCard = (view: MeetingView): Card => ({
  body: [
    line(text`You're coming to **${aboutOf(view)}**\n${whenAndWhere(view)}\nThe others see your name on the card.`),
  ],
  buttons: [notButton(view.meeting, "I can't come after all"), bringButton(view.meeting), calendarButton(view.meeting)],
});

/** `laidDown`: whether they had taken a part. */
export const doesNotComeCard = (view: MeetingView, laidDown = false): Card => ({
  body: [
    line(
      text`Noted: not this time for **${aboutOf(view)}**. Nobody is told. If it works out after all, say so here or on the card.`,
    ),
    ...(laidDown ? [quiet(text`What you had taken on is free again.`)] : []),
  ],
  buttons: [comeButton(view.meeting)],
});

export const broughtCard = (view: MeetingView, words: string): Card => ({
  body: [
    line(text`Your question is on the card of **${aboutOf(view)}**, with your name:`),
    { kind: 'text', text: text`${words}`, tone: 'quoted' },
  ],
});
