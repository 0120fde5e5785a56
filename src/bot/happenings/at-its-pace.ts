/** What is asked of a platform when nobody waits for it: as slowly as it is told to, until it has answered. */
import type { PlatformName } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import type { Bot } from '../the-bot.ts';
import { isOfTheStore, pause } from './in-order.ts';
import type { Platforms } from './tend-libraries.ts';

/** Then the others have their turn; the next look comes by it again. */
const mostTries = 5;

/** `no`: the platform said so, or nothing, however often it was asked; or something is wrong with it. `end`: it is gone itself, and says when it is back; or the bot is being stopped. */
export type Heard<T> = { readonly said: T } | 'no' | 'end';
export type AtItsPace = <T>(name: PlatformName, what: object, ask: () => Promise<T>) => Promise<Heard<T>>;

export function atItsPace(bot: Bot, platforms: Platforms, ending: AbortSignal | undefined): AtItsPace {
  return async (name, what, ask) => {
    for (let unheard = 0; ; ) {
      if (ending?.aborted) return 'end';
      try {
        return { said: await ask() };
      } catch (error) {
        const isAskedToWait = error instanceof PlatformError && error.kind === 'rate-limited';
        if (!isAskedToWait) unheard++;
        const wait = pauseAfter(name, what, error, unheard);
        if (typeof wait === 'string') return wait;
        await pause(bot.clock, wait, ending);
      }
    }
  };

  function pauseAfter(name: PlatformName, what: object, error: unknown, unheard: number): number | 'no' | 'end' {
    if (isOfTheStore(error)) throw error;
    if (!(error instanceof PlatformError)) return notLooked(what, error);
    if (error.kind === 'rate-limited') return error.retryAfterMs ?? 1000;
    if (platforms.get(name)?.standing()?.state !== 'ok') return 'end'; // it says so when it is back
    if (error.whose === 'bot') return 'no';
    if (['unreachable', 'unknown-outcome'].includes(error.kind) && unheard < mostTries) return 1000 * 2 ** unheard;
    bot.log.warn({ ...what, code: error.code }, 'a space could not be looked at');
    return 'no';
  }

  function notLooked(what: object, err: unknown): 'no' {
    bot.log.error({ err, ...what }, 'a space could not be looked at');
    return 'no';
  }
}
