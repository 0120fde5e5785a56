/**
 * A channel goes by another id from now on: what is known of it is written down anew, and nobody has to do anything. What was asked of it
 * by its old id meanwhile was in vain, as if the bot hadn't been in it.
 */
import { workspaceKey } from '../../domain/workspace.ts';
import type { Happening } from '../../platform/chat-platform.ts';
import { renumber } from '../../store/channel-ids.ts';
import * as cops from '../../store/cops.ts';
import * as people from '../../store/people.ts';
import type { Bot } from '../the-bot.ts';

export async function anotherId(
  { store }: Bot,
  { id, space, becomes }: Extract<Happening, { kind: 'another-id' }>,
): Promise<Extract<Happening, { kind: 'bot-in' }>> {
  const workspace = workspaceKey({ platform: space.platform, id: space.workspace });
  await store.db.transaction().execute(async tx => {
    const network = await people.networkOf(tx, workspace);
    if (!network) return;
    const here = (await cops.bySpace(tx, workspace, space.id)) ?? (await cops.byFormerSpace(tx, workspace, space.id));
    if (here) await cops.lock(tx, network, here.id);
    await renumber(tx, network, workspace, here?.id, { from: space.id, to: becomes });
  });
  return { kind: 'bot-in', id, space: { ...space, id: becomes } };
}
