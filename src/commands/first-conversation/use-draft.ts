import { lane } from '../../domain/effect.ts';
import { drafted, wordsOf } from '../../domain/first-conversation.ts';
import { draftCard } from '../../messages/first-conversation.ts';
import * as conversations from '../../store/first-conversations.ts';
import { command } from '../command.ts';
import { reword } from '../cop/reword.ts';
import { reviseCopies } from '../effects.ts';

/** As they saw it: what was noted since is shown to them first, if it is for them yet. */
export const useDraft = command({
  name: 'first-conversation use-draft',
  summary: "Take a draft over as your CoP's words",
  about: 'first-conversation',
  may: ['facilitator'],
  in: 'a living CoP',
  answers: 'on-the-card',

  async run(scope) {
    const { tx, subject, actor, options, after, on } = scope;
    const { conversation, cop } = subject;
    const reader = { decides: true, asked: actor.id === conversation.personId };
    if (conversation.draft !== 'shown') return { say: draftCard(subject, reader) };
    if (options.written !== wordsOf(conversation)) return { say: draftCard(subject, reader, 'new') };
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
    return { say: draftCard({ ...subject, conversation: used, cop: changed }, reader, 'theirs') };
  },
});
