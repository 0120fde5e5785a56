import type { ChatPlatform } from '../../platform/chat-platform.ts';
import * as cops from '../../store/cops.ts';
import type { StoredEffect } from '../../store/effects.ts';
import * as effects from '../../store/effects.ts';
import { draw, replyOf } from '../drawing/draw.ts';
import { languageOfAddressee } from '../drawing/languages.ts';
import type { LiveAnswers } from '../drawing/live-answer.ts';
import type { Bot } from '../the-bot.ts';

/** While the private answer of the same press waits, it is kept current. */
export async function showProgress(
  bot: Bot,
  shown: LiveAnswers,
  platform: ChatPlatform,
  effect: StoredEffect,
): Promise<void> {
  const { db } = bot.store;
  const answer = effect.wish.kind === 'answer' ? undefined : await effects.answerOf(db, effect.batch);
  if (answer?.wish.kind !== 'answer') return;
  const { wish } = answer;
  const reply = replyOf(bot.seal, wish);
  if (!reply || reply.expiresAt <= bot.clock.now()) return;
  const card = async () => {
    const cop = await cops.byId(db, effect.networkId, effect.copId);
    if (!cop) throw new Error('no such CoP');
    const drawn = { bot, platform, cop, effect: answer, now: bot.clock.now() };
    return draw(drawn, db, wish, await languageOfAddressee(drawn, wish));
  };
  shown.draw(answer.id, {
    card,
    show: next => platform.perform.answer({ reply, card: next }, answer.id),
    again: () => showProgress(bot, shown, platform, effect),
  });
}
