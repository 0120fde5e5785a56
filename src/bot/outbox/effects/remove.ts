import { leaveRoles } from '../../../commands/role/leave.ts';
import * as memberships from '../../../store/memberships.ts';
import { accountsOf, spaceHere } from '../../addresses.ts';
import { wishing } from '../../wishes.ts';
import { type Doing, forAll } from '../doing.ts';

export const remove: Doing<'remove'> = {
  toOne: forAll,
  concerns: async (_tx, _cop, wish) => wish.people,
  echoes: 'people',

  async perform({ bot, platform, cop, effect, now }, wish) {
    const who = await accountsOf(bot.store.db, cop, wish.people);
    await platform.perform.remove({ space: spaceHere(cop), who }, effect.id);
    return async (tx, wishes) => {
      await memberships.mark(tx, cop.networkId, cop.id, wish.people, 'member', 'left');
      for (const person of wish.people) await leaveRoles({ tx, now, after: wishing(wishes, now) }, cop, person);
    };
  },
};
