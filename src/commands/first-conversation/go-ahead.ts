import { lane } from '../../domain/effect.ts';
import { finish } from '../../domain/first-conversation.ts';
import { Refusal } from '../../domain/refusal.ts';
import { conversationCard } from '../../messages/support-team.ts';
import * as conversations from '../../store/first-conversations.ts';
import { command } from '../command.ts';
import { reviseCopies } from '../effects.ts';
import { startsNow } from './starting.ts';

/** Where a conversation comes first: the Support Team says go, and the space is made. */
export const goAhead = command({
  name: 'first-conversation go-ahead',
  summary: 'Let a proposed CoP start',
  about: 'first-conversation',
  may: ['support'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run({ tx, subject, guides, after, on }) {
    const { conversation, cop } = subject;
    if (cop.state !== 'proposed') throw new Refusal('started-already', { conversation, cop });
    const done = finish(conversation);
    await conversations.save(tx, done);
    const starting = await startsNow({ tx, after, guides }, cop);
    const about = { kind: 'first-conversation', id: conversation.id } as const;
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'first-conversation', about, on));
    after(lane.person(cop.starterId), reviseCopies(cop, 'first-conversation-not-yet', about));
    return { say: conversationCard({ ...subject, conversation: done, cop: starting }) };
  },
});
