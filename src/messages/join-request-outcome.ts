/** What became of a request to join, as each of those whom it concerns reads it. */
import { hasLapsed } from '../domain/join-request.ts';
import { type Card, type Text, text } from '../platform/card.ts';
import type { JoinRequestView } from './join-request.ts';
import { who } from './people.ts';

/** "Amira said yes on 3 March." */
export function decision({ request, cop, applicant, decider }: JoinRequestView): Text {
  const when = { at: request.decidedAt ?? request.createdAt };
  if (hasLapsed(request)) return text`**${cop.name}** was closed on ${when}, before it was answered.`;
  if (request.state === 'withdrawn') return text`${who(applicant, cop)} took the request back on ${when}.`;
  const by = decider ? text`${who(decider, cop)}` : text`A facilitator`;
  if (request.state === 'approved') return text`${by} said yes on ${when}.`;
  return request.reason ? text`${by} said no on ${when}: “${request.reason}”` : text`${by} said no on ${when}.`;
}

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
  const when = { at: request.decidedAt ?? request.createdAt };
  if (cop.state === 'open')
    return {
      body: [
        {
          kind: 'text',
          text: text`**${cop.name}** was closed on ${when}, before anybody answered your request to join. It is open again, and you can ask once more.`,
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
        text: text`**${cop.name}** was closed on ${when}, before anybody answered your request to join. It has nothing to do with you. ${{ slash: 'cop find' }} shows what else is there.`,
      },
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
      { kind: 'text', text: text`You may ask again later, or look for another with ${{ slash: 'cop find' }}.` },
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
