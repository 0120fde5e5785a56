import * as memberships from '../../../store/memberships.ts';
import { accountsOf, spaceHere } from '../../addresses.ts';
import { type Doing, forAll } from '../doing.ts';

export const admit: Doing<'admit'> = {
  toOne: forAll,
  concerns: async (_tx, _cop, wish) => wish.people,
  step: 'people',
  echoes: 'people',

  async perform({ bot, platform, cop, effect }, wish) {
    const who = await accountsOf(bot.store.db, cop, wish.people);
    await platform.perform.admit({ space: spaceHere(cop), who }, effect.id);
    return async tx => {
      await memberships.mark(tx, cop.networkId, cop.id, wish.people, 'joining', 'member');
    };
  },
};
