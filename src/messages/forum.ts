/** The Facilitators' forum: what is pinned in it, and what whoever is brought in is told. */
import type { Cop } from '../domain/cop.ts';
import { type Card, type Text, text } from '../platform/card.ts';
import type { Channel } from '../platform/chat-platform.ts';
import { readButton } from './guide.ts';

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
