/** A question before asking in, and its answer: between those who look after the CoP and the one who asks. */
import type { Cop } from '../domain/cop.ts';
import type { Known } from '../domain/person.ts';
import { limits } from '../domain/question.ts';
import { type Block, type Card, type FormOf, type Text, text, type Who } from '../platform/card.ts';
import { requestButton } from './directory.ts';
import { facilitatedBy, who } from './people.ts';

export { limits as questionLimits } from '../domain/question.ts';

export const nothingAsked = 'Write your question.';
export const nothingAnswered = 'Write your answer.';

type Named = Pick<Known, 'name' | 'accountId'>;
const line = (words: Text): Block => ({ kind: 'text', text: words });
const quoted = (words: string | undefined): Block => ({ kind: 'text', text: text`${words ?? ''}`, tone: 'quoted' });
const words = { kind: 'words', name: 'words', required: true, long: true, max: limits.words } as const;

export const askFirstForm = (
  cop: Cop,
  facilitators: readonly Named[],
  given?: string,
  error?: string,
): FormOf<'question ask'> => ({
  title: 'Ask something first',
  intro: text`Only those who look after **${cop.name}** read it, with your name. The answer comes by direct message, and neither is kept.${facilitatedBy(cop, facilitators)}`,
  fields: [{ ...words, label: 'Your question', ...(given && { value: given }), error }],
  submit: 'Ask',
  does: { command: 'question ask', options: { cop: cop.id } },
});

export const questionSentCard = (cop: Cop, to: readonly Named[], said: string): Card => ({
  body: [
    line(
      text`On its way to those who look after **${cop.name}**. I'll bring you the answer by direct message.${facilitatedBy(cop, to)}`,
    ),
    quoted(said),
  ],
  buttons: [requestButton(cop)],
});

export const nobodyToAskCard = (cop: Cop): Card => ({
  body: [
    line(
      text`Nobody looks after **${cop.name}** just now. You can ask to join all the same: whoever takes it on finds your request.`,
    ),
  ],
  buttons: [requestButton(cop)],
});

/** To each who looks after it. */
export const questionCard = (
  cop: Cop,
  by: (Named & Pick<Known, 'id'>) | undefined,
  said: string | undefined,
): Card => ({
  body: [
    line(
      by
        ? text`${who(by, cop)} isn't in **${cop.name}**, and would like to know something before asking to join:`
        : text`Somebody who isn't in **${cop.name}** would like to know something before asking to join:`,
    ),
    quoted(said),
  ],
  buttons: by
    ? [
        {
          label: 'Answer…',
          does: { command: 'question answer', options: { cop: cop.id, person: by.id } },
          style: 'primary',
        },
      ]
    : [],
});

export const answerFirstForm = (cop: Cop, to: Known, error?: string): FormOf<'question answer'> => ({
  title: 'Answer',
  intro: text`Only ${who(to, cop)} reads it, by direct message, with your name. It isn't kept.`,
  fields: [{ ...words, label: 'Your words', error }],
  submit: 'Send',
  does: { command: 'question answer', options: { cop: cop.id, person: to.id } },
});

export const questionAnsweringCard = (cop: Cop, to: Known, said: string): Card => ({
  body: [line(text`On its way to ${who(to, cop)}.`), quoted(said)],
});

/** To who asked. */
export const questionAnswerCard = (cop: Cop, by: Named | undefined, said: string | undefined): Card => ({
  body: [
    line(
      by
        ? text`${who(by, cop)} answers what you asked about **${cop.name}**:`
        : text`This answers what you asked about **${cop.name}**:`,
    ),
    quoted(said),
  ],
  buttons: [requestButton(cop)],
});

/** To who asked: one of them can't be reached. */
export const questionNotHadCard = (cop: Cop, person: { who: Who }): Card => ({
  body: [
    line(
      text`I couldn't bring your question about **${cop.name}** to ${person}: they take no direct messages from me. You could write to them yourself, or ask to join: they see that in ${{ slash: 'home show' }}.`,
    ),
  ],
  buttons: [requestButton(cop)],
});

/** To who answered. */
export const questionNotAnsweredCard = (cop: Cop, asker: { who: Who }): Card => ({
  body: [
    line(
      text`I couldn't bring your answer about **${cop.name}** to ${asker}: they take no direct messages from me. You could write to them yourself.`,
    ),
  ],
});

/** Once a week is enough: asking in is for the rest. */
export const askedLatelyCard = (cop: Cop, again: number): Card => ({
  body: [
    line(
      text`You asked those who look after **${cop.name}** something lately; from ${{ at: again }} you can ask again. When you ask to join, there's room for your question, too.`,
    ),
  ],
  buttons: [requestButton(cop)],
});
