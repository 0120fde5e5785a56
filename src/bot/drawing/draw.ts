/** A message as its reader gets it: from the rows as they are now, in their language. */

import type { Wish } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { Said } from '../../domain/said.ts';
import { cardIn } from '../../messages/language.ts';
import { withOffer, withUnknown } from '../../messages/settings.ts';
import type { Card } from '../../platform/card.ts';
import type { ReplyRef } from '../../platform/chat-platform.ts';
import type { Db, Tx } from '../../store/engine.ts';
import type { Seal } from '../seal.ts';
import { type Drawing, render } from './render.ts';

export function replyOf(seal: Seal, wish: Extract<Wish, { kind: 'answer' }>): ReplyRef | undefined {
  const opened = wish.reply && seal.open(wish.reply, wish.to);
  return opened ? (JSON.parse(opened) as ReplyRef) : undefined;
}

export const draw = async (
  { bot, cop, effect, now }: Pick<Drawing, 'bot' | 'cop' | 'effect' | 'now'>,
  reader: Db | Tx,
  wish: Extract<Wish, { message: string }>,
  language: Language,
  addressee = readerOf(wish),
): Promise<Card> => {
  const { about } = wish;
  const card = await render(wish.message, {
    bot,
    cop,
    effect,
    now,
    reader,
    language,
    about,
    said: saidIn(bot.seal, wish),
    addressee,
    whom: 'whom' in wish ? wish.whom : undefined,
    ...('shared' in wish && { shared: wish.shared }),
  });
  return cardIn(wish.kind === 'answer' ? withMore(wish, card) : card, language);
};

const withMore = ({ offersSetup, tellsUnknown }: Extract<Wish, { kind: 'answer' }>, card: Card): Card =>
  tellsUnknown ? withUnknown(card) : offersSetup ? withOffer(card) : card;

/** Of a message to one person. */
export const readerOf = (wish: Wish): PersonId | undefined =>
  wish.kind === 'post' && typeof wish.to === 'string' && wish.to !== 'space' && wish.to !== 'support'
    ? wish.to
    : undefined;

function saidIn(seal: Seal, wish: Extract<Wish, { message: string }>): Said | undefined {
  if (wish.kind !== 'post' || !wish.said || typeof wish.to === 'object') return undefined;
  return { ...wish.said, words: wish.said.words && seal.open(wish.said.words, wish.to) };
}
