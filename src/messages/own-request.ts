/** What whoever asks in reads of their request: where it went, how it stands, and that it is taken back. */
import type { Cop } from '../domain/cop.ts';
import { hadGone, hasLapsed, type JoinRequest } from '../domain/join-request.ts';
import { tidied } from '../domain/words.ts';
import { type Block, type Button, type Card, text } from '../platform/card.ts';
import { homeButton } from './doable.ts';
import type { JoinRequestView } from './join-request.ts';
import { decision } from './join-request-outcome.ts';
import { space } from './people.ts';

/** To the applicant, as the answer to asking. `lookedAfter`: there is somebody to answer it. */
export function sentCard(
  { request, cop }: { readonly request: JoinRequest; readonly cop: Cop },
  lookedAfter: boolean,
): Card {
  if (!lookedAfter) return waitsForSomebody(cop, request);
  return {
    title: text`Your request is with the facilitators`,
    body: [
      {
        kind: 'text',
        text: text`It goes to those who look after **${cop.name}**. When one of them says yes, you are in at once, and I'll write to you. If none of them can be reached, I'll tell you too. ${{ slash: 'home show' }} shows how it stands.`,
      },
    ],
    buttons: [withdrawButton(request), homeButton],
  };
}

/** As the answer to asking, or to who asked before the last one went. */
const waitsForSomebody = (cop: Cop, request: JoinRequest): Card => ({
  title: text`Your request waits`,
  body: [
    {
      kind: 'text',
      text: text`Nobody looks after **${cop.name}** just now. Your request is kept, and whoever takes it on finds it. ${{ slash: 'home show' }} shows how it stands.`,
    },
  ],
  buttons: [withdrawButton(request), homeButton],
});

/** To the applicant, where no facilitator could be told, or nobody is left; and, later, that one was. */
export function unreachedCard(view: JoinRequestView, supportKnows: boolean, unreached: boolean): Card {
  const { request, cop } = view;
  if (request.state !== 'pending') return { body: [{ kind: 'text', text: decision(view) }] };
  if (cop.unattendedSince !== undefined) return waitsForSomebody(cop, request);
  if (!unreached)
    return {
      body: [
        {
          kind: 'text',
          text: text`Those who look after **${cop.name}** know by now that you'd like to join.`,
        },
      ],
      buttons: [withdrawButton(request)],
    };
  return {
    title: text`Your request waits`,
    body: [
      {
        kind: 'text',
        text: supportKnows
          ? text`Nobody who looks after **${cop.name}** could be reached yet; the Support Team was asked to help. Your request is kept, and there's nothing you need to do.`
          : text`Nobody who looks after **${cop.name}** could be reached yet. Your request is kept, they see it as soon as they look, and I'll try them again. If you know one of them, a word from you helps.`,
      },
    ],
    buttons: [withdrawButton(request)],
  };
}

const withdrawButton = (request: JoinRequest, more: { readonly panel?: string } = {}): Button => ({
  label: 'Withdraw the request',
  does: { command: 'join-request withdraw', options: { request: request.id, ...more } },
});

/** One line about an own request; `more` goes along with its button. */
export function standing(
  { request, cop, unreached }: { request: JoinRequest; cop: Cop; unreached: boolean },
  more: { readonly panel?: string },
): Block {
  const waits = unreached
    ? text`**${cop.name}**: asked ${{ at: request.createdAt, style: 'ago' }}. Nobody who looks after it could be reached yet; your request is kept, and I'll try them again`
    : text`**${cop.name}**: asked ${{ at: request.createdAt, style: 'ago' }}, waiting for an answer`;
  const line = {
    pending:
      cop.unattendedSince === undefined
        ? waits
        : text`**${cop.name}**: asked ${{ at: request.createdAt, style: 'ago' }}. Nobody looks after it just now; your request is kept, and whoever takes it on finds it`,
    approved: text`**${cop.name}**: approved. You are in ${space(cop)}`,
    declined: text`**${cop.name}**: not this time${request.reason ? text` (“${tidied(request.reason)}”)` : []}. You may ask again`,
    withdrawn: hasLapsed(request)
      ? text`**${cop.name}**: it was closed before your request was answered`
      : hadGone(request)
        ? text`**${cop.name}**: your request was closed while you weren't here. You may ask again`
        : text`**${cop.name}**: you took your request back`,
  }[request.state];
  return { kind: 'text', text: line, ...(request.state === 'pending' && { buttons: [withdrawButton(request, more)] }) };
}

export const withdrawnCard = (cop: Cop): Card => ({
  body: [
    {
      kind: 'text',
      text:
        cop.unattendedSince === undefined
          ? text`Done: your request to **${cop.name}** is taken back, and the facilitators see that. You can ask again at any time.`
          : text`Done: your request to **${cop.name}** is taken back. You can ask again at any time.`,
    },
  ],
});
