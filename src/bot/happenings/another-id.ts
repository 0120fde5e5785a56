/**
 * A channel goes by another id from now on: what is known of it is written down anew, and nobody has to do anything. What was asked of it
 * by its old id meanwhile was in vain, as if the bot hadn't been in it.
 */
import { workspaceKey } from '../../domain/workspace.ts';
import type { Happening, Presence, Workspace } from '../../platform/chat-platform.ts';
import { renumber } from '../../store/channel-ids.ts';
import * as cops from '../../store/cops.ts';
import * as people from '../../store/people.ts';
import type { Bot } from '../the-bot.ts';
import { tendingOwnWay } from './own-way.ts';

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

/** As they are found on a look, where nobody heard of it. Answers whether there are any. */
export async function otherIdsFound(
  bot: Bot,
  { platform, id: workspace }: Workspace,
  presences: ReadonlyMap<string, Presence>,
): Promise<boolean> {
  const ownWay = tendingOwnWay(bot);
  const found = [...presences].flatMap(([id, one]) => (one.state === 'another id' ? [[id, one.becomes] as const] : []));
  for (const [from, becomes] of found) {
    const space = { platform, workspace, id: from };
    await ownWay(await anotherId(bot, { kind: 'another-id', id: `id ${from} ${becomes}`, space, becomes }));
  }
  return found.length > 0;
}
