/** What is asked of a platform when nobody waits for it: as slowly as it is told to, until it has answered. */
import type { PlatformName } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import type { Bot } from '../the-bot.ts';
import { pause } from './in-order.ts';
import type { Platforms } from './tend-libraries.ts';

/** `no`: the platform said so. `end`: it is gone itself, and says when it is back; or the bot is being stopped. */
export type Heard<T> = { readonly said: T } | 'no' | 'end';
export type AtItsPace = <T>(name: PlatformName, what: object, ask: () => Promise<T>) => Promise<Heard<T>>;

export function atItsPace(bot: Bot, platforms: Platforms, ending: AbortSignal | undefined): AtItsPace {
  return async (name, what, ask) => {
    for (let tries = 1; ; tries++) {
      if (ending?.aborted) return 'end';
      try {
        return { said: await ask() };
      } catch (error) {
        const wait = pauseAfter(name, what, error, tries);
        if (typeof wait === 'string') return wait;
        await pause(bot.clock, wait, ending);
      }
    }
  };

  function pauseAfter(name: PlatformName, what: object, error: unknown, tries: number): number | 'no' | 'end' {
    if (!(error instanceof PlatformError)) throw error;
    if (error.kind === 'rate-limited') return error.retryAfterMs ?? 1000;
    if (platforms.get(name)?.standing()?.state !== 'ok') return 'end'; // it says so when it is back
    if (error.whose === 'bot') return 'no';
    if (error.kind === 'unreachable' || error.kind === 'unknown-outcome') return 1000 * 2 ** Math.min(tries, 8);
    bot.log.warn({ ...what, code: error.code }, 'a space could not be looked at');
    return 'no';
  }
}
