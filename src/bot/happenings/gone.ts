/** A space is archived or deleted: its CoP is closed, and its facilitators hear of it. */
import { libraryGone, spaceIsGone } from '../../commands/cop/space-gone.ts';
import { workspaceKey } from '../../domain/workspace.ts';
import type { Happening } from '../../platform/chat-platform.ts';
import * as audit from '../../store/audit.ts';
import * as cops from '../../store/cops.ts';
import { drawHomes } from '../drawing/homes.ts';
import { inWork } from '../in-work.ts';
import type { Bot } from '../the-bot.ts';

export type Gone = Extract<Happening, { kind: 'closed' }>;

export async function spaceGone(bot: Bot, event: Gone): Promise<void> {
  const workspace = workspaceKey({ platform: event.space.platform, id: event.space.workspace });
  await bot.store.db.transaction().execute(async tx => {
    const here = await cops.bySpace(tx, workspace, event.space.id);
    const cop = here && (await cops.lock(tx, here.networkId, here.id));
    const now = bot.clock.now();
    if (cop?.state === 'closed' && event.how === 'deleted') return libraryGone({ tx, now }, cop);
    if (!cop || cop.state === 'closed') return;
    const about = { kind: 'cop', id: cop.id } as const;
    const deed = { actor: undefined, command: 'cop closed', about, workspace, press: event.id };
    if (!(await audit.note(tx, cop.networkId, deed, now))) return;
    await inWork(bot, tx, workspace, async working => {
      const everybody = await spaceIsGone(working, cop, event.how);
      await drawHomes(tx, working.wishes, cop, everybody, working.now);
    });
  });
}
