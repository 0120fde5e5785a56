import { areInAgain } from '../../../commands/membership/come-in.ts';
import type { Account, Channel, ChatPlatform } from '../../../platform/chat-platform.ts';
import { PlatformError } from '../../../platform/platform-error.ts';
import * as cops from '../../../store/cops.ts';
import * as memberships from '../../../store/memberships.ts';
import { accountsOf, spaceHere } from '../../addresses.ts';
import { wishing } from '../../wishes.ts';
import { type Doing, forAll } from '../doing.ts';

/** Whom the bot may not let in, somebody else may have. */
async function orIsIn(
  platform: ChatPlatform,
  space: Channel,
  who: readonly Account[],
  refused: unknown,
): Promise<void> {
  if (!(refused instanceof PlatformError) || refused.kind !== 'forbidden') throw refused;
  const there = await platform.members(space, new Set(who.map(one => one.id))).catch(() => []);
  if (!who.every(one => there.some(other => other.id === one.id))) throw refused;
}

export const admit: Doing<'admit'> = {
  toOne: forAll,
  concerns: async (_tx, _cop, wish) => wish.people,
  step: 'people',
  echoes: 'people',

  /** Nobody is let into a CoP that was closed just now, nor who has left meanwhile: then what was to follow doesn't either. */
  async perform({ bot, platform, cop, effect, now }, wish) {
    if (cop.state === 'closed') throw new PlatformError('gone', 'closed', { whose: 'place' });
    const out = new Set(await memberships.outOf(bot.store.db, cop.networkId, cop.id, wish.people));
    const people = wish.people.filter(one => !out.has(one));
    if (people.length === 0) throw new PlatformError('gone', 'has_left', { whose: 'person' });
    const who = await accountsOf(bot.store.db, cop, people);
    const space = spaceHere(cop);
    await platform.perform
      .admit({ space, who }, effect.id)
      .catch((refused: unknown) => orIsIn(platform, space, who, refused));
    return async (tx, wishes) => {
      const current = await cops.lock(tx, cop.networkId, cop.id);
      await memberships.mark(tx, cop.networkId, cop.id, people, 'joining', 'member');
      const working = { tx, now, after: wishing(wishes, now) };
      if (current?.state === 'open') await areInAgain(working, current, people);
    };
  },
};
