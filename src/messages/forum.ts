/** The Facilitators' forum: what is pinned in it, and what whoever is brought in is told. */
import type { Cop } from '../domain/cop.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Known } from '../domain/person.ts';
import { type Card, type FormOf, type Text, text, type Who } from '../platform/card.ts';
import type { Channel } from '../platform/chat-platform.ts';
import { readButton } from './guide.ts';
import { idIn, who } from './people.ts';

/** In it, pinned. */
export const forumHelloCard: Card = {
  title: text`Welcome to the Facilitators' forum`,
  body: [
    {
      kind: 'text',
      text: text`Everybody here looks after a Community of Practice. Ask each other, show what worked, and say what didn't: somebody here has usually met it before.`,
    },
    {
      kind: 'text',
      tone: 'quiet',
      text: text`You are in it for as long as you facilitate a CoP. What you tell of your members stays here.`,
    },
  ],
  buttons: [readButton('step-by-step')],
};

/** To who has just been brought in: why. */
export const forumInCard = (cop: Cop, forum: Channel | undefined): Card => ({
  title: text`You're in the Facilitators' forum`,
  body: [
    {
      kind: 'text',
      text: text`You look after **${cop.name}**, and everybody who looks after a CoP here is in ${placeOf(forum)}. It's the place for what you'd rather not ask your own members. If it isn't for you, leave it: you aren't brought back unasked.`,
    },
  ],
  buttons: forum ? [{ label: 'Open the forum', goesTo: forum }] : [],
});

/** To who facilitates nothing any more. */
export const forumOutCard: Card = {
  title: text`Goodbye from the Facilitators' forum`,
  body: [
    {
      kind: 'text',
      text: text`You facilitate no CoP just now, so you aren't in the forum any more. Thank you for what you brought to it. The day you look after one again, you're back.`,
    },
  ],
};

const placeOf = (forum: Channel | undefined): Text =>
  forum ? text`${{ space: forum, name: 'facilitators-forum' }}` : text`a channel of their own`;

export const forumLimits = { words: 500 } as const;
export const nothingToAsk = 'Write your question.';
export const nothingToSay = 'Write your answer.';

const words = { kind: 'words', name: 'words', required: true, long: true, max: forumLimits.words } as const;

export const askForm = (cop: Cop, error?: string): FormOf<'forum ask'> => ({
  title: 'Ask the facilitators',
  intro: text`It is posted in the Facilitators' forum, with your name and **${cop.name}**. Only they read it; each can answer you there or privately.`,
  fields: [{ ...words, label: 'Your question', error }],
  submit: 'Ask',
  does: { command: 'forum ask', options: { cop: cop.id } },
});

export const forumAskedCard = (cop: Cop, id: string): Card => {
  const forum = idIn(cop.workspace, id);
  return {
    body: [
      {
        kind: 'text',
        text: text`Your question is on its way to ${placeOf(forum)}. Whoever would rather answer you alone writes to you by direct message.`,
      },
    ],
    buttons: [{ label: 'Open the forum', goesTo: forum }],
  };
};

export const noForumCard: Card = {
  body: [
    {
      kind: 'text',
      text: text`There is no Facilitators' forum here yet. An administrator can make one, with ${{ slash: 'settings choose' }}.`,
    },
  ],
};

/** In the forum. */
export const forumQuestionCard = (
  cop: Cop,
  by: { readonly id: PersonId; readonly who: Who; readonly words: string | undefined } | undefined,
): Card => ({
  body: [
    {
      kind: 'text',
      text: by
        ? text`${{ who: by.who }}, who facilitates **${cop.name}**, asks:`
        : text`Somebody who facilitates **${cop.name}** asks:`,
    },
    { kind: 'text', text: text`${by?.words ?? ''}`, tone: 'quoted' },
  ],
  buttons: by
    ? [{ label: 'Answer privately', does: { command: 'forum answer', options: { cop: cop.id, person: by.id } } }]
    : [],
});

export const answerForm = (cop: Cop, asker: Known, error?: string): FormOf<'forum answer'> => ({
  title: 'Answer privately',
  intro: text`Only ${who(asker, cop)} reads it, by direct message, with your name. It isn't kept.`,
  fields: [{ ...words, label: 'Your words', error }],
  submit: 'Send',
  does: { command: 'forum answer', options: { cop: cop.id, person: asker.id } },
});

export const forumAnsweringCard = (cop: Cop, to: Known, said: string): Card => ({
  body: [
    { kind: 'text', text: text`On its way to ${who(to, cop)}.` },
    { kind: 'text', text: text`${said}`, tone: 'quoted' },
  ],
});

/** To who asked, by direct message. */
export const forumAnswerCard = (by: { who: Who } | undefined, said: string | undefined): Card => ({
  body: [
    {
      kind: 'text',
      text: by
        ? text`${by} answers what you asked in the Facilitators' forum:`
        : text`This answers what you asked in the Facilitators' forum:`,
    },
    { kind: 'text', text: text`${said ?? ''}`, tone: 'quoted' },
    { kind: 'text', text: text`Only you two read this. To go on, write to each other directly.`, tone: 'quiet' },
  ],
});

/** To who answered. */
export const notAnsweredCard = (asker: { who: Who } | undefined): Card => ({
  body: [
    {
      kind: 'text',
      text: asker
        ? text`I couldn't bring your answer to ${asker}: they take no direct messages from me. You could answer in the forum, or write to them yourself.`
        : text`I couldn't bring your answer to whoever asked. You could answer in the forum instead.`,
    },
  ],
});
