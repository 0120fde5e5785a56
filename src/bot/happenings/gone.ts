/** A space is archived or deleted: its CoP is closed, and its facilitators hear of it. */
import { libraryGone, spaceIsGone } from '../../commands/cop/space-gone.ts';
import type { WorkspaceKey } from '../../domain/ids.ts';
import { workspaceKey } from '../../domain/workspace.ts';
import type { Happening } from '../../platform/chat-platform.ts';
import * as audit from '../../store/audit.ts';
import * as closings from '../../store/closings.ts';
import * as cops from '../../store/cops.ts';
import { drawHomes } from '../drawing/homes.ts';
import { inWork, type Working } from '../in-work.ts';
import type { Bot } from '../the-bot.ts';

export type Gone = Extract<Happening, { kind: 'closed' }>;

export async function spaceGone(bot: Bot, event: Gone): Promise<void> {
  const workspace = workspaceKey({ platform: event.space.platform, id: event.space.workspace });
  await bot.store.db.transaction().execute(async tx => {
    if (event.how === 'deleted') await formerGone({ tx, now: bot.clock.now() }, workspace, event.space.id);
    const here = await cops.bySpace(tx, workspace, event.space.id);
    const cop = here && (await cops.lock(tx, here.networkId, here.id));
    const now = bot.clock.now();
    if (cop) await closings.spaceWentAway(tx, cop.networkId, cop.id);
    if (cop?.state === 'closed' && event.how === 'deleted') return libraryGone({ tx, now }, cop);
    if (!cop || cop.state === 'closed') return;
    const about = { kind: 'cop', id: cop.id } as const;
    const deed = { actor: undefined, command: 'cop closed', about, workspace, press: event.id } as const;
    if (!(await audit.note(tx, cop.networkId, deed, now))) return;
    await inWork(bot, tx, workspace, async working => {
      const everybody = await spaceIsGone(working, cop, event.how);
      await drawHomes(tx, working.wishes, cop, everybody, working.now);
    });
  });
}

/** Its CoP lives on in another: only what it keeps of this one is there no longer. */
async function formerGone(working: Pick<Working, 'tx' | 'now'>, workspace: WorkspaceKey, space: string): Promise<void> {
  const cop = await cops.byFormerSpace(working.tx, workspace, space);
  if (cop) await libraryGone(working, cop, space);
}
