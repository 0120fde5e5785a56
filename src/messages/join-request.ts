import type { Cop } from '../domain/cop.ts';
import { type JoinRequest, limits } from '../domain/join-request.ts';
import type { Known } from '../domain/person.ts';
import { type Block, type Button, type Card, type Form, type Text, text } from '../platform/card.ts';
import { space, spaceOf, who } from './people.ts';

/** A request with everybody its cards name. */
export interface JoinRequestView {
  readonly request: JoinRequest;
  readonly cop: Cop;
  readonly applicant: Known;
  /** Who said yes or no. */
  readonly decider: Known | undefined;
}

export function askForm(cop: Cop, words?: string): Form {
  return {
    title: 'Request to join',
    intro: text`**${cop.name}** is about: ${cop.domain}\nIts facilitators read your request and answer you here.`,
    fields: [
      {
        kind: 'words',
        name: 'words',
        label: 'What brings you here? (optional)',
        hint: 'A line is plenty: what you do, what you hope for',
        long: true,
        max: limits.words,
        value: words,
      },
    ],
    submit: 'Send',
    does: { command: 'join-request make', options: { cop: cop.id } },
  };
}

/** To every facilitator. Decided, it says by whom and when, and offers nothing more. */
export function requestCard(view: JoinRequestView): Card {
  const { request, cop, applicant } = view;
  const asked: Block[] = [{ kind: 'text', text: text`${who(applicant, cop)} asks to join **${cop.name}**.` }];
  if (request.words) asked.push({ kind: 'text', text: text`${request.words}`, tone: 'quoted' });
  if (request.state !== 'pending') return { body: [...asked, { kind: 'text', text: decision(view) }] };
  return {
    body: asked,
    buttons: [
      {
        label: 'Approve',
        does: { command: 'join-request approve', options: { request: request.id } },
        style: 'primary',
      },
      { label: 'Decline…', does: { command: 'join-request decline', options: { request: request.id } } },
    ],
  };
}

/** "Amira said yes on 3 March." */
function decision({ request, cop, applicant, decider }: JoinRequestView): Text {
  const when = { at: request.decidedAt ?? request.createdAt };
  if (request.state === 'withdrawn') return text`${who(applicant, cop)} took the request back on ${when}.`;
  const by = decider ? text`${who(decider, cop)}` : text`A facilitator`;
  if (request.state === 'approved') return text`${by} said yes on ${when}.`;
  return request.reason ? text`${by} said no on ${when}: “${request.reason}”` : text`${by} said no on ${when}.`;
}

/** To the applicant, as the answer to asking, and again whenever they look. */
export function sentCard({ request, cop }: { request: JoinRequest; cop: Cop }): Card {
  return {
    title: text`Your request is with the facilitators`,
    body: [
      {
        kind: 'text',
        text: text`They have been told that you'd like to join **${cop.name}**. When one of them says yes, you are in at once and hear of it here. **/cop home** shows how it stands.`,
      },
    ],
    buttons: [withdrawButton(request)],
  };
}

const withdrawButton = (request: JoinRequest): Button => ({
  label: 'Take it back',
  does: { command: 'join-request withdraw', options: { request: request.id } },
});

/** One line about an own request, for the home view and as the state of things. */
export function standing({ request, cop }: { request: JoinRequest; cop: Cop }): Block {
  const line = {
    pending: text`**${cop.name}**: asked on ${{ at: request.createdAt }}, waiting for an answer`,
    approved: text`**${cop.name}**: approved. You are in ${space(cop)}`,
    declined: text`**${cop.name}**: not this time${request.reason ? text` (“${request.reason}”)` : []}. You may ask again`,
    withdrawn: text`**${cop.name}**: you took your request back`,
  }[request.state];
  return { kind: 'text', text: line, ...(request.state === 'pending' && { buttons: [withdrawButton(request)] }) };
}

export const withdrawnCard = (cop: Cop): Card => ({
  body: [
    {
      kind: 'text',
      text: text`Done: your request to **${cop.name}** is taken back, and the facilitators see that. You can ask again at any time.`,
    },
  ],
});

export function declineForm({ request, cop, applicant }: JoinRequestView): Form {
  return {
    title: 'Decline the request',
    intro: text`${applicant.name} asked to join ${cop.name}. They are told privately, and may ask again.`,
    fields: [
      {
        kind: 'words',
        name: 'reason',
        label: 'A kind word with it (optional)',
        hint: 'They read exactly this',
        long: true,
        max: limits.reason,
      },
    ],
    submit: 'Decline',
    does: { command: 'join-request decline', options: { request: request.id } },
  };
}

/** To the newcomer, privately, once they are in. */
export function admittedCard({ cop }: JoinRequestView): Card {
  const channel = spaceOf(cop);
  return {
    title: text`You're in: ${cop.name}`,
    body: [
      {
        kind: 'text',
        text: text`Welcome. The space is ${space(cop)}. What is pinned there tells how this community works; start with the welcome at the top. **/cop docs find** looks things up in its library.`,
      },
    ],
    buttons: channel ? [{ label: 'Open the space', goesTo: channel }] : [],
  };
}

/** In the space. */
export function pleaseWelcomeCard({ request, cop, applicant }: JoinRequestView): Card {
  return {
    body: [
      { kind: 'text', text: text`Please welcome ${who(applicant, cop)}.` },
      ...(request.words ? [{ kind: 'text', text: text`${request.words}`, tone: 'quoted' } as const] : []),
    ],
  };
}

/** To the applicant, privately. */
export function declinedCard({ request, cop, decider }: JoinRequestView): Card {
  return {
    body: [
      {
        kind: 'text',
        text: text`Your request to join **${cop.name}** was declined this time${decider ? text` by ${who(decider, cop)}` : []}.`,
      },
      ...(request.reason ? [{ kind: 'text', text: text`${request.reason}`, tone: 'quoted' } as const] : []),
      { kind: 'text', text: text`You may ask again later, or look for another with **/cop find**.` },
    ],
  };
}

/** To the facilitators: they said yes, but the platform would not let the person in. */
export const notAdmittedCard = ({ request, cop, applicant }: JoinRequestView): Card => ({
  body: [
    {
      kind: 'text',
      text:
        request.state === 'withdrawn'
          ? text`${applicant.name} can't be brought into **${cop.name}**: they are no longer here. Their request is closed, and there's nothing left for you to do.`
          : text`${who(applicant, cop)} couldn't be brought into **${cop.name}**. Their request waits for you again; try **Approve** once more, and ask whoever runs this bot if it happens again.`,
    },
  ],
});
