import { type Cop, limits as copLimits } from '../domain/cop.ts';
import { type FirstConversation, hasDraft, isOpen, limits, type Way } from '../domain/first-conversation.ts';
import type { Known } from '../domain/person.ts';
import { type Block, type Button, type Card, type Form, type Text, text } from '../platform/card.ts';
import { who } from './people.ts';

export interface FirstConversationView {
  readonly conversation: FirstConversation;
  readonly cop: Cop;
  /** Who would like to talk. */
  readonly asker: Known;
  /** Of the Support Team, who takes it. */
  readonly taker: Known | undefined;
}

export const wayChoices: readonly { readonly value: Way; readonly label: string }[] = [
  { value: 'in-person', label: 'In person' },
  { value: 'phone', label: 'By phone' },
  { value: 'email', label: 'By email' },
  { value: 'not-now', label: 'Not now' },
];

const does = (verb: string, { id }: Pick<FirstConversation, 'id'>) => ({
  command: `first-conversation ${verb}`,
  options: { conversation: id },
});

/** To the Support Team: who would like to talk, how far it has come, what was noted. */
export function conversationCard(view: FirstConversationView): Card {
  const { conversation, cop } = view;
  const closed = conversation.state === 'withdrawn';
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
          { label: 'The CoP', value: stateLine(cop) },
        ],
      },
      { kind: 'text', text: takenLine(view), buttons: conversation.state === 'asked' ? [takeButton(view)] : [] },
      ...(closed ? [] : noteBlocks(view)),
      ...(conversation.notYet && cop.state === 'proposed'
        ? [{ kind: 'text', text: text`Said to them: not yet. “${conversation.notYet}”` } as const]
        : []),
    ],
    buttons: closed ? [] : lastButtons(view),
  };
}

const takeButton = ({ conversation }: FirstConversationView): Button => ({
  label: "I'll take it",
  does: does('take', conversation),
  style: 'primary',
});

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
  if (cop.state === 'proposed') return text`Its space is made when you go ahead.`;
  if (cop.state === 'starting') return text`Its space is being made.`;
  if (cop.state === 'not-started') return text`It was not started.`;
  return text`It is open, with a space of its own.`;
}

function takenLine({ conversation, cop, asker, taker }: FirstConversationView): Text {
  const { state, planned } = conversation;
  if (state === 'withdrawn') return text`${who(asker, cop)} took it back, so there's nothing left for you to do.`;
  if (!taker) return state === 'done' ? text`The conversation is done.` : text`Nobody has taken it yet.`;
  const by = who(taker, cop);
  if (state === 'done') return text`The conversation is done; ${by} had taken it.`;
  return planned ? text`${by} takes it: ${planned}` : text`${by} takes it.`;
}

function noteBlocks({ conversation, cop, asker }: FirstConversationView): readonly Block[] {
  const { notes, draftDomain, draftStatement, draft } = conversation;
  const person = who(asker, cop);
  const addNotes: Button = {
    label: notes || hasDraft(conversation) ? 'Change the notes' : 'Add notes',
    does: does('note', conversation),
  };
  const makeDraft: Button = { label: 'Make it the draft', does: does('draft', conversation) };
  const offersDraft = hasDraft(conversation) && draft === 'none';
  const line = {
    none: notes || hasDraft(conversation) ? text`Notes of the conversation:` : text`No notes yet.`,
    shown: text`Notes of the conversation. ${person} has the draft before them.`,
    used: text`Notes of the conversation. ${person} has taken the draft over.`,
  }[draft];
  return [
    { kind: 'text', text: line, buttons: offersDraft ? [addNotes, makeDraft] : [addNotes] },
    ...(notes ? [{ kind: 'text', tone: 'quoted', text: text`${notes}` } as const] : []),
    ...draftFacts(draftDomain, draftStatement),
  ];
}

function draftFacts(domain: string | undefined, statement: string | undefined): readonly Block[] {
  const facts = [
    ...(domain ? [{ label: 'Draft: what it is about', value: text`${domain}` }] : []),
    ...(statement ? [{ label: 'Draft: core statement', value: text`${statement}` }] : []),
  ];
  return facts.length > 0 ? [{ kind: 'facts', facts }] : [];
}

function lastButtons({ conversation, cop }: FirstConversationView): readonly Button[] {
  if (cop.state === 'proposed')
    return [
      { label: 'Go ahead', does: does('go-ahead', conversation), style: 'primary' },
      { label: 'Not yet…', does: does('not-yet', conversation) },
    ];
  return isOpen(conversation) ? [{ label: 'Done', does: does('finish', conversation) }] : [];
}

export const takeForm = ({ conversation, cop, asker }: FirstConversationView): Form => ({
  title: "I'll take it",
  intro: text`${who(asker, cop)} hears that you will be in touch.`,
  fields: [
    {
      kind: 'words',
      name: 'planned',
      label: 'When? (optional)',
      hint: 'In your own words: Tuesday after lunch',
      max: limits.planned,
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

export const noteForm = ({ conversation }: FirstConversationView, values: NoteValues): Form => ({
  title: 'Notes',
  intro: text`Whoever is in this channel sees them. With a draft, they can be handed to whoever starts the CoP with one press.`,
  fields: [
    {
      kind: 'words',
      name: 'notes',
      label: 'What came up? (optional)',
      long: true,
      max: limits.notes,
      ...(values.notes && { value: values.notes }),
    },
    {
      kind: 'words',
      name: 'domain',
      label: 'Draft: what it is about (optional)',
      hint: 'The subject that brings them together, in one line',
      max: copLimits.domain,
      ...(values.domain && { value: values.domain }),
    },
    {
      kind: 'words',
      name: 'statement',
      label: 'Draft: core statement (optional)',
      hint: 'We are …, who care about …, and meet to …, so that …',
      long: true,
      max: copLimits.statement,
      ...(values.statement && { value: values.statement }),
    },
  ],
  submit: 'Keep them',
  does: does('note', conversation),
});

export const notYetForm = ({ conversation, cop, asker }: FirstConversationView): Form => ({
  title: 'Not yet',
  intro: text`${who(asker, cop)} reads exactly this. You can still go ahead later.`,
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

/** `/cop support` */
export const askForm = (cop: Cop, values: { readonly way?: string; readonly words?: string }): Form => ({
  title: 'Ask for a chat',
  intro: text`Somebody of the Support Team gets in touch with you about ${cop.name}.`,
  fields: [
    {
      kind: 'choice',
      name: 'way',
      label: 'How would you like it?',
      required: true,
      choices: wayChoices.filter(choice => choice.value !== 'not-now'),
      value: values.way ?? 'in-person',
    },
    {
      kind: 'words',
      name: 'words',
      label: 'What is it about? (optional)',
      long: true,
      max: limits.words,
      ...(values.words && { value: values.words }),
    },
  ],
  submit: 'Ask',
  does: { command: 'first-conversation ask', options: { cop: cop.id } },
});

const takeBack = (conversation: FirstConversation): Button => ({
  label: 'Take it back',
  does: does('withdraw', conversation),
});

export const askedCard = (cop: Cop, conversation: FirstConversation): Card => ({
  title: text`The Support Team has it`,
  body: [
    {
      kind: 'text',
      text: text`They know that you would like to talk about **${cop.name}**. As soon as somebody takes it, you hear here who will be in touch.`,
    },
  ],
  buttons: [takeBack(conversation)],
});

/** The answer to who starts a CoP where a conversation comes first. */
export const proposedCard = (cop: Cop, conversation: FirstConversation | undefined): Card => ({
  title: text`${cop.name} is with the Support Team`,
  body: [
    {
      kind: 'text',
      text: text`Here a conversation comes first: somebody of the Support Team talks it over with you, and you hear from me who. Your form is kept, and the space is made as soon as they say go.`,
    },
  ],
  buttons: conversation ? [takeBack(conversation)] : [],
});

export const withdrawnCard = ({ cop }: FirstConversationView): Card => ({
  body: [
    {
      kind: 'text',
      text:
        cop.state === 'not-started'
          ? text`Done: **${cop.name}** isn't started, and its name is free again. **/startcop** is there whenever you like.`
          : text`Done: the Support Team knows that you don't need the chat about **${cop.name}** any more. **/cop support** asks for another.`,
    },
  ],
});

/** To whoever asked. */
export function takenCard(view: FirstConversationView): Card {
  return { body: [{ kind: 'text', text: inTouchLine(view) }] };
}

function inTouchLine({ conversation, cop, taker }: FirstConversationView): Text {
  const { way, planned } = conversation;
  const by = taker ? who(taker, cop) : 'Somebody of the Support Team';
  const when = planned ? text` They say: “${planned}”` : [];
  if (way === 'in-person') return text`${by} will find you about **${cop.name}**, to talk in person.${when}`;
  if (way === 'phone') return text`${by} will call you about **${cop.name}**.${when}`;
  if (way === 'email') return text`${by} will write you an email about **${cop.name}**.${when}`;
  return text`${by} will be in touch with you about **${cop.name}**.${when}`;
}

/** To whoever would like to start it. */
export const notYetCard = ({ conversation, cop }: FirstConversationView): Card => ({
  title: text`${cop.name}: not just yet`,
  body: [
    { kind: 'text', text: text`The Support Team would wait a little before **${cop.name}** starts. They say:` },
    { kind: 'text', tone: 'quoted', text: text`${conversation.notYet ?? ''}` },
    {
      kind: 'text',
      text: text`Your form is kept. They can still go ahead, and then I make the space at once; or you take it back.`,
    },
  ],
  buttons: isOpen(conversation) && cop.state === 'proposed' ? [takeBack(conversation)] : [],
});

/** To whoever asked: what was noted, as the words for their CoP. */
export function draftCard({ conversation, cop, taker }: FirstConversationView): Card {
  const { draftDomain, draftStatement, draft } = conversation;
  return {
    title: text`A draft for ${cop.name}`,
    body: [
      {
        kind: 'text',
        text: taker
          ? text`${who(taker, cop)} wrote down what you talked about:`
          : text`The Support Team wrote down what you talked about:`,
      },
      ...draftFacts(draftDomain, draftStatement),
      {
        kind: 'text',
        text:
          draft === 'used'
            ? text`You have taken it over: it stands with **${cop.name}** now.`
            : text`If it says what you mean, take it over; the words of **${cop.name}** stay as they are until you do.`,
      },
    ],
    buttons:
      draft === 'used' ? [] : [{ label: 'Take it over', does: does('use-draft', conversation), style: 'primary' }],
  };
}

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
