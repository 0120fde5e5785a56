import { lane } from '../../domain/effect.ts';
import { withdraw } from '../../domain/first-conversation.ts';
import { withdrawnCard } from '../../messages/first-conversation.ts';
import * as conversations from '../../store/first-conversations.ts';
import { command } from '../command.ts';
import { notStarted } from '../cop/not-started.ts';
import { reviseCopies } from '../effects.ts';

/** Whoever asked has thought better of it; a CoP that waited for it isn't started. */
export const withdrawConversation = command({
  name: 'first-conversation withdraw',
  summary: 'Take back that you would like to talk',
  about: 'first-conversation',
  may: ['its-author'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run({ tx, subject, now, after, on }) {
    const { conversation, cop } = subject;
    const over = withdraw(conversation);
    await conversations.save(tx, over);
    const left = cop.state === 'proposed' ? await notStarted({ tx, now, after }, cop) : cop;

    const about = { kind: 'first-conversation', id: conversation.id } as const;
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'first-conversation', about));
    after(lane.person(conversation.personId), reviseCopies(cop, 'first-conversation-not-yet', about, on));
    return { say: withdrawnCard({ ...subject, conversation: over, cop: left }) };
  },
});
