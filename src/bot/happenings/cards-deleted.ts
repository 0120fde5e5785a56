/** Cards of CoPs in channels elsewhere and of meetings, deleted there by hand, or with the channel: nobody is led to them any more, and they can be had again. */
import { workspaceKey } from '../../domain/workspace.ts';
import type { Channel } from '../../platform/chat-platform.ts';
import * as posts from '../../store/posts.ts';
import type { Bot } from '../the-bot.ts';

/** `deleted`: these messages; left out, all that stood there. */
export async function cardsDeleted({ store }: Bot, space: Channel, deleted?: readonly string[]): Promise<void> {
  const { platform, workspace, id } = space;
  const key = workspaceKey({ platform, id: workspace });
  await store.db.transaction().execute(tx => posts.forgetDeleted(tx, key, id, deleted));
}
