/** Spaces of which the bot may not see what is pinned. Those who can mend it are told, by an effect that waits until it is; then all is read. */
import { readPins } from '../../commands/effects.ts';
import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { CopId, WorkspaceKey } from '../../domain/ids.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import * as echoes from '../../store/echoes.ts';
import { inWork } from '../in-work.ts';
import type { Bot } from '../the-bot.ts';

export interface UnreadPins {
  /** Looks, unless the bot may not. */
  unless(cop: Cop, look: () => Promise<void>): Promise<void>;
  /** In memory alone: what a restart forgets, the look after it finds. */
  in(workspace: WorkspaceKey): readonly Cop[];
}

export function unreadPins(bot: Bot): UnreadPins {
  const unread = new Map<CopId, Cop>();

  async function note(cop: Cop): Promise<void> {
    unread.set(cop.id, cop);
    await bot.store.db.transaction().execute(async tx => {
      if (await echoes.stillChanging(tx, cop.networkId, cop.id, ['read-pins'])) return; // it waits already
      await inWork(bot, tx, cop.workspace, async ({ after }) => {
        after(lane.beside(cop.id, 'pins'), readPins(cop));
      });
    });
  }

  return {
    in: workspace => [...unread.values()].filter(cop => cop.workspace === workspace),
    async unless(cop, look) {
      try {
        await look();
        unread.delete(cop.id);
      } catch (error) {
        if (!(error instanceof PlatformError) || error.kind !== 'forbidden' || error.whose !== 'bot') throw error;
        await note(cop);
      }
    },
  };
}
