/** What became of a request to join, as each of those whom it concerns reads it. */
import type { PersonId } from '../domain/ids.ts';
import { hadGone, hasLapsed, type JoinRequest } from '../domain/join-request.ts';
import { tidied } from '../domain/words.ts';
import { type Button, type Card, type Text, text } from '../platform/card.ts';
import { findButton } from './directory.ts';
import { spaceButton } from './doable.ts';
import type { JoinRequestView } from './join-request.ts';
import { who } from './people.ts';

/** "Amira said yes 3 minutes ago." `reader`: who reads it, if it is one person. */
export function decision({ request, cop, applicant, decider }: JoinRequestView, reader?: PersonId): Text {
  const { reason } = request;
  const when = decidedAt(request);
  if (hasLapsed(request)) return text`**${cop.name}** was closed ${when}, before it was answered.`;
  if (hadGone(request)) return text`The request was closed ${when}: ${who(applicant, cop)} was no longer here.`;
  if (request.state === 'withdrawn') return text`${who(applicant, cop)} took the request back ${when}.`;
  if (reader !== undefined && reader === decider?.id) {
    if (request.state === 'approved') return text`You approved this ${when}.`;
    return reason ? text`You said no ${when}: “${tidied(reason)}”` : text`You said no ${when}.`;
  }
  if (request.state === 'approved' && !decider) return broughtIn(applicant, cop, when);
  const by = decider ? text`${who(decider, cop)}` : text`A facilitator`;
  if (request.state === 'approved') return text`${by} said yes ${when}.`;
  return reason ? text`${by} said no ${when}: “${tidied(reason)}”` : text`${by} said no ${when}.`;
}

/** By hand, put back, or asked to facilitate: nobody has said yes to the request. */
const broughtIn = (applicant: JoinRequestView['applicant'], cop: JoinRequestView['cop'], when: When): Text =>
  text`${who(applicant, cop)} was brought in ${when}, without an answer to this.`;

type When = ReturnType<typeof decidedAt>;

const decidedAt = ({ decidedAt: at, createdAt }: JoinRequest) => ({ at: at ?? createdAt, style: 'ago' }) as const;

/** The same to a facilitator, with how far a yes has come. */
export function outcome(view: JoinRequestView, reader: PersonId | undefined): Text {
  const { request, cop, applicant, decider } = view;
  if (request.state !== 'approved' || !applicant.role) return decision(view, reader);
  const when = decidedAt(request);
  if (!decider) return broughtIn(applicant, cop, when);
  if (reader !== decider.id) {
    const by = text`${who(decider, cop)}`;
    return applicant.joining
      ? text`${by} said yes ${when}.`
      : text`${by} said yes ${when}, and ${applicant.name} is in.`;
  }
  return applicant.joining
    ? text`You said yes ${when}, and ${applicant.name} is being let in.`
    : text`You said yes ${when}, and ${applicant.name} is in.`;
}

/** To whoever reads that somebody is in: the way there. */
export function helloButtons({ request, cop, applicant }: JoinRequestView): readonly Button[] {
  const isIn = request.state === 'approved' && applicant.role !== undefined && !applicant.joining;
  return isIn ? spaceButton(cop, 'Say hello') : [];
}

/** To who had it as a facilitator, and is none any more: what was written is for those who are. */
export const handedOnCard = (view: JoinRequestView, reader?: PersonId): Card => ({
  body: [
    { kind: 'text', text: text`${who(view.applicant, view.cop)} asked to join **${view.cop.name}**.` },
    {
      kind: 'text',
      text:
        view.request.state !== 'pending'
          ? text`That is settled. ${decision(view, reader)}`
          : view.cop.unattendedSince === undefined
            ? text`You no longer facilitate it, so there's nothing left for you to do: the request is with those who do.`
            : text`You no longer facilitate it, so there's nothing left for you to do. The request is kept until somebody does.`,
    },
  ],
});

/** In the space. What was written for the facilitators is not repeated there. */
export function pleaseWelcomeCard({ request, cop, applicant }: JoinRequestView): Card {
  return {
    body: [
      { kind: 'text', text: text`Please welcome ${who(applicant, cop)}.` },
      ...(request.words && request.wordsFor === 'members'
        ? [{ kind: 'text', text: text`${request.words}`, tone: 'quoted' } as const]
        : []),
    ],
  };
}

/** To the applicant, whom nobody will answer. */
export function lapsedCard({ request, cop }: JoinRequestView): Card {
  const when = decidedAt(request);
  if (cop.state === 'open')
    return {
      body: [
        {
          kind: 'text',
          text: text`**${cop.name}** was closed ${when}, before anybody answered your request to join. It is open again, and you can ask once more.`,
        },
      ],
      buttons: [
        {
          label: 'Request to join',
          does: { command: 'join-request make', options: { cop: cop.id } },
          style: 'primary',
        },
      ],
    };
  return {
    body: [
      {
        kind: 'text',
        text: text`**${cop.name}** was closed ${when}, before anybody answered your request to join. It has nothing to do with you. ${{ slash: 'cop find' }} shows what else is there.`,
      },
    ],
    buttons: [findButton()],
  };
}

/** To the applicant, privately. */
export function declinedCard({ request, cop, decider }: JoinRequestView): Card {
  return {
    body: [
      {
        kind: 'text',
        text: decider
          ? text`Your request to join **${cop.name}** was declined this time by ${who(decider, cop)}.`
          : text`Your request to join **${cop.name}** was declined this time.`,
      },
      ...(request.reason ? [{ kind: 'text', text: text`${request.reason}`, tone: 'quoted' } as const] : []),
      { kind: 'text', text: text`You may ask again later, or look for another with ${{ slash: 'cop find' }}.` },
    ],
    buttons: [findButton()],
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
