import { lane } from '../../domain/effect.ts';
import { drafted } from '../../domain/first-conversation.ts';
import { conversationCard } from '../../messages/support-team.ts';
import * as conversations from '../../store/first-conversations.ts';
import { command } from '../command.ts';
import { reviseCopies } from '../effects.ts';
import { tellAsker } from './not-heard.ts';

/** What was noted becomes the draft of the CoP's words; whoever asked takes it over or not. The same words are shown to them once. */
export const draftFromConversation = command({
  name: 'first-conversation draft',
  summary: 'Hand what was noted over, as a draft of domain and core statement',
  about: 'first-conversation',
  may: ['support'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run({ tx, subject, after, on }) {
    const { conversation, cop } = subject;
    if (conversation.draft !== 'none') return { say: conversationCard(subject) };
    const shown = drafted(conversation, 'shown');
    await conversations.save(tx, shown);

    const about = { kind: 'first-conversation', id: conversation.id } as const;
    after(lane.person(conversation.personId), reviseCopies(cop, 'first-conversation-draft', about));
    tellAsker(after, 'first-conversation-draft', subject);
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'first-conversation', about, on));
    return { say: conversationCard({ ...subject, conversation: shown }) };
  },
});
