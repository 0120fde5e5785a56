/** The day before a meeting: to those who come, what is new; and below its card, who would write it up. */
import type { MeetingState } from '../domain/meeting.ts';
import type { Known } from '../domain/person.ts';
import { type Block, type Card, joined, plural, type Text, text } from '../platform/card.ts';
import { aboutOf, agendaButton, type Coming, type MeetingView, mentioned, notButton, whenAndWhere } from './meeting.ts';
import { type PartTaken, whoWrites } from './meeting-parts.ts';
import { who } from './people.ts';

const line = (words: Text): Block => ({ kind: 'text', text: words });

export interface News {
  /** Its time, its length or its place. */
  readonly isMoved: boolean;
  readonly questions: {
    readonly many: number;
    readonly first: readonly { readonly by: Known; readonly words: string }[];
  };
}

/** As many questions as are shown. */
export const newQuestions = 5;

/** To one person alone. Once it is over, or off, nothing is new any more; nor where whoever brought it has left, or was forgotten. */
export function newsCard(view: MeetingView, { isMoved, questions }: News): Card {
  const { meeting } = view;
  if (meeting.state !== 'called') return { body: [line(endedWords(view, meeting.state))] };
  if (!isMoved && questions.many === 0) return { body: [line(text`**${aboutOf(view)}**: ${whenAndWhere(view)}.`)] };
  return {
    title: text`Before you meet`,
    body: [
      line(text`You're coming to **${aboutOf(view)}**, and something is new since you said so.`),
      line(isMoved ? text`It has changed: ${whenAndWhere(view)}.` : text`${whenAndWhere(view)}.`),
      ...brought(view, questions),
    ],
    buttons: [agendaButton(meeting), notButton(meeting, "I can't come after all")],
  };
}

const endedWords = (view: MeetingView, state: MeetingState): Text =>
  state === 'over' ? text`**${aboutOf(view)}** is over.` : text`**${aboutOf(view)}** is cancelled.`;

function brought({ cop }: MeetingView, { many, first }: News['questions']): readonly Block[] {
  if (many === 0) return [];
  const lines = first
    .slice(0, newQuestions)
    .map(({ by: { name }, words }) => text`${who({ name, accountId: undefined }, cop)}: “${words}”`);
  const more = many - lines.length;
  return [
    line(
      joined(
        [
          text`**Questions brought since**`,
          ...lines,
          ...(more > 0 ? [plural(more, text`and one more`, text`and ${more} more`)] : []),
        ],
        '\n',
      ),
    ),
  ];
}

/** Below its card; those who come and take no part yet are rung for. */
export function writerSoughtCard(view: MeetingView, writer: PartTaken | undefined, free: Coming): Card {
  const { meeting } = view;
  if (writer) return { body: [line(whoWrites(view, writer))] };
  if (meeting.state !== 'called') return { body: [line(endedWords(view, meeting.state))] };
  return {
    body: [
      line(
        joined(
          [
            text`Nobody has offered to write up **${aboutOf(view)}** yet. A few lines are plenty: what we learned, what we promised. Would one of you?`,
            mentioned(free, view.cop),
          ],
          ' ',
        ),
      ),
    ],
    buttons: [
      {
        label: "I'll write it up",
        does: { command: 'meeting will-write', options: { meeting: meeting.id } },
        style: 'primary',
      },
    ],
  };
}
