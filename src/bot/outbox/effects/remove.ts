import * as memberships from '../../../store/memberships.ts';
import { accountsOf, spaceHere } from '../../addresses.ts';
import { type Doing, forAll, nothing } from '../doing.ts';

/** Who was let in again while it waited stays in. */
export const remove: Doing<'remove'> = {
  toOne: forAll,
  concerns: async (_tx, _cop, wish) => wish.people,
  echoes: 'people',

  async perform({ bot, platform, cop, effect }, wish) {
    const out = await memberships.outOf(bot.store.db, cop.networkId, cop.id, wish.people);
    const who = await accountsOf(bot.store.db, cop, out);
    if (who.length > 0) await platform.perform.remove({ space: spaceHere(cop), who }, effect.id);
    return nothing;
  },
};
