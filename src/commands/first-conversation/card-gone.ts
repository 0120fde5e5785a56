/** The card of a first conversation was deleted in the Support Team's channel by hand: they hear of it there, and may have it back. */
import type { Cop } from '../../domain/cop.ts';
import { type Copy, lane } from '../../domain/effect.ts';
import { type FirstConversation, isOpen } from '../../domain/first-conversation.ts';
import * as posts from '../../store/posts.ts';
import * as told from '../../store/told.ts';
import type { Scope } from '../command.ts';
import { postToSupport, reviseCopies } from '../effects.ts';

/** Once, until it stands there again; nothing where there is nothing left to do. */
export async function conversationCardGone(
  { tx, after }: Pick<Scope<unknown>, 'tx' | 'after'>,
  { conversation, cop }: { readonly conversation: FirstConversation; readonly cop: Cop },
  deleted: Copy,
): Promise<void> {
  const about = { kind: 'first-conversation', id: conversation.id } as const;
  await posts.forget(tx, cop.networkId, 'first-conversation', about, deleted);
  if (!isOpen(conversation)) return;
  const theirs = lane.workspace(cop.workspace);
  if ((await posts.copiesOf(tx, cop.networkId, 'first-conversation-gone', about)).length > 0)
    after(theirs, reviseCopies(cop, 'first-conversation-gone', about));
  else if (!(await told.isUnderWay(tx, cop.networkId, theirs, 'first-conversation-gone', about)))
    after(theirs, postToSupport(cop, 'first-conversation-gone', about));
}
