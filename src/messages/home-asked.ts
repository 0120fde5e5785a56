/** What somebody was asked, on their Home, each with the buttons that answer it. */
import type { Cop } from '../domain/cop.ts';
import { type Block, text } from '../platform/card.ts';
import { invitationAnswers } from './invitation.ts';
import { nominationAnswers } from './nomination.ts';
import { emptyBlock } from './stand-in.ts';

export interface AskedOfMe {
  readonly kind: 'nomination' | 'invitation' | 'first-conversation' | 'start' | 'empty';
  readonly id: string;
  readonly cop: Cop;
}

/** What a button here carries besides: that the panel it stands on is drawn anew. */
export const here = { panel: 'home' } as const;

export const askedLines: { readonly [K in AskedOfMe['kind']]: (asked: AskedOfMe) => Block } = {
  nomination: ({ id, cop }) => ({
    kind: 'text',
    text: text`You are asked to facilitate **${cop.name}**: ${cop.domain}`,
    buttons: nominationAnswers(id, here),
  }),
  invitation: ({ id, cop }) => ({
    kind: 'text',
    text: text`You are invited to **${cop.name}**: ${cop.domain}`,
    buttons: invitationAnswers(id, here),
  }),
  'first-conversation': ({ id, cop }) => ({
    kind: 'text',
    text: text`Somebody would like to talk with the Support Team about **${cop.name}**: ${cop.domain}`,
    buttons: [
      { label: "I'll take it", does: { command: 'first-conversation take', options: { conversation: id, ...here } } },
    ],
  }),
  empty: ({ cop }) => emptyBlock(cop, here),
  start: ({ id, cop }) => ({
    kind: 'text',
    text: text`The Support Team had asked to wait with **${cop.name}**, and there is none any more: start it when you think the time has come`,
    buttons: [
      {
        label: 'Start it now',
        does: { command: 'first-conversation start', options: { conversation: id, ...here } },
        style: 'primary',
      },
      {
        label: "Don't start it",
        does: { command: 'first-conversation withdraw', options: { conversation: id, ...here } },
      },
    ],
  }),
};
