import { lane } from '../../domain/effect.ts';
import { finish } from '../../domain/first-conversation.ts';
import { conversationCard } from '../../messages/support-team.ts';
import * as conversations from '../../store/first-conversations.ts';
import { command } from '../command.ts';
import { reviseCopies } from '../effects.ts';

export const finishConversation = command({
  name: 'first-conversation finish',
  summary: 'A first conversation was had',
  about: 'first-conversation',
  may: ['support'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run({ tx, subject, after, on }) {
    const { conversation, cop } = subject;
    const done = finish(conversation);
    await conversations.save(tx, done);

    const about = { kind: 'first-conversation', id: conversation.id } as const;
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'first-conversation', about, on));
    return { say: conversationCard({ ...subject, conversation: done }) };
  },
});
