/** Who is in each space that is there: of those that are open first, then of those that are closed and stand still. */
import type { Channel, PlatformName } from '../../platform/chat-platform.ts';
import * as cops from '../../store/cops.ts';
import type { SpaceOf } from '../../store/spaces.ts';
import type { Bot } from '../the-bot.ts';
import type { atItsPace } from './at-its-pace.ts';
import { lettingLapse } from './lapsed.ts';
import { comparingMembers } from './members.ts';
import type { Platforms } from './tend-libraries.ts';
import { inTurnToLook } from './whose-turn.ts';

/** Lists of members asked for in an hour, those first in which something happened. Of what is closed fewer: they keep none of the others waiting. */
export const listsAnHour = { open: 500, closed: 50 } as const;

export type There = Readonly<Record<keyof typeof listsAnHour, SpaceOf[]>>;

export interface LooksAtMembers {
  /** At all of them, where nothing says how many at most. */
  in(platform: PlatformName, there: There, most?: typeof listsAnHour): Promise<void>;
  /** Something happened in it: its turn comes sooner. */
  happenedIn(space: Channel): void;
}

export function lookingAtMembers(bot: Bot, platforms: Platforms, asking: ReturnType<typeof atItsPace>): LooksAtMembers {
  const compares = [comparingMembers(bot, platforms), lettingLapse(bot, platforms)] as const;
  const lookedAt = new Map<string, number>();
  const happenedAt = new Map<string, number>();
  const looks = { lookedAt: (id: string) => lookedAt.get(id), happenedAt: (id: string) => happenedAt.get(id) };

  return {
    async in(platform, there, most) {
      for (const state of ['open', 'closed'] as const) {
        const inTurn = inTurnToLook(there[state], one => one.space, looks);
        for (const { networkId, id, space } of inTurn.slice(0, most?.[state])) {
          const cop = await cops.byId(bot.store.db, networkId, id);
          if (cop?.state !== state || cop.spaceId === undefined) continue; // closed meanwhile, or opened again
          const began = bot.clock.now();
          for (const compare of compares)
            if ((await asking(platform, { cop: id }, () => compare(cop))) === 'end') return;
          lookedAt.set(space, began);
        }
      }
    },
    happenedIn: ({ id }) => void happenedAt.set(id, bot.clock.now()),
  };
}
