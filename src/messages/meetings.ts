/** When a CoP meets. */
import type { Cop } from '../domain/cop.ts';
import { hasBegun, type Meeting } from '../domain/meeting.ts';
import { type Block, type Button, type Card, plural, type Text, text } from '../platform/card.ts';
import { aboutOf, comeButton, notButton, whenAndWhere } from './meeting.ts';
import { readNotesButton, writeUpButton } from './notes.ts';
import { space } from './people.ts';
import { nextButton } from './promise.ts';

export interface MeetingsView {
  readonly cop: Cop;
  /** The next first. */
  readonly toCome: readonly {
    readonly meeting: Meeting;
    /** `isComing`: who reads it. */
    readonly coming: { readonly many: number; readonly isComing: boolean };
    /** Its card has come into the space, and nobody has deleted it since. */
    readonly stands: boolean;
  }[];
  /** Who reads it may choose who calls meetings. */
  readonly facilitates: boolean;
  readonly calledBy: 'facilitators' | undefined;
  /** There are more than are shown, from this one on. */
  readonly onFrom: number | undefined;
  readonly held: readonly Meeting[];
  readonly now: number;
}

export const most = { shown: 5, held: 3 } as const;

const line = (words: Text): Block => ({ kind: 'text', text: words });

export const callButton = (cop: Pick<Cop, 'id'>, label = 'Call a meeting…'): Button => ({
  label,
  does: { command: 'meeting call', options: { cop: cop.id } },
});

export function meetingsCard(view: MeetingsView): Card {
  const { cop, toCome, held, onFrom, facilitates, calledBy } = view;
  const mayCall = facilitates || calledBy === undefined;
  return {
    title: text`When ${cop.name} meets`,
    body: [
      ...(toCome.length === 0
        ? [
            line(
              mayCall
                ? text`No meeting is planned. Whoever has a question can call one.`
                : text`No meeting is planned. The facilitators call them here: tell one of them if you'd like to meet.`,
            ),
          ]
        : []),
      ...toCome.map(one => rowOf(view, one)),
      ...(held.length > 0 ? [{ kind: 'divider' } as const, ...held.map(meeting => wasHeld(cop, meeting))] : []),
    ],
    buttons: [
      ...(mayCall ? [callButton(cop)] : []),
      ...(held.length > 0 ? [nextButton(cop)] : []),
      ...(facilitates ? [reserveButton(cop, calledBy)] : []),
      ...(onFrom === undefined
        ? []
        : [
            {
              label: 'Later ones',
              does: { command: 'meeting list', options: { cop: cop.id, from: String(onFrom) } },
            } as const,
          ]),
    ],
  };
}

const whoComes = ({ many, isComing }: MeetingsView['toCome'][number]['coming']): Text => {
  if (many === 0) return text`Nobody has said yet that they're coming.`;
  return isComing
    ? plural(many, text`One person is coming: you.`, text`${many} people are coming, you among them.`)
    : plural(many, text`One person is coming.`, text`${many} people are coming.`);
};

/** What they haven't said yet. */
const answerButtons = (meeting: Meeting, isComing: boolean): readonly Button[] =>
  isComing ? [notButton(meeting, "I can't come after all")] : [comeButton(meeting), notButton(meeting)];

const rowOf = ({ cop, now }: MeetingsView, { meeting, coming, stands }: MeetingsView['toCome'][number]): Block => ({
  kind: 'text',
  text:
    meeting.state === 'voting'
      ? text`**${aboutOf({ meeting, cop })}**\n${whenAndWhere({ meeting, cop })}`
      : text`**${aboutOf({ meeting, cop })}**\n${whenAndWhere({ meeting, cop })}\n${whoComes(coming)}`,
  buttons: [
    ...(meeting.state === 'voting' ? [] : answerButtons(meeting, coming.isComing)),
    ...(hasBegun(meeting, now) ? [notesButton(meeting)] : []),
    ...(stands
      ? []
      : [
          {
            label: 'Post its card again',
            does: { command: 'meeting show', options: { meeting: meeting.id } },
          } as const,
        ]),
  ],
});

const reserveButton = ({ id }: Pick<Cop, 'id'>, calledBy: MeetingsView['calledBy']): Button =>
  calledBy === undefined
    ? {
        label: 'Let only facilitators call meetings',
        does: { command: 'meeting reserve', options: { cop: id, by: 'facilitators' } },
      }
    : {
        label: 'Let every member call meetings',
        does: { command: 'meeting reserve', options: { cop: id, by: 'members' } },
      };

export const reservedCard = (cop: Cop, calledBy: MeetingsView['calledBy']): Card => ({
  body: [
    line(
      calledBy === undefined
        ? text`Every member of **${cop.name}** can call a meeting.`
        : text`From now on only the facilitators of **${cop.name}** call meetings. Those already called stay.`,
    ),
  ],
  buttons: [reserveButton(cop, calledBy)],
});

export const postedAgainCard = (cop: Cop): Card => ({
  body: [line(text`Its card is in ${space(cop)}, or on its way there.`)],
});

const notesButton = (meeting: Meeting): Button =>
  meeting.notesId ? readNotesButton(meeting.notesId) : writeUpButton(meeting);

const wasHeld = (cop: Cop, meeting: Meeting): Block => ({
  kind: 'text',
  tone: 'quiet',
  text:
    meeting.startsAt === undefined
      ? aboutOf({ meeting, cop })
      : text`We met on ${{ at: meeting.startsAt }}: ${aboutOf({ meeting, cop })}`,
  buttons: [notesButton(meeting)],
});

/** To who facilitates it, once. */
export const firstMeetingCard = (cop: Cop): Card => ({
  title: text`There are enough of you to meet`,
  body: [
    line(
      text`At least three people are in **${cop.name}**. 45 minutes are plenty for a first meeting: bring one real question from your own work and ask for help with it. Trust follows from there.`,
    ),
    { kind: 'text', tone: 'quiet', text: text`There's no hurry, and you won't be asked again.` },
  ],
  buttons: [
    {
      label: 'Call a first meeting…',
      does: { command: 'meeting call', options: { cop: cop.id } },
      style: 'primary',
    },
  ],
});
