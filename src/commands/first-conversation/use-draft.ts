import { lane } from '../../domain/effect.ts';
import { drafted } from '../../domain/first-conversation.ts';
import { draftCard } from '../../messages/first-conversation.ts';
import * as conversations from '../../store/first-conversations.ts';
import { command } from '../command.ts';
import { reword } from '../cop/reword.ts';
import { reviseCopies } from '../effects.ts';

export const useDraft = command({
  name: 'first-conversation use-draft',
  summary: "Take a draft over as your CoP's words",
  about: 'first-conversation',
  may: ['facilitator'],
  in: 'a living CoP',
  answers: 'on-the-card',

  async run(scope) {
    const { tx, subject, after, on } = scope;
    const { conversation, cop } = subject;
    const used = drafted(conversation, 'used');
    const changed = {
      ...cop,
      domain: used.draftDomain ?? cop.domain,
      statement: used.draftStatement ?? cop.statement,
    };
    await conversations.save(tx, used);
    await reword(scope, cop, changed);

    const about = { kind: 'first-conversation', id: conversation.id } as const;
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'first-conversation', about));
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'first-conversation-draft', about, on));
    return { say: draftCard({ ...subject, conversation: used, cop: changed }) };
  },
});
