import type { Cop } from '../domain/cop.ts';
import type { Nomination } from '../domain/nomination.ts';
import type { Known } from '../domain/person.ts';
import { type Block, type Button, type Card, type FormOf, text } from '../platform/card.ts';
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
        { kind: 'text', text: text`You said yes ${{ at: nomination.decidedAt ?? 0, style: 'ago' }}.` },
      ],
    };
  if (nomination.state === 'declined')
    return {
      body: [
        { kind: 'text', text: asked },
        { kind: 'text', text: text`You said no ${{ at: nomination.decidedAt ?? 0, style: 'ago' }}. That is fine.` },
      ],
    };
  if (nomination.state === 'withdrawn')
    return {
      body: [
        { kind: 'text', text: asked },
        {
          kind: 'text',
          text:
            cop.state === 'closed'
              ? text`**${cop.name}** is closed, so there's nothing left for you to do.`
              : text`They have found another way since, so there's nothing left for you to do.`,
        },
      ],
    };
  return {
    body: [
      { kind: 'text', text: asked },
      {
        kind: 'text',
        text: text`It means: you welcome people, say yes or no to those who ask to join, and keep the conversation going; an hour or two a month. You can hand it on whenever you like. You are in ${space(cop)} already, to have a look.`,
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
          nomination.state === 'withdrawn'
            ? text`${who(nominee, cop)} is no longer in **${cop.name}**, so they need not answer whether they'd facilitate it. You go on as its facilitator, and can ask somebody else.`
            : nomination.state === 'accepted'
              ? text`${who(nominee, cop)} said yes and now facilitates **${cop.name}**. You stay a member.`
              : text`${who(nominee, cop)} can't facilitate **${cop.name}** just now. You go on as its facilitator; nothing is lost, and you can ask somebody else when you've found them.`,
      },
    ],
    buttons: [
      ...(nomination.state === 'accepted' ? [] : [askAnotherButton(cop)]),
      ...(channel ? [{ label: 'Open the space', goesTo: channel }] : []),
    ],
  };
}

const askAnotherButton = (cop: Cop): Button => ({
  label: 'Ask somebody else…',
  does: { command: 'nomination ask-another', options: { cop: cop.id } },
});

/** To the one who asked, where the question could not be brought to them. */
export function notDeliveredCard(view: NominationView): Card {
  const { nomination, cop, nominee } = view;
  const person = who(nominee, cop);
  if (nomination.state === 'accepted' || nomination.state === 'declined') return unansweredCard(view);
  return {
    body: [
      {
        kind: 'text',
        text:
          nomination.state === 'withdrawn'
            ? text`I couldn't ask ${person} to facilitate **${cop.name}**: they are no longer here. You go on as its facilitator, and can ask somebody else.`
            : text`I couldn't write to ${person}, so they don't know yet that you'd like them to facilitate **${cop.name}**. The question stands: ${{ slash: 'home show' }} shows it to them, and a word from you helps. Until somebody says yes, it's you.`,
      },
    ],
    buttons: [
      askAnotherButton(cop),
      ...(nomination.state === 'pending'
        ? [
            {
              label: 'Stay facilitator',
              does: { command: 'nomination withdraw', options: { nomination: nomination.id } },
            } as const,
          ]
        : []),
    ],
  };
}

/** To the one who asked, after a week without an answer. */
export function unansweredCard({ nomination, cop, nominee }: NominationView): Card {
  const person = who(nominee, cop);
  if (nomination.state === 'accepted')
    return { body: [{ kind: 'text', text: text`${person} has said yes meanwhile and facilitates **${cop.name}**.` }] };
  if (nomination.state === 'declined')
    return {
      body: [
        { kind: 'text', text: text`${person} has said no meanwhile. You go on as facilitator of **${cop.name}**.` },
      ],
      buttons: [askAnotherButton(cop)],
    };
  if (nomination.state === 'withdrawn')
    return {
      body: [
        {
          kind: 'text',
          text:
            cop.state === 'closed'
              ? text`**${cop.name}** is closed, so ${person} need not answer any more.`
              : text`${person} need not answer any more. You go on as facilitator of **${cop.name}**.`,
        },
      ],
    };
  return {
    body: [
      {
        kind: 'text',
        text: text`${person} hasn't answered yet whether they'll facilitate **${cop.name}**. You asked ${{ at: nomination.createdAt, style: 'ago' }}; perhaps a word from you helps.`,
      },
      {
        kind: 'text',
        text: text`You are its facilitator until somebody else says yes, so nothing stands still. You can ask somebody else, or go on yourself.`,
      },
    ],
    buttons: [
      askAnotherButton(cop),
      { label: 'Stay facilitator', does: { command: 'nomination withdraw', options: { nomination: nomination.id } } },
    ],
  };
}

export const facilitatesAlready = 'They already facilitate it. Please choose somebody else.';

export const askAnotherForm = (
  cop: Cop,
  person: string | undefined,
  error?: string,
): FormOf<'nomination ask-another'> => ({
  title: 'Ask somebody else',
  intro: text`They are asked to facilitate ${cop.name}, and come into its space to have a look. Until they say yes, you facilitate it.`,
  fields: [
    {
      kind: 'people',
      name: 'person',
      label: 'Who might facilitate it?',
      required: true,
      most: 1,
      value: person ? [person] : [],
      ...(error && { error }),
    },
  ],
  submit: 'Ask them',
  does: { command: 'nomination ask-another', options: { cop: cop.id } },
});

export const askedToFacilitateCard = (cop: Cop, nominee: Pick<Known, 'name' | 'accountId'>): Card => ({
  body: [
    {
      kind: 'text',
      text: text`I've asked ${who(nominee, cop)} whether they'll facilitate **${cop.name}**. You'll get their answer by direct message; until then, it's you.`,
    },
  ],
});

/** To who has started a CoP and named somebody else: what holds meanwhile. */
export const untilTheyAnswer = (cop: Cop, asked: Pick<Known, 'name' | 'accountId'> | undefined): readonly Block[] =>
  asked
    ? [
        {
          kind: 'text',
          text: text`I've asked ${who(asked, cop)} to facilitate it. Until they say yes, you do: you decide who comes in. I'll tell you what they say.`,
        },
      ]
    : [];
