/** Brings what stands on the platform already up to date: every copy of a message, and of those that tell of the same in other words. */
import { cardsGone } from '../../../commands/cop/cards-gone.ts';
import { conversationCardGone } from '../../../commands/first-conversation/card-gone.ts';
import type { Cop } from '../../../domain/cop.ts';
import { type About, type Copy, type Lane, lane } from '../../../domain/effect.ts';
import { hadAgain, isWelcoming, kindred, type MessageName, ownEach } from '../../../domain/message.ts';
import { minute } from '../../../platform/again.ts';
import type { Card } from '../../../platform/card.ts';
import { PlatformError } from '../../../platform/platform-error.ts';
import * as effects from '../../../store/effects.ts';
import type { Db } from '../../../store/engine.ts';
import * as conversations from '../../../store/first-conversations.ts';
import * as posts from '../../../store/posts.ts';
import { personHere, postedAt } from '../../addresses.ts';
import { draw, readerOf } from '../../drawing/draw.ts';
import { wishing } from '../../wishes.ts';
import { concerned } from '../concerned.ts';
import { type Doing, nothing, type Stage, type WishOf, type Within } from '../doing.ts';
import { standsAsSaid } from '../said-once.ts';

export const revise: Doing<'revise'> = {
  toOne: () => false,

  concerns: (tx, cop, { about }) => concerned(tx, cop, about),
  step: undefined,
  echoes: undefined,

  async perform(stage, wish) {
    const { platform, cop, effect } = stage;
    const all = await standing(stage, wish);
    const drawn = drawing(stage, wish);
    const deleted: Deleted[] = [];
    const missed: Missed[] = [];
    let left: LeftOver | undefined;
    for (const [n, one] of all.entries()) {
      const card = await drawn(one);
      if (!card) continue;
      const error = await platform.perform
        .revise({ message: postedAt(cop, one.post), card }, effect.id)
        .then(nothingWrong, (known: unknown) => ({ known }));
      if (!error) continue;
      if (isDeleted(error.known)) deleted.push({ ...missedOf(one), error: error.known });
      else if (isOutOfReach(error.known, cop)) missed.push(missedOf(one));
      else if (n > 0 && isAskedToWait(error.known)) left = { all: all.slice(n).map(missedOf), error: error.known };
      else throw error.known;
      if (left) break;
    }
    const times = wish.missed ?? 0;
    const again = times < mostMissed ? missed : [];
    if (deleted.length + again.length === 0 && !left) return nothing;
    return async (tx, wishes) => {
      const after = wishing(wishes, stage.now);
      const only = ({ copy, ...one }: Missed) => ({ ...wish, ...one, only: copy });
      const notBefore = stage.now + 60 * minute * 2 ** times;
      for (const one of again) after(later(cop), { cop, wish: { ...only(one), missed: times + 1 } }, { notBefore });
      const soon = { notBefore: stage.now + (left?.error.retryAfterMs ?? second) };
      for (const one of left?.all ?? []) after(effect.lane, { cop, wish: only(one) }, soon);
      await gone({ tx, after }, cop, deleted);
    };
  },
};

/** In the midst of them the platform said to wait: those that it had before have what they are to say. */
interface LeftOver {
  readonly all: readonly Missed[];
  readonly error: PlatformError;
}

interface WantedCopy extends Telling {
  readonly post: posts.Post;
}

const second = 1000;
const nothingWrong = () => undefined;
const missedOf = ({ post, ...one }: WantedCopy): Missed => ({
  ...one,
  copy: { channel: post.channelId, id: post.messageId },
});

/** All copies that are meant. */
async function standing({ bot, cop }: Stage, wish: WishOf<'revise'>): Promise<readonly WantedCopy[]> {
  const all: WantedCopy[] = [];
  for (const one of await tellingOf(bot.store.db, cop, wish)) {
    const copies = await posts.copiesOf(bot.store.db, cop.networkId, one.message, one.about);
    const wanted = copies.filter(copy => !isAt(copy, wish.except) && (!wish.only || isAt(copy, wish.only)));
    all.push(...wanted.map(post => ({ ...one, post })));
  }
  return all;
}

/** What each is to say, to whom it is said; nothing where somebody else is meant, or it stands as it was said. The same is drawn once. */
function drawing(stage: Stage, wish: WishOf<'revise'>): (one: WantedCopy) => Promise<Card | undefined> {
  const { db } = stage.bot.store;
  const cards = new Map<string, Card>();
  return async ({ post: copy, ...one }) => {
    const posted = ownEach.has(one.message)
      ? (await effects.byId(db, stage.cop.networkId, copy.effectId))?.wish
      : undefined;
    const shared = posted?.kind === 'post' ? posted.shared : undefined;
    const whom = posted?.kind === 'post' ? posted.whom : undefined;
    const addressee = posted && readerOf(posted);
    if (wish.to && addressee !== wish.to) return undefined;
    if (isWelcoming(one.message) && addressee && !(await personHere(db, stage.cop, addressee))?.role) return undefined; // what is new there is theirs no more
    if (await standsAsSaid(db, stage.cop, { ...one, effectId: copy.effectId }, posted, addressee)) return undefined;
    const same = `${one.message} ${one.about.id} ${copy.language} ${addressee}`;
    const known = shared || whom ? undefined : cards.get(same);
    const revised = { ...wish, ...one, ...(shared && { shared }), ...(whom && { whom }) };
    const card = known ?? (await draw(stage, db, revised, copy.language, addressee));
    if (!shared && !whom) cards.set(same, card);
    return card;
  };
}

interface Missed extends Telling {
  readonly copy: Copy;
}

interface Deleted extends Missed {
  readonly error: unknown;
}

/** An hour later, then after twice as long each time: three weeks in all. */
const mostMissed = 9;
/** Of their own: what waits so long is not what shows the next change of a card that can be reached. */
const later = ({ id }: Within): Lane => lane.beside(id, 'out-of-reach');

/** By hand: those hear of it to whom it belongs. */
async function gone(working: Parameters<typeof cardsGone>[0], cop: Cop, deleted: readonly Deleted[]): Promise<void> {
  const surely = deleted.filter(one => !standsAsItWas(one.error)).map(one => one.copy);
  const inSpace = surely.filter(one => one.channel === cop.spaceId);
  if (inSpace.length > 0) await cardsGone(working, cop, inSpace);
  for (const { message, about, copy, error } of deleted) {
    const isOfMessage = error instanceof PlatformError && error.whose === 'message';
    if (isHadAgain(message) && (isOfMessage || message !== 'meeting'))
      await posts.forget(working.tx, cop.networkId, message, about, copy);
    if (message !== 'first-conversation' || about.kind !== 'first-conversation') continue;
    if (!isOfMessage) continue;
    const view = await conversations.withCop(working.tx, cop.networkId, about.id, true);
    if (view) await conversationCardGone(working, view, copy);
  }
}

const isHadAgain = (message: MessageName): boolean => hadAgain.some(one => one === message);

interface Telling {
  readonly message: MessageName;
  readonly about: About;
}

/** The same in other words; and of a new CoP the Support Team hears by its first conversation, where one is asked for. */
async function tellingOf(db: Db, cop: Cop, { message, about, to }: WishOf<'revise'>): Promise<readonly Telling[]> {
  if (to) return [{ message, about }];
  const same = [message, ...(kindred[message] ?? [])].map(one => ({ message: one, about }));
  if (message !== 'cop-started') return same;
  const ids = await conversations.idsOf(db, cop.networkId, cop.id);
  return [
    ...same,
    ...ids.map(id => ({ message: 'first-conversation', about: { kind: 'first-conversation', id } }) as const),
  ];
}

/** Somebody deleted that copy, or the channel elsewhere into which it was shared. */
const isDeleted = (error: unknown): boolean =>
  error instanceof PlatformError && error.kind === 'gone' && error.whose !== 'bot';

/** It can't be changed any more, or is hidden: nobody did anything to it. */
const standsAsItWas = (error: unknown): boolean => error instanceof PlatformError && error.whose === 'nobody';

const isAskedToWait = (error: unknown): error is PlatformError =>
  error instanceof PlatformError && error.kind === 'rate-limited';

/** The bot was put out of a channel elsewhere, or may not do this there just now: nobody has to mend that, and it may be let in again. */
const isOutOfReach = (error: unknown, { spaceId }: Cop): boolean =>
  error instanceof PlatformError && error.place !== undefined && error.place !== spaceId;

const isAt = (one: posts.Post, copy: Copy | undefined): boolean =>
  one.channelId === copy?.channel && one.messageId === copy.id;
