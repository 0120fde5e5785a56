import * as posts from '../../../store/posts.ts';
import { postedAt } from '../../addresses.ts';
import { type Doing, forAll, nobody, nothing } from '../doing.ts';

export const pin: Doing<'pin'> = {
  toOne: forAll,
  concerns: nobody,
  step: 'guides',
  echoes: undefined,

  async perform({ bot, platform, cop, effect }, wish) {
    const post = await posts.byEffect(bot.store.db, cop.networkId, wish.posted);
    if (post) await platform.perform.pin({ message: postedAt(cop, post) }, effect.id);
    return nothing;
  },
};
