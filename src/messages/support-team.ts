/** What the Support Team reads in its channel, and fills in. */
import { type Cop, limits as copLimits } from '../domain/cop.ts';
import { hasDraft, isOpen, isToBeTaken, limits } from '../domain/first-conversation.ts';
import type { Known } from '../domain/person.ts';
import { tidied } from '../domain/words.ts';
import { type Block, type Button, type Card, type FormOf, optional, type Text, text } from '../platform/card.ts';
import { does, draftFacts, type FirstConversationView } from './first-conversation.ts';
import { who } from './people.ts';

/** To the Support Team: who would like to talk, how far it has come, what was noted; then what is to be done, the one next thing in green. */
export function conversationCard(view: FirstConversationView): Card {
  const { conversation, cop } = view;
  const isOver = conversation.state === 'withdrawn';
  return {
    title: text`${cop.name}`,
    body: [
      { kind: 'text', text: wishLine(view) },
      ...(conversation.words ? [{ kind: 'text', tone: 'quoted', text: text`${conversation.words}` } as const] : []),
      {
        kind: 'facts',
        facts: [
          { label: 'What it is about', value: text`${cop.domain}` },
          ...(cop.statement ? [{ label: 'Core statement', value: text`${cop.statement}` }] : []),
        ],
      },
      { kind: 'text', text: text`${takenLine(view)} ${stateLine(cop)}` },
      ...(isOver ? [] : noteBlocks(view)),
      ...(conversation.notYet && cop.state === 'proposed'
        ? [{ kind: 'text', text: text`Said to them: not yet. “${tidied(conversation.notYet)}”` } as const]
        : []),
    ],
    buttons: isOver ? [] : buttonsOf(view),
  };
}

function wishLine({ conversation, cop, asker }: FirstConversationView): Text {
  const { way } = conversation;
  const person = who(asker, cop);
  if (cop.state === 'proposed') {
    if (way === 'in-person')
      return text`${person} would like to start **${cop.name}**, and to talk it over with you first, in person.`;
    if (way === 'phone')
      return text`${person} would like to start **${cop.name}**, and to talk it over with you first, by phone.`;
    if (way === 'email')
      return text`${person} would like to start **${cop.name}**, and to talk it over with you first, by email.`;
    return text`${person} would like to start **${cop.name}**, and didn't say how they would like to talk. They wait for your word.`;
  }
  if (way === 'in-person') return text`${person} would like to talk with you about **${cop.name}**, in person.`;
  if (way === 'phone') return text`${person} would like to talk with you about **${cop.name}**, by phone.`;
  if (way === 'email') return text`${person} would like to talk with you about **${cop.name}**, by email.`;
  return text`${person} has started **${cop.name}**.`;
}

function stateLine(cop: Cop): Text {
  return {
    proposed: text`The CoP's space is made when you go ahead.`,
    starting: text`The CoP's space is being made.`,
    open: text`The CoP is open, with a space of its own.`,
    'not-started': text`The CoP was not started.`,
    closed: text`The CoP is closed.`,
  }[cop.state];
}

function takenLine({ conversation, cop, asker, taker, takerIsHere }: FirstConversationView): Text {
  const { state, withdrawnAs, planned } = conversation;
  if (withdrawnAs === 'gone')
    return text`${who(asker, cop)} was no longer here, so there's nothing left for you to do.`;
  if (state === 'withdrawn' && cop.state === 'closed')
    return text`The conversation is off, so there's nothing left for you to do.`;
  if (state === 'withdrawn') return text`${who(asker, cop)} took it back, so there's nothing left for you to do.`;
  if (!taker) return state === 'done' ? text`The conversation is done.` : text`Nobody has taken it yet.`;
  const by = who(taker, cop);
  if (state === 'done') return text`The conversation is done; ${by} had taken it.`;
  if (!takerIsHere) return text`${by} had taken it, and is no longer in this channel.`;
  return planned ? text`${by} takes it. When: “${tidied(planned)}”.` : text`${by} takes it.`;
}

function noteBlocks({ conversation, cop, asker }: FirstConversationView): readonly Block[] {
  const { notes, draftDomain, draftStatement, draft } = conversation;
  if (!notes && !hasDraft(conversation)) return [];
  const line = {
    none: text`Notes of the conversation:`,
    shown:
      asker.role === 'facilitator'
        ? text`Notes of the conversation. ${who(asker, cop)} has the draft before them.`
        : text`Notes of the conversation, as a draft for whoever facilitates **${cop.name}**.`,
    used: text`Notes of the conversation. The draft has been taken over.`,
  }[draft];
  return [
    { kind: 'text', text: line },
    ...(notes ? [{ kind: 'text', tone: 'quoted', text: text`${notes}` } as const] : []),
    ...draftFacts(draftDomain, draftStatement),
  ];
}

/** What comes next stands first, and alone is green. */
function buttonsOf(view: FirstConversationView): readonly Button[] {
  const { conversation, cop } = view;
  const { notes, draft } = conversation;
  const asked = isToBeTaken(conversation, view);
  const proposed = cop.state === 'proposed';
  const takes: Button = { label: "I'll take it", does: does('take', conversation), style: 'primary' };
  const goes = { label: 'Go ahead', does: does('go-ahead', conversation) } as const;
  const finishes = { label: 'Done', does: does('finish', conversation) } as const;
  return [
    ...(asked ? [takes] : []),
    ...(proposed ? [asked ? goes : ({ ...goes, style: 'primary' } as const)] : []),
    ...(!proposed && isOpen(conversation) ? [asked ? finishes : ({ ...finishes, style: 'primary' } as const)] : []),
    {
      label: notes || hasDraft(conversation) ? 'Change the notes' : 'Add notes',
      does: does('note', conversation),
    },
    ...(hasDraft(conversation) && draft === 'none'
      ? [{ label: 'Make it the draft', does: does('draft', conversation) } as const]
      : []),
    ...(proposed ? [{ label: 'Not yet…', does: does('not-yet', conversation) } as const] : []),
  ];
}

/** In their channel: the card of the conversation says what they said, and that isn't known to who asked. */
export const notHeardCard = ({ cop, asker }: FirstConversationView, reader = who(asker, cop)): Card => ({
  body: [
    {
      kind: 'text',
      text: text`${reader} doesn't know yet what you've just said about **${cop.name}**: I couldn't reach them privately. Could you tell them yourself?`,
    },
  ],
});

/** `planned`: as whoever has it already had told. */
export const takeForm = (
  { conversation, cop, asker }: FirstConversationView,
  planned: string | undefined,
): FormOf<'first-conversation take'> => ({
  title: "I'll take it",
  intro: text`${who(asker, cop)} hears that you will be in touch.`,
  fields: [
    {
      kind: 'words',
      name: 'planned',
      label: 'When?',
      optional,
      hint: 'In your own words: Tuesday after lunch',
      max: limits.planned,
      ...(planned && { value: planned }),
    },
  ],
  submit: 'Take it',
  does: does('take', conversation),
});

export interface NoteValues {
  readonly notes?: string | undefined;
  readonly domain?: string | undefined;
  readonly statement?: string | undefined;
}

export const noteForm = (
  { conversation }: FirstConversationView,
  values: NoteValues,
): FormOf<'first-conversation note'> => ({
  title: 'Notes',
  intro: text`Everybody in this channel sees them. With a draft, they can be handed to whoever facilitates the CoP with one press.`,
  fields: [
    {
      kind: 'words',
      name: 'notes',
      label: 'What came up?',
      optional,
      long: true,
      max: limits.notes,
      ...(values.notes && { value: values.notes }),
    },
    {
      kind: 'words',
      name: 'domain',
      label: 'Draft: what it is about',
      optional,
      hint: 'The subject that brings them together, in one line',
      max: copLimits.domain,
      ...(values.domain && { value: values.domain }),
    },
    {
      kind: 'words',
      name: 'statement',
      label: 'Draft: core statement',
      optional,
      hint: 'We are …, who care about …, and meet to …, so that …',
      long: true,
      max: copLimits.statement,
      ...(values.statement && { value: values.statement }),
    },
  ],
  submit: 'Keep them',
  does: does('note', conversation),
});

export const notYetForm = ({
  conversation,
  cop,
  asker,
}: FirstConversationView): FormOf<'first-conversation not-yet'> => ({
  title: 'Not yet',
  intro: text`${who(asker, cop)} sees exactly what you write. You can still go ahead later.`,
  fields: [
    {
      kind: 'words',
      name: 'reason',
      label: 'A kind word: why, and what would help?',
      long: true,
      required: true,
      max: limits.reason,
    },
  ],
  submit: 'Tell them',
  does: does('not-yet', conversation),
});

/** To the Support Team, of a CoP whose starter asked for no conversation. */
export const startedCard = (cop: Cop, starter: Known): Card => ({
  title: text`New: ${cop.name}`,
  body: [
    { kind: 'text', text: text`${who(starter, cop)} has started **${cop.name}**, and asked for no conversation now.` },
    {
      kind: 'facts',
      facts: [
        { label: 'What it is about', value: text`${cop.domain}` },
        ...(cop.statement ? [{ label: 'Core statement', value: text`${cop.statement}` }] : []),
      ],
    },
  ],
});
