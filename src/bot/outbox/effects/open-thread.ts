import type { GuideName } from '../../../domain/guide.ts';
import type { MeetingId } from '../../../domain/ids.ts';
import { isId } from '../../../domain/record.ts';
import * as meetings from '../../../store/meetings.ts';
import * as posts from '../../../store/posts.ts';
import { postedAt } from '../../addresses.ts';
import { languageOfPlace } from '../../drawing/languages.ts';
import { byTheWay } from '../by-the-way.ts';
import { type Doing, forAll, nobody, nothing, type Stage, type WishOf } from '../doing.ts';

/** A guide's title, or what a meeting is about. */
async function titleOf(stage: Stage, called: WishOf<'open-thread'>['called']): Promise<string> {
  const { bot, cop } = stage;
  if (!isId(called)) return bot.guides[await languageOfPlace(stage)][called as GuideName].title;
  const found = await meetings.withCop(bot.store.db, cop.networkId, called as MeetingId);
  return found?.meeting.about ?? cop.name;
}

export const openThread: Doing<'open-thread'> = {
  toOne: forAll,
  concerns: nobody,

  async perform(stage, { posted, called }) {
    const { bot, platform, cop, effect } = stage;
    const post = await posts.byEffect(bot.store.db, cop.networkId, posted);
    if (!post) return nothing;
    const title = await titleOf(stage, called);
    await byTheWay(stage, () =>
      platform.perform['open-thread']({ message: postedAt(cop, post), called: title }, effect.id),
    );
    return nothing;
  },
};
