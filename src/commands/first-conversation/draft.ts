import { lane } from '../../domain/effect.ts';
import { drafted } from '../../domain/first-conversation.ts';
import { conversationCard } from '../../messages/support-team.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as conversations from '../../store/first-conversations.ts';
import { command } from '../command.ts';
import { reviseCopies } from '../effects.ts';
import { tell } from './not-heard.ts';

/** What was noted becomes the draft of the CoP's words: whoever facilitates it takes it over or not, and whoever asked reads it. The same words are shown to them once. */
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
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'first-conversation-draft', about));
    const facilitators = await facilitating.ofCop(tx, cop.networkId, cop.id, cop.workspace);
    for (const id of new Set([conversation.personId, ...facilitators.map(one => one.id)]))
      tell(after, 'first-conversation-draft', subject, id);
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'first-conversation', about, on));
    return { say: conversationCard({ ...subject, conversation: shown }) };
  },
});
