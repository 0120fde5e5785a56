/** The day before a meeting: to those who come, what is new; and below its card, who would write it up. */
import type { MeetingState } from '../domain/meeting.ts';
import { type Block, type Card, joined, type Text, text } from '../platform/card.ts';
import {
  aboutOf,
  agendaButton,
  type Brought,
  brought,
  type Coming,
  type MeetingView,
  mentioned,
  notButton,
  whenAndWhere,
} from './meeting.ts';
import { type PartTaken, whoWrites } from './meeting-parts.ts';

const line = (words: Text): Block => ({ kind: 'text', text: words });

export interface News {
  /** Its time, its length or its place. */
  readonly isMoved: boolean;
  readonly questions: Brought;
}

/** As many questions as are shown. */
export const newQuestions = 5;

/**
 * To one person alone. Once it is over, or off, nothing is new any more; nor where whoever brought it has left, or was forgotten; nor for who
 * doesn't come after all. Who has left (no `news`) is told no more of when and where it is.
 */
export function newsCard(view: MeetingView, news: News | undefined): Card {
  const { meeting } = view;
  if (meeting.state !== 'called') return { body: [line(endedWords(view, meeting.state))] };
  if (!news) return { body: [line(text`**${aboutOf(view)}**`)] };
  const { isMoved, questions } = news;
  if (!isMoved && questions.many === 0) return { body: [line(text`**${aboutOf(view)}**\n${whenAndWhere(view)}`)] };
  return {
    title: text`Before you meet`,
    body: [
      line(text`You're coming to **${aboutOf(view)}**, and something is new since you said so.`),
      line(isMoved ? text`It has changed: ${whenAndWhere(view)}.` : text`${whenAndWhere(view)}.`),
      ...brought(text`**Questions brought since**`, questions, view.cop, newQuestions),
    ],
    buttons: [agendaButton(meeting), notButton(meeting, "I can't come after all")],
  };
}

export const endedWords = (view: MeetingView, state: MeetingState): Text =>
  state === 'over' ? text`**${aboutOf(view)}** is over.` : text`**${aboutOf(view)}** is cancelled.`;

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
