/** The channels that an administrator chose, the Support Team's and the Facilitators' forum: lost, or open to others, and what mends it. */
import type { Cop } from '../domain/cop.ts';
import type { Readers } from '../domain/difference.ts';
import { type Button, type Card, type Text, text } from '../platform/card.ts';
import { choosing } from './settings-form.ts';

export type ChosenChannel = 'support' | 'forum';

/** To whoever chose the settings last. */
export const channelLostCard = (which: ChosenChannel, isLost: boolean): Card =>
  which === 'support' ? supportLost(isLost) : forumLost(isLost);

const supportLost = (isLost: boolean): Card => ({
  title: text`The Support Team's channel`,
  body: isLost
    ? [
        {
          kind: 'text',
          text: text`I can't get into the Support Team's channel any more: it was archived or deleted, or I was taken out of it. What I have to say there waits; nothing of it is lost.`,
        },
        {
          kind: 'text',
          text: text`If the channel is still there, somebody in it can let me in again. If not, choose another with ${{ slash: 'settings choose' }}. I go on by myself then.`,
        },
      ]
    : [{ kind: 'text', text: text`That is mended: I can reach the Support Team again, and say there what waited.` }],
  buttons: isLost ? [another('support')] : [],
});

const forumLost = (isLost: boolean): Card => ({
  title: text`The Facilitators' forum`,
  body: isLost
    ? [
        {
          kind: 'text',
          text: text`I can't get into the Facilitators' forum any more: it was archived or deleted, or I was taken out of it. Until that is mended I let nobody in or out of it.`,
        },
        {
          kind: 'text',
          text: text`If the channel is still there, somebody in it can let me in again. If not, ${{ slash: 'settings choose' }} leads on: under **Forum**, **Make one** gives you a new one with all facilitators in it, or choose another. I go on by myself then.`,
        },
      ]
    : [{ kind: 'text', text: text`That is mended: facilitators are let into their forum again.` }],
  buttons: isLost ? [another('forum')] : [],
});

const readable: Readonly<Record<ChosenChannel, Readonly<Record<Readers, Text>>>> = {
  support: {
    everybody: text`Everybody here can read the Support Team's channel now: who would start a CoP, who would like to talk, and the notes of conversations.`,
    elsewhere: text`Somebody shared the Support Team's channel with another organisation (Slack Connect). Whoever comes into it from there can read who would start a CoP, who would like to talk, and the notes of conversations, what was said before too.`,
  },
  forum: {
    everybody: text`Everybody here can read the Facilitators' forum now, and what facilitators ask each other in it.`,
    elsewhere: text`Somebody shared the Facilitators' forum with another organisation (Slack Connect). Whoever comes into it from there can read what facilitators ask each other in it, what was said before too.`,
  },
};

const closable: Readonly<Record<Readers, Text>> = {
  everybody: text`If that wasn't meant so, have the channel made private again, or choose another.`,
  elsewhere: text`If that wasn't meant so, end it in the channel's details, under **Organisations**, or choose another channel.`,
};

/** To whoever chose the settings last; nobody else reads it any more: nothing. */
export const channelOpenedCard = (which: ChosenChannel, readers: Readers | undefined): Card => ({
  title: which === 'support' ? text`The Support Team's channel` : text`The Facilitators' forum`,
  body: readers
    ? [
        { kind: 'text', text: readable[which][readers] },
        { kind: 'text', text: closable[readers] },
      ]
    : [{ kind: 'text', text: which === 'support' ? supportClosed : forumClosed }],
  buttons: readers ? [another(which)] : [],
});

const supportClosed = text`That is mended: what I say to the Support Team isn't there for others to read any more.`;
const forumClosed = text`That is mended: the Facilitators' forum isn't there for others to read any more.`;

const another = (section: ChosenChannel): Button => ({ label: 'Choose another channel', does: choosing(section) });

/** To a facilitator who is in it no longer, while they still facilitate something. */
export const forumLeftCard = (cop: Cop): Card => ({
  title: text`The Facilitators' forum`,
  body: [
    {
      kind: 'text',
      text: text`You aren't in the Facilitators' forum any more. I'm not told whether you left or somebody took you out, so I don't bring you back unasked. You look after **${cop.name}** as before.`,
    },
  ],
  buttons: [{ label: 'Bring me back in', does: { command: 'forum come-back', options: { cop: cop.id } } }],
});

export const comingBackCard: Card = {
  body: [{ kind: 'text', text: text`You'll be in the Facilitators' forum again in a moment.` }],
};
