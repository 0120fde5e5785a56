import type { Cop } from '../domain/cop.ts';
import type { PersonId } from '../domain/ids.ts';
import type { JoinRequest } from '../domain/join-request.ts';
import type { Known } from '../domain/person.ts';
import { hasTurns, limits, otherThan, type Side, type Talk } from '../domain/talk.ts';
import { type Button, type Card, type FormOf, type Text, text } from '../platform/card.ts';
import { answersTo, type JoinRequestView } from './join-request.ts';
import { decision } from './join-request-outcome.ts';
import { who } from './people.ts';

/** A talk with the two people in it, and what it is about. */
export interface TalkView {
  readonly talk: Talk;
  readonly request: JoinRequest;
  readonly cop: Cop;
  readonly applicant: Known;
  readonly facilitator: Known;
}

const words = { kind: 'words', name: 'words', required: true, long: true, max: limits.words } as const;

export const talkForm = ({ request, cop, applicant }: JoinRequestView, error?: string): FormOf<'talk begin'> => ({
  title: 'Talk first',
  intro: text`${who(applicant, cop)} gets your words by direct message and can answer. Only the two of you read them. They aren't kept: once the request to join ${cop.name} is answered, they are gone.`,
  fields: [{ ...words, label: 'Your words', hint: 'A question, or what they should know before they join', error }],
  submit: 'Send',
  does: { command: 'talk begin', options: { request: request.id } },
});

/** `by`: who of the two writes; `answers`: what the other has written, as it stands on the card that was pressed. */
export const replyForm = (
  { talk, cop, applicant, facilitator }: TalkView,
  by: PersonId,
  { answers, error }: { readonly answers?: string | undefined; readonly error?: string },
): FormOf<'talk reply'> => {
  const other = who(by === applicant.id ? facilitator : applicant, cop);
  return {
    title: 'Reply',
    intro: answers
      ? text`${other} wrote: “${answers}”\nAbout joining ${cop.name}. Only ${other} reads your answer, and it isn't kept.`
      : text`About joining ${cop.name}. Only ${other} reads it, and it isn't kept.`,
    fields: [{ ...words, label: 'Your words', hint: 'They see exactly what you write', error }],
    submit: 'Send',
    does: { command: 'talk reply', options: { talk: talk.id } },
  };
};

export const nothingSaid = 'Write a line first.';

/** To who would go on with it. */
export const talkOver = ({ createdAt }: Pick<JoinRequest, 'createdAt'>): Text =>
  text`This short exchange is complete: three messages from each side. What is left is a yes or a no to the request from ${{ at: createdAt }}. ${{ slash: 'home show' }} shows how it stands.`;
/** To who has written as often as one may, where the other hasn't. */
export const othersTurn = ({ createdAt }: Pick<JoinRequest, 'createdAt'>): Text =>
  text`You have written three messages, and more than that neither side does here. The other can still answer you, by direct message. The request is from ${{ at: createdAt }}; ${{ slash: 'home show' }} shows how it stands.`;
export const talkWithNobody = (cop: Pick<Cop, 'name'>): Text =>
  text`Who wrote to you doesn't look after **${cop.name}** any more, so nothing was sent. Your request to join stands, and is for others to answer. ${{ slash: 'home show' }} shows how it stands.`;

/** To who has said something, with what they said. `by`: only who facilitates could be reminded. */
export const carriedCard = (cop: Cop, to: Known, talk: Talk, { by, said }: { by: Side; said: string }): Card => ({
  body: [
    { kind: 'text', text: onItsWay(who(to, cop), talk, by) },
    { kind: 'text', text: text`${said}`, tone: 'quoted' },
  ],
});

function onItsWay(to: ReturnType<typeof who>, talk: Talk, by: Side): Text {
  const mayGoOn = hasTurns(talk, by);
  if (!hasTurns(talk, otherThan(by)))
    return mayGoOn
      ? text`On its way to ${to}. They have written three messages, so no answer follows here; what is left is a yes or a no.`
      : text`On its way to ${to}. That completes this short exchange; what is left is a yes or a no.`;
  if (!mayGoOn)
    return text`On its way to ${to}. It was the last of your three messages; their answer comes to you by direct message.`;
  return by === 'applicant'
    ? text`On its way to ${to}. Their answer comes to you by direct message.`
    : text`On its way to ${to}. Their answer comes to you by direct message. Nobody is reminded of the request for three days.`;
}

/** To the other: the words, as they were written, and the way to answer. Without them, when they are no longer kept. */
export function saidCard(
  view: JoinRequestView,
  said: { talk: TalkView; by: Known; words: string } | undefined,
  reader?: PersonId,
): Card {
  const { request, cop } = view;
  if (request.state !== 'pending')
    return {
      body: [
        {
          kind: 'text',
          text: text`This was about joining **${cop.name}**, and it is settled. ${decision(view, reader)}`,
        },
        { kind: 'text', text: text`What was said here isn't kept.`, tone: 'quiet' },
      ],
    };
  if (!said)
    return {
      body: [{ kind: 'text', text: text`This was about joining **${cop.name}**. What was said here isn't kept.` }],
    };
  const toApplicant = said.by.id === said.talk.facilitator.id;
  return {
    body: [
      {
        kind: 'text',
        text: toApplicant
          ? text`${who(said.by, cop)}, who facilitates **${cop.name}**, would like a word before they answer your request to join:`
          : text`${who(said.by, cop)}, who asks to join **${cop.name}**, writes to you:`,
      },
      { kind: 'text', text: text`${said.words}`, tone: 'quoted' },
      {
        kind: 'text',
        text: text`Only you two read this. It isn't kept: once the request is answered, it is gone from here too.`,
        tone: 'quiet',
      },
    ],
    buttons: toApplicant
      ? replyButton(said.talk, 'applicant', 'primary')
      : answersTo(request, replyButton(said.talk, 'facilitator')),
  };
}

const replyButton = ({ talk }: TalkView, side: Side, style?: 'primary'): readonly Button[] =>
  hasTurns(talk, side)
    ? [{ label: 'Reply', does: { command: 'talk reply', options: { talk: talk.id } }, ...(style && { style }) }]
    : [];

/** To who has said something, where it could not be brought to the other. */
export const notCarriedCard = (cop: Cop): Card => ({
  body: [
    {
      kind: 'text',
      text: text`Your words about joining **${cop.name}** couldn't be delivered: the other takes no direct messages from here. Nothing else is changed, and the request still waits for an answer.`,
    },
  ],
});
