import type { GuideName } from '../../../domain/guide.ts';
import type { MeetingId } from '../../../domain/ids.ts';
import { isId } from '../../../domain/record.ts';
import { wordsIn } from '../../../messages/language.ts';
import { formatLabels } from '../../../messages/meeting.ts';
import * as meetings from '../../../store/meetings.ts';
import * as posts from '../../../store/posts.ts';
import { postedAt } from '../../addresses.ts';
import { languageOfPlace } from '../../drawing/languages.ts';
import { byTheWay } from '../by-the-way.ts';
import { type Doing, forAll, nobody, nothing, type Stage, type WishOf } from '../doing.ts';

/** A guide's title, or how a meeting is held: what it is about is somebody's words, and a thread's name outlives them. */
async function titleOf(stage: Stage, called: WishOf<'open-thread'>['called']): Promise<string> {
  const { bot, cop } = stage;
  const language = await languageOfPlace(stage);
  if (!isId(called)) return bot.guides[language][called as GuideName].title;
  const found = await meetings.withCop(bot.store.db, cop.networkId, called as MeetingId);
  return found ? wordsIn(formatLabels[found.meeting.format], language) : cop.name;
}

export const openThread: Doing<'open-thread'> = {
  toOne: forAll,
  concerns: nobody,
  step: undefined,
  echoes: undefined,

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
