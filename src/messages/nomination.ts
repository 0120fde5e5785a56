import type { Cop } from '../domain/cop.ts';
import type { Nomination } from '../domain/nomination.ts';
import type { Known } from '../domain/person.ts';
import { type Card, text } from '../platform/card.ts';
import { space, spaceOf, who } from './people.ts';

export interface NominationView {
  readonly nomination: Nomination;
  readonly cop: Cop;
  readonly nominee: Known;
  readonly nominator: Known;
}

/** To the one who is asked. */
export function nominationCard({ nomination, cop, nominator }: NominationView): Card {
  const asked = text`${who(nominator, cop)} has started **${cop.name}** (${cop.domain}) and asks you to facilitate it.`;
  if (nomination.state === 'accepted')
    return {
      body: [
        { kind: 'text', text: asked },
        { kind: 'text', text: text`You said yes on ${{ at: nomination.decidedAt ?? 0 }}.` },
      ],
    };
  if (nomination.state === 'declined')
    return {
      body: [
        { kind: 'text', text: asked },
        { kind: 'text', text: text`You said no on ${{ at: nomination.decidedAt ?? 0 }}. That is fine.` },
      ],
    };
  return {
    body: [
      { kind: 'text', text: asked },
      {
        kind: 'text',
        text: text`It means: you welcome people, say yes or no to those who ask in, and keep the conversation going; an hour or two a month. You can share it or hand it on whenever you like. You are in ${space(cop)} already, to have a look.`,
      },
    ],
    buttons: [
      {
        label: "Yes, I'll facilitate",
        does: { command: 'nomination accept', options: { nomination: nomination.id } },
        style: 'primary',
      },
      { label: 'Not me', does: { command: 'nomination decline', options: { nomination: nomination.id } } },
    ],
  };
}

/** To the one who asked. */
export function nominationAnsweredCard({ nomination, cop, nominee }: NominationView): Card {
  const channel = spaceOf(cop);
  return {
    body: [
      {
        kind: 'text',
        text:
          nomination.state === 'accepted'
            ? text`${who(nominee, cop)} said yes and now facilitates **${cop.name}**. You stay a member.`
            : text`${who(nominee, cop)} can't facilitate **${cop.name}** just now. You go on as its facilitator; nothing is lost, and you can ask somebody else when you've found them.`,
      },
    ],
    buttons: channel ? [{ label: 'Open the space', goesTo: channel }] : [],
  };
}
