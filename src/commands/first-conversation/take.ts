import { lane } from '../../domain/effect.ts';
import { limits, mayTake, take } from '../../domain/first-conversation.ts';
import { cut, tidied } from '../../domain/words.ts';
import { conversationCard, takeForm } from '../../messages/support-team.ts';
import * as conversations from '../../store/first-conversations.ts';
import { command } from '../command.ts';
import { reviseCopies } from '../effects.ts';
import { tellAsker } from './not-heard.ts';

export const takeConversation = command({
  name: 'first-conversation take',
  summary: 'Take a first conversation on',
  about: 'first-conversation',
  may: ['support'],
  in: 'any CoP',
  answers: 'on-the-card',

  async form({ subject, actor }) {
    mayTake(subject.conversation, actor?.id, subject);
    const { takenBy, planned } = subject.conversation;
    return takeForm(subject, takenBy === actor?.id ? planned : undefined);
  },

  async run({ tx, subject, actor, accountId, options, after, on }) {
    const { conversation, cop } = subject;
    const planned = cut(tidied(options.planned ?? ''), limits.planned) || undefined;
    const taken = take(conversation, actor.id, planned, subject);
    const isNew = conversation.takenBy !== actor.id || conversation.planned !== planned;
    if (isNew) await conversations.save(tx, taken);

    const about = { kind: 'first-conversation', id: conversation.id } as const;
    if (isNew) tellAsker(after, 'first-conversation-taken', subject);
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'first-conversation', about, on));

    return {
      say: conversationCard({
        ...subject,
        conversation: taken,
        taker: { ...actor, accountId, role: undefined },
        takerIsHere: true,
      }),
    };
  },
});
