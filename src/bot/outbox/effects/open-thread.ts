import * as posts from '../../../store/posts.ts';
import { postedAt } from '../../addresses.ts';
import { languageOfPlace } from '../../drawing/languages.ts';
import { byTheWay } from '../by-the-way.ts';
import { type Doing, forAll, nobody, nothing } from '../doing.ts';

export const openThread: Doing<'open-thread'> = {
  toOne: forAll,
  concerns: nobody,

  async perform(stage, { posted, called }) {
    const { bot, platform, cop, effect } = stage;
    const post = await posts.byEffect(bot.store.db, cop.networkId, posted);
    if (!post) return nothing;
    const { title } = bot.guides[await languageOfPlace(stage)][called];
    await byTheWay(stage, () =>
      platform.perform['open-thread']({ message: postedAt(cop, post), called: title }, effect.id),
    );
    return nothing;
  },
};
