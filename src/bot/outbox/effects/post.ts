import { type EffectState, isNeedless, type Wish } from '../../../domain/effect.ts';
import { toldOnce } from '../../../domain/message.ts';
import { readers } from '../../../domain/readers.ts';
import { PlatformError } from '../../../platform/platform-error.ts';
import * as effects from '../../../store/effects.ts';
import * as settings from '../../../store/settings.ts';
import * as told from '../../../store/told.ts';
import { addresseeOf, personHere } from '../../addresses.ts';
import { draw, readerOf } from '../../drawing/draw.ts';
import { languageOfAddressee } from '../../drawing/languages.ts';
import { arrived } from '../arrived.ts';
import { byTheWay } from '../by-the-way.ts';
import { asking, newcomer } from '../concerned.ts';
import { catchUp, noteCopy } from '../copies.ts';
import { type Doing, nothing, type Stage, type WishOf } from '../doing.ts';
import { findIt } from '../find-or-do.ts';
import { isOver } from '../while-so.ts';

/** What needed a hand, and does no more by the time that it could be told: it is done, or left, or its CoP closed and not in need of it. While it is tried again, that is waited for. */
async function isMended({ bot, cop, effect }: Stage, { about }: WishOf<'post'>): Promise<boolean> {
  if (about.kind !== 'effect') return false;
  const undone = await effects.byId(bot.store.db, cop.networkId, about.id);
  const isTried = undone !== undefined && !over.has(undone.state) && undone.dueAt <= bot.clock.now();
  const isNeeded = cop.state !== 'closed' || (undone && ofClosed.has(undone.wish.kind));
  if (isTried && isNeeded && effect.waits < mostWaits)
    throw new PlatformError('rate-limited', 'being_tried', { retryAfterMs: 1000 });
  return !isNeeded || undone?.state === 'done' || (undone !== undefined && isNeedless(undone));
}
/** What somebody still waits for of a CoP that is closed. */
const ofClosed: ReadonlySet<Wish['kind']> = new Set(['archive-space', 'reopen-space', 'send-harvest', 'forget']);
const over: ReadonlySet<EffectState> = new Set(['done', 'failed', 'skipped']);
const mostWaits = 10;

/** They have had it, from another CoP or another time. */
async function wasHad({ bot, cop, effect }: Stage, wish: WishOf<'post'>): Promise<boolean> {
  const reader = toldOnce.has(wish.message) ? readerOf(wish) : undefined;
  return !!reader && told.wasToldBefore(bot.store.db, cop.networkId, reader, wish.message, effect.id);
}

/** Whoever it is for, or welcomes, isn't here any more. */
async function hasLeft({ bot, cop }: Stage, wish: WishOf<'post'>): Promise<boolean> {
  const { db } = bot.store;
  const isFor = readers[wish.message];
  const reader = isFor === 'members' ? readerOf(wish) : undefined;
  const whom = isFor === 'newcomer' ? await newcomer(db, cop, wish.about) : reader;
  return !!whom && (await personHere(db, cop, whom))?.role === undefined;
}

export const post: Doing<'post'> = {
  toOne: ({ to }) => to !== 'space' && to !== 'support',

  async concerns(tx, cop, wish) {
    const { to, message, about } = wish;
    const reader = readerOf(wish);
    return [
      ...(reader ? [reader] : []),
      ...(to === 'support' ? await settings.supportPeople(tx, cop.networkId, cop.workspace) : []),
      ...(message === 'join-request' || message === 'join-request-reminder' ? await asking(tx, cop, about) : []),
    ];
  },
  step: 'guides',
  echoes: undefined,

  async perform(stage, wish) {
    const { bot, cop } = stage;
    const { db } = bot.store;
    const to = await addresseeOf(db, cop, wish);
    const isPast =
      (await isMended(stage, wish)) ||
      (await isOver(stage, wish)) ||
      (await wasHad(stage, wish)) ||
      (await hasLeft(stage, wish));
    if (!to || (isPast && stage.effect.intendedAt === undefined)) return nothing;
    const language = await languageOfAddressee(stage, wish);
    const card = await draw(stage, db, wish, language);
    const delivering = async () => {
      const found = await findIt(stage, 'post', { to, card });
      if (found || isPast) return found && { posted: found, card: wish.said && card }; // words that aren't kept can't be drawn again
      return { posted: await stage.platform.perform.post({ to, card }, stage.effect.id), card };
    };
    const delivered = await ('below' in to ? byTheWay(stage, delivering) : delivering());
    if (!delivered) return nothing;
    const { posted } = delivered;
    const said = { ...delivered, language };
    return async (tx, wishes) => {
      await noteCopy(stage, tx, wish, said);
      await arrived(stage, tx, wishes, wish, posted);
      await catchUp(stage, tx, wishes, wish, said);
    };
  },
};
