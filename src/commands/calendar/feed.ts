import {
  feedCard,
  feedGivenCard,
  feedTakenAwayCard,
  noFeedsCard,
  nothingToReadCard,
} from '../../messages/calendar-feed.ts';
import * as feeds from '../../store/calendar-feeds.ts';
import { command } from '../command.ts';

const showFeed = command({
  name: 'calendar show',
  summary: 'A private address from which your calendar reads when your CoPs meet',
  about: 'network',
  may: ['anyone'],
  in: 'no CoP',
  answers: 'privately',
  reads: true,

  async run({ tx, network, actor, feedAt }) {
    if (!feedAt('')) return { say: noFeedsCard };
    const since = await feeds.since(tx, network, actor.id);
    if (since === undefined && !(await feeds.hasCops(tx, network, actor.id))) return { say: nothingToReadCard };
    return { say: feedCard(since) };
  },
});

/** Said once, in the answer to the press: nobody can say it again. */
const giveFeed = command({
  name: 'calendar give',
  summary: 'Have a private calendar address made, in place of the one that you had',
  typedAs: 'calendar show',
  about: 'network',
  may: ['anyone'],
  in: 'no CoP',
  answers: 'privately',

  async run({ tx, network, actor, now, feedAt }) {
    if (!feedAt('')) return { say: noFeedsCard };
    if (!(await feeds.hasCops(tx, network, actor.id))) return { say: nothingToReadCard };
    return { say: feedGivenCard(feedAt(await feeds.give(tx, network, actor.id, now)) ?? '') };
  },
});

const takeFeedAway = command({
  name: 'calendar take-away',
  summary: 'Have your private calendar address taken away',
  typedAs: 'calendar show',
  about: 'network',
  may: ['anyone'],
  in: 'no CoP',
  answers: 'privately',

  async run({ tx, network, actor }) {
    await feeds.takeAway(tx, network, actor.id);
    return { say: feedTakenAwayCard };
  },
});

export const calendarFeeds = [showFeed, giveFeed, takeFeedAway];
