/** One attempt at one effect: claimed, performed, written down. */
import type { Cop } from '../../domain/cop.ts';
import { calledOff } from '../../domain/trouble.ts';
import { attempting } from '../../platform/attempt.ts';
import type { ChatPlatform } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import * as cops from '../../store/cops.ts';
import type { StoredEffect } from '../../store/effects.ts';
import { isStoreTrouble } from '../../store/trouble.ts';
import type { LiveAnswers } from '../drawing/live-answer.ts';
import type { Bot } from '../the-bot.ts';
import { claiming, LostClaim } from './claimed.ts';
import type { Receipt, Stage } from './doing.ts';
import { doingOf } from './effects/index.ts';
import { type Claimed, settling } from './settle.ts';

/** False where somebody else has it. */
export function attempts(
  bot: Bot,
  shown: Pick<LiveAnswers, 'last'>,
): (platform: ChatPlatform, effect: StoredEffect) => Promise<boolean> {
  const { db } = bot.store;
  const claim = claiming(bot);
  const { done, notDone } = settling(bot);

  return async (platform, effect) => {
    const claimed = await claim(effect);
    if (!claimed) return false;
    try {
      const stands = effect.wish.kind === 'answer' ? await shown.last(effect.id) : undefined;
      const cop = await cops.byId(db, effect.networkId, effect.copId);
      if (!cop) throw new Error(`effect ${effect.id} is about a CoP that is not there`);
      await performed(cop, { ...effect, claimed }, { bot, platform, cop, effect, now: bot.clock.now(), stands });
      return true;
    } catch (error) {
      claimed.leave();
      if (!(error instanceof LostClaim)) throw error;
      bot.log.info({ effect: effect.id, kind: effect.wish.kind }, 'an effect was taken over by another process');
      return false;
    }
  };

  /** What is done is done: if only its receipt can't be written, that is no failure of the effect's. It stays intended, and is found again. */
  async function performed(cop: Cop, effect: Claimed, stage: Stage): Promise<void> {
    let receipt: Receipt;
    try {
      receipt = await effect.claimed.during(() => perform(stage));
    } catch (error) {
      const heldBack = effect.claimed.heldBack();
      if (heldBack) throw heldBack;
      const isOurs = !(error instanceof PlatformError) || error.code === 'bug'; // also in what an adapter asked of the store meanwhile
      if (isOurs && isStoreTrouble(error)) throw error;
      return notDone(effect, cop, error);
    }
    await done(effect, receipt);
  }

  async function perform(stage: Stage): Promise<Receipt> {
    const { wish, id, error } = stage.effect;
    if (error?.code === calledOff.code) throw new PlatformError('unsupported', calledOff.code);
    const doing = doingOf(wish);
    if (!doing) throw new Error(`nobody knows how to do ${wish.kind}`);
    return attempting(id, () => doing.perform(stage, wish as never));
  }
}
