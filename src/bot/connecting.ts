/** Platform after platform lets the bot in, each in its own time; what is due on one waits until it has. */
import { manners } from '../domain/platforms.ts';
import type { Drains } from '../jobs/jobs.ts';
import type { ChatPlatform, CommandSpec, Inbox, PlatformName } from '../platform/chat-platform.ts';
import { PlatformError } from '../platform/platform-error.ts';
import type { Bot } from './the-bot.ts';

/** Said to the operator, in place of a stack. */
export class NotConnected extends Error {
  constructor(platform: PlatformName, cause: Error) {
    const { name } = manners[platform];
    const remedy = cause instanceof PlatformError ? cause.remedy : undefined;
    const todo = remedy
      ? `What to do: ${remedy}.`
      : `Is the token in .env the right one, and can ${name} be reached from here?`;
    super(`${name} did not let the bot in: ${cause.message}. ${todo}`, { cause });
  }
}

export interface Connecting {
  /** Those of platforms that have let the bot in; the others' count no attempt meanwhile. */
  readonly drains: Drains;
  /** Fails with NotConnected. */
  connect(platform: ChatPlatform, specs: readonly CommandSpec[], inbox: Inbox): Promise<void>;
  /** All that came in while the bot was away is taken in. */
  caughtUp(): Promise<unknown>;
}

export function connecting({ jobs, store, clock, log }: Bot, all: Drains, ending: AbortSignal): Connecting {
  const here = new Set<string>();
  const catchingUp: Promise<void>[] = [];
  const drains: Drains = {
    drain: async work => (here.has(work.platform) ? all.drain(work) : undefined),
    due: async now => (await all.due(now)).filter(work => here.has(work.platform)),
  };

  async function wakeAll(platform: PlatformName): Promise<void> {
    try {
      await jobs.wake(store.db, await drains.due(clock.now()));
    } catch (err) {
      log.error({ err, platform }, 'what waited for a platform could not be woken; the sweep will');
    }
  }

  return {
    drains,
    async connect(platform, specs, inbox) {
      const { name } = platform;
      try {
        await platform.start(specs, inbox);
      } catch (cause) {
        if (ending.aborted) return;
        throw new NotConnected(name, cause as Error);
      }
      if (ending.aborted) return;
      here.add(name);
      catchingUp.push(inbox.happened({ kind: 'returned', platform: name }));
      await wakeAll(name);
    },
    caughtUp: () => Promise.all(catchingUp),
  };
}
