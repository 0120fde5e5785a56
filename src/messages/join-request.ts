import type { Cop } from '../domain/cop.ts';
import type { PersonId } from '../domain/ids.ts';
import { type JoinRequest, limits } from '../domain/join-request.ts';
import type { Known } from '../domain/person.ts';
import {
  type Block,
  type Button,
  type Card,
  type FormOf,
  optional,
  type Text,
  text,
  type Who,
} from '../platform/card.ts';
import { decision, helloButtons, outcome } from './join-request-outcome.ts';
import { all, facilitatedBy, who } from './people.ts';
import { restsAsked } from './rest.ts';

/** A request with everybody its cards name. */
export interface JoinRequestView {
  readonly request: JoinRequest;
  readonly cop: Cop;
  readonly applicant: Known;
  /** Who said yes or no. */
  readonly decider: Known | undefined;
}

export function askForm(
  cop: Cop,
  facilitators: readonly Pick<Known, 'name'>[],
  words?: string,
): FormOf<'join-request make'> {
  return {
    title: 'Request to join',
    intro:
      cop.unattendedSince === undefined
        ? text`**${cop.name}** is about: ${cop.domain}${facilitatedBy(cop, facilitators)}${restsAsked(cop)}\nOnly its facilitators read what you write, unless you tick the box. They answer you by direct message.`
        : text`**${cop.name}** is about: ${cop.domain}\nNobody looks after it just now. Whoever takes it on finds your request and answers you by direct message; only they read what you write, unless you tick the box.`,
    fields: [
      {
        kind: 'words',
        name: 'words',
        ...(cop.joinQuestion
          ? { label: text`${cop.joinQuestion}`, hint: 'A line is plenty, and you may leave it out' }
          : { label: 'What brings you here?', optional, hint: 'A line is plenty: what you do, what you hope for' }),
        long: true,
        max: limits.words,
        value: words,
      },
      {
        kind: 'tick',
        name: 'hello',
        label: 'When you are in',
        optional,
        words: 'Members may read this as my hello',
      },
    ],
    submit: 'Send',
    does: { command: 'join-request make', options: { cop: cop.id } },
  };
}

/** To every facilitator. Decided, it says by whom and when. `talked`: an answer to its reader's own question has come, on a card of its own. */
export function requestCard(view: JoinRequestView, reader?: PersonId, talked = false): Card {
  const { request, cop, applicant } = view;
  const asked: Block[] = [{ kind: 'text', text: text`${who(applicant, cop)} asks to join **${cop.name}**.` }];
  asked.push(...quoted(request));
  if (request.state !== 'pending')
    return { body: [...asked, { kind: 'text', text: outcome(view, reader) }], buttons: helloButtons(view) };
  if (talked)
    return {
      body: [
        ...asked,
        {
          kind: 'text',
          text: text`You asked something first, and ${applicant.name} has answered: further down, with the buttons.`,
        },
      ],
    };
  return { body: asked, buttons: answers(request) };
}

/** `more` goes along with each button. */
export const answers = (request: JoinRequest, more: { readonly panel?: string } = {}): readonly Button[] =>
  answersTo(
    request,
    [{ label: 'Talk first', does: { command: 'talk begin', options: { request: request.id, ...more } } }],
    more,
  );

export function answersTo(
  { id }: JoinRequest,
  talk: readonly Button[],
  more: { readonly panel?: string } = {},
): readonly Button[] {
  const options = { request: id, ...more };
  return [
    { label: 'Approve', does: { command: 'join-request approve', options }, style: 'primary' },
    ...talk,
    { label: 'Decline…', does: { command: 'join-request decline', options } },
  ];
}

/** To a facilitator, when it has waited for some days. Decided, it reads like any other copy. */
export function reminderCard(view: JoinRequestView, reader?: PersonId): Card {
  const { request, cop, applicant } = view;
  if (request.state !== 'pending') return requestCard(view, reader);
  return {
    body: [
      {
        kind: 'text',
        text: text`${who(applicant, cop)} still hopes to join **${cop.name}**, and asked ${{ at: request.createdAt, style: 'ago' }}.`,
      },
      ...quoted(request),
      {
        kind: 'text',
        text: text`A yes, a word first or a kind no: each is better for them than waiting.`,
        tone: 'quiet',
      },
    ],
    buttons: answers(request),
  };
}

/** Who looks after it, and who of them was reminded twice. */
export interface WaitedFor {
  readonly facilitators: readonly { who: Who }[];
  readonly reminded: readonly { who: Who }[];
  readonly unreached: boolean;
  /** Nobody is in it. */
  readonly isEmpty: boolean;
}

/** To the Support Team: who waits and for whom, never what they wrote. */
export function waitingCard(view: JoinRequestView, waitedFor: WaitedFor): Card {
  const { request, cop, applicant } = view;
  const asked = text`${who(applicant, cop)} asked to join **${cop.name}** ${{ at: request.createdAt, style: 'ago' }}.`;
  if (request.state !== 'pending')
    return {
      body: [
        { kind: 'text', text: asked },
        { kind: 'text', text: text`That is settled. ${decision(view)}` },
      ],
    };
  return {
    body: [
      { kind: 'text', text: asked },
      { kind: 'text', text: helpWith(waitedFor) },
    ],
  };
}

function helpWith({ facilitators, reminded, unreached, isEmpty }: WaitedFor): Text {
  if (isEmpty)
    return text`Nobody facilitates it at the moment, and nobody is in it, so nobody can answer. **Look after it for now** is on its own card.`;
  if (facilitators.length === 0)
    return text`Nobody facilitates it at the moment, so nobody can answer. Could you find somebody with its members?`;
  if (unreached)
    return text`I couldn't reach ${all(facilitators)}, so nobody who could answer knows of it. Could you have a word with them? ${{ slash: 'home show' }} shows it to them. The answer stays theirs.`;
  return reminded.length === 0
    ? text`Nobody has answered yet. Could you have a word with ${all(facilitators)}? The answer stays theirs.`
    : text`Nobody has answered yet, though ${all(reminded)} had two reminders. Could you have a word with them? The answer stays theirs.`;
}

/** For the facilitators; while it waits, with whom else it was written for. */
function quoted({ question, words, wordsFor, state }: JoinRequest): readonly Block[] {
  if (!words) return [];
  const asked: Block[] = question ? [{ kind: 'text', text: text`${question}` }] : [];
  const said: Block = { kind: 'text', text: text`${words}`, tone: 'quoted' };
  if (state !== 'pending') return [...asked, said];
  const readers =
    wordsFor === 'members'
      ? text`If you say yes, the members read this too, as a hello.`
      : text`Only the facilitators read this.`;
  return [...asked, said, { kind: 'text', text: readers, tone: 'quiet' }];
}

export function declineForm({ request, cop, applicant }: JoinRequestView): FormOf<'join-request decline'> {
  return {
    title: 'Decline the request',
    intro: text`${who(applicant, cop)} asked to join ${cop.name}. They are told privately, and may ask again.`,
    fields: [
      {
        kind: 'words',
        name: 'reason',
        label: 'A kind word with it',
        optional,
        hint: 'They see exactly what you write',
        long: true,
        max: limits.reason,
      },
    ],
    submit: 'Decline',
    does: { command: 'join-request decline', options: { request: request.id } },
  };
}
