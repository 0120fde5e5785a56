import { lane } from '../../domain/effect.ts';
import { drafted } from '../../domain/first-conversation.ts';
import { draftCard } from '../../messages/first-conversation.ts';
import * as cops from '../../store/cops.ts';
import * as conversations from '../../store/first-conversations.ts';
import { command } from '../command.ts';
import { describeSpace, reviseCopies } from '../effects.ts';

export const useDraft = command({
  name: 'first-conversation use-draft',
  summary: "Take a draft over as your CoP's words",
  about: 'first-conversation',
  may: ['facilitator'],
  answers: 'on-the-card',

  async run({ tx, subject, after, on }) {
    const { conversation, cop } = subject;
    const used = drafted(conversation, 'used');
    const changed = {
      ...cop,
      domain: used.draftDomain ?? cop.domain,
      statement: used.draftStatement ?? cop.statement,
    };
    await conversations.save(tx, used);
    await cops.save(tx, changed);

    const about = { kind: 'first-conversation', id: conversation.id } as const;
    if (cop.spaceId !== undefined) {
      after(lane.cop(cop.id), describeSpace(cop));
      after(lane.cop(cop.id), reviseCopies(cop, 'cop-welcome', { kind: 'cop', id: cop.id }));
    }
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'first-conversation', about));
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'first-conversation-draft', about, on));
    return { say: draftCard({ ...subject, conversation: used, cop: changed }) };
  },
});
