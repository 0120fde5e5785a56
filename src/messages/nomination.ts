import type { Cop } from '../domain/cop.ts';
import { isTogether, type Nomination } from '../domain/nomination.ts';
import type { Known } from '../domain/person.ts';
import { type Block, type Button, type Card, type Text, text } from '../platform/card.ts';
import { facilitatorsButton } from './doable.ts';
import { space, who } from './people.ts';

export interface NominationView {
  readonly nomination: Nomination;
  readonly cop: Cop;
  readonly nominee: Known;
  readonly nominator: Known;
}

function question({
  nomination: { way },
  cop,
  nominator,
}: Pick<NominationView, 'nomination' | 'cop' | 'nominator'>): Text {
  if (way === 'first')
    return text`${who(nominator, cop)} has started **${cop.name}** (${cop.domain}) and asks you to facilitate it.`;
  if (way === 'trial')
    return text`${who(nominator, cop)} facilitates **${cop.name}** (${cop.domain}) and asks you to do so together for three months, to try it.`;
  return way === 'with'
    ? text`${who(nominator, cop)} facilitates **${cop.name}** (${cop.domain}) and asks you to do so together.`
    : text`${who(nominator, cop)} facilitates **${cop.name}** (${cop.domain}) and asks you to take over.`;
}

/** To the one who is asked. */
export function nominationCard({ nomination, cop, nominator }: NominationView): Card {
  const asked = question({ nomination, cop, nominator });
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
              : nomination.withdrawnAs === 'gone'
                ? text`The question ended, as you are no longer in it, so there's nothing left for you to do.`
                : text`They have found another way since, so there's nothing left for you to do.`,
        },
      ],
    };
  return {
    body: [
      { kind: 'text', text: asked },
      ...(nomination.words ? [{ kind: 'text', text: text`${nomination.words}`, tone: 'quoted' } as const] : []),
      {
        kind: 'text',
        text: text`It means: you welcome people, say yes or no to those who ask to join, and keep the conversation going; an hour or two a month. You can hand it on whenever you like. To have a look first: ${space(cop)}.`,
      },
    ],
    buttons: nominationAnswers(nomination.id),
  };
}

export const nominationAnswers = (nomination: string, more: { readonly panel?: string } = {}): readonly Button[] => [
  {
    label: "Yes, I'll facilitate",
    does: { command: 'nomination accept', options: { nomination, ...more } },
    style: 'primary',
  },
  { label: 'Not me', does: { command: 'nomination decline', options: { nomination, ...more } } },
];

export const facilitates = ({ role }: Pick<Known, 'role'>): boolean => role === 'facilitator';

export const askAnotherButton = ({ nomination, cop }: NominationView): Button => ({
  label: 'Ask somebody else…',
  does: { command: 'nomination ask', options: { cop: cop.id, way: isTogether(nomination) ? 'with' : 'instead' } },
});

const withdrawButton = (nomination: Nomination): Button => ({
  label: isTogether(nomination) ? 'Take the question back' : 'Stay facilitator',
  does: { command: 'nomination withdraw', options: { nomination: nomination.id } },
});

/** To the one who asked, where the question could not be brought to them. */
export function notDeliveredCard(view: NominationView): Card {
  const { nomination, cop, nominee, nominator } = view;
  const person = who(nominee, cop);
  if (nomination.state !== 'pending' && nomination.withdrawnAs !== 'gone') return unansweredCard(view);
  if (!facilitates(nominator))
    return { body: [{ kind: 'text', text: text`I couldn't ask ${person} to facilitate **${cop.name}**.` }] };
  return {
    body: [
      {
        kind: 'text',
        text:
          nomination.state === 'withdrawn'
            ? text`I couldn't ask ${person} to facilitate **${cop.name}**: they are no longer here. You go on as its facilitator, and can ask somebody else.`
            : isTogether(nomination)
              ? text`I couldn't write to ${person}, so they don't know yet that you'd like them to facilitate **${cop.name}** with you. The question stands: ${{ slash: 'home show' }} shows it to them, and a word from you helps.`
              : text`I couldn't write to ${person}, so they don't know yet that you'd like them to facilitate **${cop.name}**. The question stands: ${{ slash: 'home show' }} shows it to them, and a word from you helps. Until somebody says yes, it's you.`,
      },
    ],
    buttons: [askAnotherButton(view), ...(nomination.state === 'pending' ? [withdrawButton(nomination)] : [])],
  };
}

/** To the one who asked, after a week without an answer. */
export function unansweredCard(view: NominationView): Card {
  const { nomination, cop, nominee, nominator } = view;
  const person = who(nominee, cop);
  const goesOn = nominator.role === 'facilitator';
  if (nomination.state === 'accepted')
    return { body: [{ kind: 'text', text: text`${person} has said yes meanwhile and facilitates **${cop.name}**.` }] };
  if (nomination.state === 'declined') {
    if (!goesOn) return { body: [{ kind: 'text', text: text`${person} has said no meanwhile.` }] };
    const said = text`${person} has said no meanwhile. You go on as facilitator of **${cop.name}**.`;
    return { body: [{ kind: 'text', text: said }], buttons: [askAnotherButton(view)] };
  }
  if (nomination.state === 'withdrawn')
    return {
      body: [
        {
          kind: 'text',
          text:
            cop.state === 'closed'
              ? text`**${cop.name}** is closed, so ${person} need not answer any more.`
              : goesOn
                ? text`${person} need not answer any more. You go on as facilitator of **${cop.name}**.`
                : text`${person} need not answer any more.`,
        },
      ],
    };
  const since = { at: nomination.createdAt, style: 'ago' } as const;
  if (!goesOn)
    return {
      body: [
        {
          kind: 'text',
          text: text`${person} hasn't answered yet whether they'll facilitate **${cop.name}**. The question stands, though you no longer facilitate it.`,
        },
      ],
      buttons: [{ ...withdrawButton(nomination), label: 'Take the question back' }],
    };
  const buttons = [askAnotherButton(view), withdrawButton(nomination)];
  if (isTogether(nomination))
    return {
      body: [
        {
          kind: 'text',
          text: text`${person} hasn't answered yet whether they'll facilitate **${cop.name}** with you. You asked ${since}; perhaps a word from you helps.`,
        },
      ],
      buttons,
    };
  return {
    body: [
      {
        kind: 'text',
        text: text`${person} hasn't answered yet whether they'll facilitate **${cop.name}**. You asked ${since}; perhaps a word from you helps.`,
      },
      {
        kind: 'text',
        text: text`You are its facilitator until somebody else says yes, so nothing stands still. You can ask somebody else, or go on yourself.`,
      },
    ],
    buttons,
  };
}

/** To who has started a CoP and named somebody else: what holds meanwhile. */
export const untilTheyAnswer = (cop: Cop, asked: Pick<Known, 'name' | 'accountId'> | undefined): readonly Block[] =>
  asked
    ? [
        {
          kind: 'text',
          text: text`I'm asking ${who(asked, cop)} to facilitate it. Until they say yes, you do: you decide who comes in. I'll tell you what they say.`,
        },
      ]
    : [];

/** Their three months are over: the kind question, and what became of it. */
export function trialCard({ nomination, cop, nominee, nominator }: NominationView): Card {
  if (nomination.way !== 'trial')
    return {
      body: [
        {
          kind: 'text',
          text: text`You go on facilitating **${cop.name}**, for as long as you like. Thank you.`,
        },
      ],
      buttons: [facilitatorsButton(cop)],
    };
  if (!facilitates(nominee)) {
    const over = text`You no longer facilitate **${cop.name}**, so there's nothing left for you to do. Thank you for trying it.`;
    return { body: [{ kind: 'text', text: over }] };
  }
  return {
    body: [
      {
        kind: 'text',
        text: text`You said yes to facilitating **${cop.name}** with ${who(nominator, cop)} for three months, and they are over. Thank you for trying it. Would you like to go on?`,
      },
      {
        kind: 'text',
        tone: 'quiet',
        text: text`Either is fine. If you don't answer, you simply go on.`,
      },
    ],
    buttons: [
      {
        label: 'Yes, go on',
        does: { command: 'nomination go-on', options: { nomination: nomination.id } },
        style: 'primary',
      },
      { label: 'Step down', does: { command: 'facilitator step-down', options: { cop: cop.id } } },
    ],
  };
}
