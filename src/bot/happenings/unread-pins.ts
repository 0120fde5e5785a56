/**
 * Spaces of which it isn't known what is pinned. Where the bot may not see it, those who can mend it are told, by an effect that waits until
 * it is; where the platform doesn't answer, it is for the next look. Then all is read.
 */

import { readPins } from '../../commands/effects.ts';
import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { CopId, WorkspaceKey } from '../../domain/ids.ts';
import { passes } from '../../platform/again.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import * as cops from '../../store/cops.ts';
import * as echoes from '../../store/echoes.ts';
import { inWork } from '../in-work.ts';
import type { Bot } from '../the-bot.ts';

export interface UnreadPins {
  /** Looks, unless the bot may not. `at`: what is looked at; of a part of it nothing is known of the rest. */
  unless(cop: Cop, at: 'all' | 'a part', look: () => Promise<void>): Promise<void>;
  /** It wasn't looked at. */
  leave(cop: Cop): void;
  /** In memory alone, as they stand now: what a restart forgets, the look after it finds. */
  of(concerns: (workspace: WorkspaceKey) => boolean): Promise<readonly Cop[]>;
}

export function unreadPins(bot: Bot): UnreadPins {
  const unread = new Map<CopId, Pick<Cop, 'networkId' | 'workspace'>>();
  const leave = ({ id, networkId, workspace }: Cop) => void unread.set(id, { networkId, workspace });

  async function note(cop: Cop): Promise<void> {
    await bot.store.db.transaction().execute(async tx => {
      if (await echoes.stillChanging(tx, cop.networkId, cop.id, ['read-pins'])) return; // it waits already
      await inWork(bot, tx, cop.workspace, async ({ after }) => {
        after(lane.beside(cop.id, 'pins'), readPins(cop));
      });
    });
  }

  return {
    leave,
    async of(concerns) {
      const found: Cop[] = [];
      for (const [id, { networkId, workspace }] of [...unread]) {
        if (!concerns(workspace)) continue;
        const cop = await cops.byId(bot.store.db, networkId, id);
        if (cop?.state === 'open' && cop.spaceId !== undefined) found.push(cop);
        else unread.delete(id);
      }
      return found;
    },
    async unless(cop, at, look) {
      try {
        await look();
        if (at === 'all') unread.delete(cop.id);
      } catch (error) {
        const isForbidden = error instanceof PlatformError && error.kind === 'forbidden' && error.whose === 'bot';
        if (isForbidden || passes(error)) leave(cop);
        if (!isForbidden) throw error;
        await note(cop);
      }
    },
  };
}
