/** When a CoP meets. */
import type { Cop } from '../domain/cop.ts';
import type { Meeting } from '../domain/meeting.ts';
import { type Block, type Button, type Card, plural, type Text, text } from '../platform/card.ts';
import { aboutOf, whenAndWhere } from './meeting.ts';

export interface MeetingsView {
  readonly cop: Cop;
  /** The next first. */
  readonly toCome: readonly { readonly meeting: Meeting; readonly coming: number }[];
  /** There are more than are shown, from this one on. */
  readonly onFrom: number | undefined;
  readonly held: readonly Meeting[];
}

export const most = { shown: 5, held: 3 } as const;

const line = (words: Text): Block => ({ kind: 'text', text: words });

export const callButton = (cop: Pick<Cop, 'id'>, label = 'Call a meeting…'): Button => ({
  label,
  does: { command: 'meeting call', options: { cop: cop.id } },
});

export function meetingsCard({ cop, toCome, held, onFrom }: MeetingsView): Card {
  return {
    title: text`When ${cop.name} meets`,
    body: [
      ...(toCome.length === 0 ? [line(text`No meeting is planned. Whoever has a question can call one.`)] : []),
      ...toCome.map(one => rowOf(cop, one)),
      ...(held.length > 0 ? [{ kind: 'divider' } as const, ...held.map(meeting => wasHeld(cop, meeting))] : []),
    ],
    buttons: [
      callButton(cop),
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

const rowOf = (cop: Cop, { meeting, coming }: MeetingsView['toCome'][number]): Block => ({
  kind: 'text',
  text: text`**${aboutOf({ meeting, cop })}**\n${whenAndWhere({ meeting, cop })}\n${plural(coming, text`One person comes.`, text`${coming} people come.`)}`,
  buttons: [
    { label: "I'll come", does: { command: 'meeting come', options: { meeting: meeting.id } } },
    { label: 'Not this time', does: { command: 'meeting not', options: { meeting: meeting.id } } },
  ],
});

const wasHeld = (cop: Cop, meeting: Meeting): Block => ({
  kind: 'text',
  tone: 'quiet',
  text:
    meeting.startsAt === undefined
      ? aboutOf({ meeting, cop })
      : text`We met on ${{ at: meeting.startsAt }}: ${aboutOf({ meeting, cop })}`,
});
