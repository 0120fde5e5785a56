import { limits as copLimits } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import { limits, noted } from '../../domain/first-conversation.ts';
import { cut, tidied, tidiedLines } from '../../domain/words.ts';
import { conversationCard, noteForm } from '../../messages/support-team.ts';
import * as conversations from '../../store/first-conversations.ts';
import { command } from '../command.ts';
import { reviseCopies } from '../effects.ts';

export const noteConversation = command({
  name: 'first-conversation note',
  summary: 'Note what came up in a first conversation',
  about: 'first-conversation',
  may: ['support'],
  in: 'any CoP',
  answers: 'on-the-card',

  async form({ subject }) {
    const { notes, draftDomain, draftStatement } = subject.conversation;
    return noteForm(subject, { notes, domain: draftDomain, statement: draftStatement });
  },

  async run({ tx, subject, options, after, on }) {
    const { conversation, cop } = subject;
    const changed = noted(conversation, {
      notes: cut(tidiedLines(options.notes ?? ''), limits.notes) || undefined,
      domain: cut(tidied(options.domain ?? ''), copLimits.domain) || undefined,
      statement: cut(tidiedLines(options.statement ?? ''), copLimits.statement) || undefined,
    });
    await conversations.save(tx, changed);

    const about = { kind: 'first-conversation', id: conversation.id } as const;
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'first-conversation', about, on));
    if (conversation.draft === 'shown' && changed.draft === 'none')
      after(lane.workspace(cop.workspace), reviseCopies(cop, 'first-conversation-draft', about));
    return { say: conversationCard({ ...subject, conversation: changed }) };
  },
});
