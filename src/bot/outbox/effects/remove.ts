import { isShut } from '../../../domain/closing.ts';
import { minute } from '../../../platform/again.ts';
import * as closings from '../../../store/closings.ts';
import * as memberships from '../../../store/memberships.ts';
import { accountsOf, spaceHere } from '../../addresses.ts';
import { wishing } from '../../wishes.ts';
import { type Doing, forAll, nothing } from '../doing.ts';

/** For its space to be brought back. Until then the bot knows that they are to be out. */
const waitsFor = 6 * 60 * minute;

/** Who was let in again while it waited stays in. */
export const remove: Doing<'remove'> = {
  toOne: forAll,
  concerns: async (_tx, _cop, wish) => wish.people,
  step: undefined,
  echoes: 'people',

  async perform({ bot, platform, cop, effect, now }, wish) {
    const out = await memberships.outOf(bot.store.db, cop.networkId, cop.id, wish.people);
    const who = await accountsOf(bot.store.db, cop, out);
    if (who.length === 0 || cop.spaceId === undefined) return nothing; // into a space that is made later they aren't let
    if (isShut(cop, await closings.of(bot.store.db, cop.networkId, cop.id)))
      return async (_tx, wishes) =>
        void wishing(wishes, now)(effect.lane, { cop, wish }, { notBefore: now + waitsFor });
    await platform.perform.remove({ space: spaceHere(cop), who }, effect.id);
    return nothing;
  },
};
