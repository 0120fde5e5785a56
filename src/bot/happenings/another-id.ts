/** A channel goes by another id from now on: what is known of it is written down anew, and nobody has to do anything. */
import { workspaceKey } from '../../domain/workspace.ts';
import type { Happening } from '../../platform/chat-platform.ts';
import { renumber } from '../../store/channel-ids.ts';
import * as cops from '../../store/cops.ts';
import * as people from '../../store/people.ts';
import type { Bot } from '../the-bot.ts';

export async function anotherId(
  { store }: Bot,
  { space, becomes }: Extract<Happening, { kind: 'another-id' }>,
): Promise<void> {
  const workspace = workspaceKey({ platform: space.platform, id: space.workspace });
  await store.db.transaction().execute(async tx => {
    const network = await people.networkOf(tx, workspace);
    if (!network) return;
    const here = (await cops.bySpace(tx, workspace, space.id)) ?? (await cops.byFormerSpace(tx, workspace, space.id));
    if (here) await cops.lock(tx, network, here.id);
    await renumber(tx, network, workspace, here?.id, { from: space.id, to: becomes });
  });
}
