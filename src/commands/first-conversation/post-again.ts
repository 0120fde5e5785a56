import { lane } from '../../domain/effect.ts';
import { isOpen } from '../../domain/first-conversation.ts';
import { Refusal } from '../../domain/refusal.ts';
import { standsAgainCard } from '../../messages/support-cards.ts';
import * as posts from '../../store/posts.ts';
import * as told from '../../store/told.ts';
import { command } from '../command.ts';
import { postToSupport } from '../effects.ts';

/** What was deleted in the Support Team's channel by hand stays so until one of them wants it back. */
export const postConversationAgain = command({
  name: 'first-conversation post-again',
  summary: 'Post the card of a first conversation again',
  about: 'first-conversation',
  may: ['support'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run({ tx, network, subject: { conversation, cop }, after }) {
    if (!isOpen(conversation)) throw new Refusal('conversation-over', { conversation });
    const about = { kind: 'first-conversation', id: conversation.id } as const;
    const theirs = lane.workspace(cop.workspace);
    const stands =
      (await posts.copiesOf(tx, network, 'first-conversation', about)).length > 0 ||
      (await told.isUnderWay(tx, network, theirs, 'first-conversation', about));
    if (!stands) after(theirs, postToSupport(cop, 'first-conversation', about));
    return { say: standsAgainCard(cop) };
  },
});
