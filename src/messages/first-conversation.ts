import type { Cop } from '../domain/cop.ts';
import type { DeedName, OptionsOf } from '../domain/deed.ts';
import {
  type FirstConversation,
  isOpen,
  isToBeTaken,
  limits,
  type Way,
  wordsOf,
} from '../domain/first-conversation.ts';
import type { Known } from '../domain/person.ts';
import type { WhoseWord } from '../domain/settings.ts';
import { type Block, type Button, type Card, type FormOf, optional, type Text, text } from '../platform/card.ts';
import { startButton } from './directory.ts';
import { chatButton } from './doable.ts';
import { who } from './people.ts';

export interface FirstConversationView {
  readonly conversation: FirstConversation;
  readonly cop: Cop;
  /** Who would like to talk. */
  readonly asker: Known;
  /** Of the Support Team, who takes it. */
  readonly taker: Known | undefined;
  /** Whether they are of it still. */
  readonly takerIsHere: boolean;
}

export const wayChoices: readonly { readonly value: Way; readonly label: string }[] = [
  { value: 'in-person', label: 'In person' },
  { value: 'phone', label: 'By phone' },
  { value: 'email', label: 'By email' },
  { value: 'not-now', label: 'Not now' },
];

type VerbOf<D> = D extends `first-conversation ${infer V}` ? V : never;
export const does = <V extends VerbOf<DeedName>>(verb: V, { id }: Pick<FirstConversation, 'id'>) => ({
  command: `first-conversation ${verb}` as const,
  options: { conversation: id },
});

export function draftFacts(domain: string | undefined, statement: string | undefined): readonly Block[] {
  const facts = [
    ...(domain ? [{ label: 'Draft: what it is about', value: text`${domain}` }] : []),
    ...(statement ? [{ label: 'Draft: core statement', value: text`${statement}` }] : []),
  ];
  return facts.length > 0 ? [{ kind: 'facts', facts }] : [];
}

/** `/cop support` */
export const askForm = (cop: Cop, values: OptionsOf<'first-conversation ask'>): FormOf<'first-conversation ask'> => ({
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
      label: 'What is it about?',
      optional,
      long: true,
      max: limits.words,
      ...(values.words && { value: values.words }),
    },
  ],
  submit: 'Ask for it',
  does: { command: 'first-conversation ask', options: { cop: cop.id } },
});

const takeBack = (conversation: FirstConversation, label: string): Button => ({
  label,
  does: does('withdraw', conversation),
});

/** `isLost`: the bot can't get into their channel just now. */
export const askedCard = (cop: Cop, conversation: FirstConversation, isLost: boolean): Card => ({
  title: isLost ? text`It waits for the Support Team` : text`The Support Team has it`,
  body: [
    {
      kind: 'text',
      text: isLost
        ? text`I can't get into the Support Team's channel just now, so they don't know yet that you would like to talk about **${cop.name}**. It is kept, and said as soon as I can; once somebody takes it, I'll tell you who will be in touch.`
        : text`They know that you would like to talk about **${cop.name}**. As soon as somebody takes it, I'll tell you who will be in touch.`,
    },
  ],
  buttons: [takeBack(conversation, 'Cancel the chat')],
});

/** The answer to who starts a CoP where a conversation comes first. */
export const proposedCard = (cop: Cop, conversation: FirstConversation | undefined, isLost: boolean): Card => ({
  title: isLost ? text`${cop.name} waits for the Support Team` : text`${cop.name} is with the Support Team`,
  body: [
    {
      kind: 'text',
      text: isLost
        ? text`Here a conversation with the Support Team comes first, and I can't get into its channel just now. Your form is kept: they hear of it as soon as I can, and I'll tell you who talks it over with you. The space is made when they say go.`
        : text`Here a conversation comes first: somebody of the Support Team talks it over with you, and I'll tell you who. Your form is kept, and the space is made as soon as they say go.`,
    },
  ],
  buttons: conversation ? [takeBack(conversation, "Don't start it")] : [],
});

export const withdrawnCard = ({ cop }: FirstConversationView): Card => ({
  body: [
    {
      kind: 'text',
      text:
        cop.state === 'not-started'
          ? text`Done: **${cop.name}** isn't started, and its name is free again. ${{ slash: 'cop start' }} is there whenever you like.`
          : text`Done: the Support Team knows that you don't need the chat about **${cop.name}** any more. ${{ slash: 'first-conversation ask' }} asks for another.`,
    },
  ],
  buttons: [cop.state === 'not-started' ? startButton() : chatButton(cop)],
});

/** To whoever asked. */
export function takenCard(view: FirstConversationView): Card {
  if (view.conversation.withdrawnAs === 'gone')
    return {
      body: [
        {
          kind: 'text',
          text: text`You were no longer here, so the conversation about **${view.cop.name}** is off. ${{ slash: 'first-conversation ask' }} asks for another.`,
        },
      ],
    };
  return {
    body: [{ kind: 'text', text: isToBeTaken(view.conversation, view) ? someoneElseLine(view) : inTouchLine(view) }],
  };
}

function someoneElseLine({ cop, taker }: FirstConversationView): Text {
  const gone = taker ? text`${who(taker, cop)} is no longer in the Support Team. ` : [];
  return text`${gone}Somebody else will be in touch with you about **${cop.name}**: as soon as they take it, I'll tell you who.`;
}

function inTouchLine({ conversation, cop, taker }: FirstConversationView): Text {
  const { way, planned } = conversation;
  const by = taker ? text`${who(taker, cop)}` : text`Somebody of the Support Team`;
  const when = planned ? text` They say: “${planned}”` : [];
  if (way === 'in-person') return text`${by} will come and see you about **${cop.name}**.${when}`;
  if (way === 'phone') return text`${by} will call you about **${cop.name}**.${when}`;
  if (way === 'email') return text`${by} will write you an email about **${cop.name}**.${when}`;
  return text`${by} will be in touch with you about **${cop.name}**.${when}`;
}

/** To whoever would like to start it, where its Support Team said not yet, or is no more. */
export function notYetCard({ conversation, cop }: FirstConversationView, word: WhoseWord): Card {
  const { notYet } = conversation;
  const waits = isOpen(conversation) && cop.state === 'proposed';
  const start: Button = { label: 'Start it now', does: does('start', conversation), style: 'primary' };
  return {
    title: notYet === undefined ? text`${cop.name}` : text`${cop.name}: not just yet`,
    body: [
      ...(notYet === undefined ? [] : said(cop, notYet, word)),
      { kind: 'text', text: whatNow(conversation, cop, word) },
    ],
    buttons: waits ? [...(word === 'nobody' ? [start] : []), takeBack(conversation, "Don't start it")] : [],
  };
}

const said = (cop: Cop, notYet: string, word: WhoseWord): readonly Block[] => [
  {
    kind: 'text',
    text:
      word === 'support'
        ? text`The Support Team would wait a little before **${cop.name}** starts. They say:`
        : text`The Support Team had asked to wait a little before **${cop.name}** starts. They said:`,
  },
  { kind: 'text', tone: 'quoted', text: text`${notYet}` },
];

function whatNow({ withdrawnAs, notYet }: FirstConversation, cop: Cop, word: WhoseWord): Text {
  if (withdrawnAs === 'gone')
    return text`You were no longer here, so it wasn't started, and its name is free again. ${{ slash: 'cop start' }} is there whenever you like.`;
  if (cop.state === 'not-started') return text`You took it back.`;
  if (cop.state !== 'proposed') return text`**${cop.name}** has the go-ahead since.`;
  if (word === 'admins')
    return text`There is no Support Team here any more, and only administrators start CoPs. Your form is kept, and **${cop.name}** starts once one of them says so, with ${{ slash: 'settings choose' }}; or you take it back.`;
  if (word === 'support' && notYet === undefined)
    return text`There is a Support Team here again, and a conversation with it comes first. Your form is kept; when it goes ahead, I make the space at once.`;
  if (word === 'support')
    return text`Your form is kept. They can still go ahead, and then I make the space at once; or you take it back.`;
  return text`There is no Support Team here any more, so it's for you to say. Your form is kept: start it when you think the time has come, or take it back.`;
}

/** `decides`: facilitates the CoP. `asked`: had the conversation. */
export interface DraftReader {
  readonly decides: boolean;
  readonly asked: boolean;
}

/** To whoever facilitates, and whoever asked: what was noted, as the words for their CoP; none of it while it isn't for them to see. `new`: they pressed on other words; `theirs`: they have just taken it over. */
export function draftCard(view: FirstConversationView, reader: DraftReader, pressed?: 'new' | 'theirs'): Card {
  const { conversation, cop } = view;
  const { draftDomain, draftStatement, draft } = conversation;
  const title = text`A draft for ${cop.name}`;
  const leftOff = text`The Support Team has changed its notes since, so this draft no longer counts. When there is a new one, I'll bring it to you; the words of **${cop.name}** stay as they are.`;
  if (draft === 'none') return { title, body: [{ kind: 'text', text: leftOff }] };
  const rewritten = text`It may have been rewritten since you saw it. This is how it stands now:`;
  return {
    title,
    body: [
      { kind: 'text', text: pressed === 'new' ? rewritten : wroteLine(view, reader) },
      ...draftFacts(draftDomain, draftStatement),
      { kind: 'text', text: draftLine(view, reader, pressed === 'theirs') },
    ],
    buttons: draft === 'used' || !reader.decides ? [] : [takeOver(conversation)],
  };
}

function wroteLine({ cop, taker }: FirstConversationView, { asked }: DraftReader): Text {
  const by = taker ? text`${who(taker, cop)}` : text`The Support Team`;
  return asked
    ? text`${by} wrote down what you talked about:`
    : text`${by} wrote this down in a conversation about **${cop.name}**:`;
}

function draftLine({ conversation, cop }: FirstConversationView, { decides }: DraftReader, theirs: boolean): Text {
  if (theirs) return text`You have taken it over: it stands with **${cop.name}** now.`;
  if (conversation.draft === 'used') return text`It has been taken over: it stands with **${cop.name}** now.`;
  return decides
    ? text`If it says what you mean, take it over; the words of **${cop.name}** stay as they are until you do.`
    : text`Whoever facilitates **${cop.name}** can take it over; its words stay as they are until then.`;
}

const takeOver = (conversation: FirstConversation): Button => ({
  label: 'Take it over',
  does: {
    command: 'first-conversation use-draft',
    options: { conversation: conversation.id, written: wordsOf(conversation) },
  },
  style: 'primary',
});
