import { PlatformError } from '../../platform/platform-error.ts';
import type { Stage } from './doing.ts';

/** What is good to have and no more: where a platform won't, nobody has to hear of it, and nothing waits for it. */
export async function byTheWay<T>({ bot, effect }: Stage, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PlatformError) || !['forbidden', 'gone', 'invalid', 'unsupported'].includes(error.kind))
      throw error;
    const { code, needed } = error;
    bot.log.info({ effect: effect.id, kind: effect.wish.kind, code, needed }, 'done without');
    return undefined;
  }
}
