/** Cards of first conversations, deleted in the Support Team's channel by hand: heard of, or found after an absence. */
import { reviseOne } from '../../commands/effects.ts';
import { conversationCardGone } from '../../commands/first-conversation/card-gone.ts';
import { lane } from '../../domain/effect.ts';
import type { Settings } from '../../domain/settings.ts';
import { workspaceKey } from '../../domain/workspace.ts';
import type { Channel } from '../../platform/chat-platform.ts';
import * as conversations from '../../store/first-conversations.ts';
import * as posts from '../../store/posts.ts';
import * as settings from '../../store/settings.ts';
import * as supportCards from '../../store/support-cards.ts';
import { inWork } from '../in-work.ts';
import type { Bot } from '../the-bot.ts';

export async function deletedAtSupport(bot: Bot, space: Channel, messages: readonly string[]): Promise<void> {
  const { db } = bot.store;
  const workspace = workspaceKey({ platform: space.platform, id: space.workspace });
  const here = await settings.bySupportChannel(db, workspace, space.id);
  if (!here) return;
  for (const id of messages) {
    const copy = { channel: space.id, id };
    const post = await posts.at(db, workspace, copy);
    if (post?.message === 'first-conversation-gone')
      await db.transaction().execute(tx => posts.forget(tx, here.networkId, post.message, post.about, copy));
    if (post?.message !== 'first-conversation' || post.about.kind !== 'first-conversation') continue;
    const { id: conversation } = post.about;
    await db.transaction().execute(async tx => {
      const view = await conversations.withCop(tx, here.networkId, conversation, true);
      if (view) await inWork(bot, tx, workspace, working => conversationCardGone(working, view, copy));
    });
  }
}

/** Drawing anew tells; what is over stays as it reads. */
export async function lookForConversationCards(
  bot: Bot,
  { networkId: network, workspace }: Pick<Settings, 'networkId' | 'workspace'>,
  channel: string,
): Promise<void> {
  const { db } = bot.store;
  const waiting = await supportCards.waitingIn(db, network, workspace, channel);
  const ours = waiting.filter(one => one.message === 'first-conversation');
  if (ours.length === 0) return;
  await db.transaction().execute(tx =>
    inWork(bot, tx, workspace, async ({ after }) => {
      for (const { about, cop, copy } of ours)
        after(
          lane.workspace(workspace),
          reviseOne({ id: cop, networkId: network, workspace }, 'first-conversation', about as never, copy),
        );
    }),
  );
}
