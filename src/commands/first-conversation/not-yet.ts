import { lane } from '../../domain/effect.ts';
import { type FirstConversation, limits } from '../../domain/first-conversation.ts';
import { Refusal } from '../../domain/refusal.ts';
import { cut, tidiedLines } from '../../domain/words.ts';
import type { FirstConversationView } from '../../messages/first-conversation.ts';
import { conversationCard, notYetForm } from '../../messages/support-team.ts';
import * as conversations from '../../store/first-conversations.ts';
import { command } from '../command.ts';
import { reviseCopies } from '../effects.ts';
import { tellAsker } from './not-heard.ts';

export const notYet = command({
  name: 'first-conversation not-yet',
  summary: 'Say kindly why a proposed CoP should wait',
  about: 'first-conversation',
  may: ['support'],
  in: 'any CoP',
  answers: 'on-the-card',

  async form({ subject }) {
    stillProposed(subject);
    return notYetForm(subject);
  },

  async run({ tx, subject, options, after, on }) {
    stillProposed(subject);
    const { conversation, cop } = subject;
    const reason = cut(tidiedLines(options.reason ?? ''), limits.reason);
    const waiting: FirstConversation = { ...conversation, notYet: reason };
    await conversations.save(tx, waiting);

    const about = { kind: 'first-conversation', id: conversation.id } as const;
    tellAsker(after, 'first-conversation-not-yet', subject);
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'first-conversation', about, on));
    return { say: conversationCard({ ...subject, conversation: waiting }) };
  },
});

function stillProposed({ conversation, cop }: FirstConversationView): void {
  if (cop.state !== 'proposed') throw new Refusal('started-already', { conversation, cop });
}
