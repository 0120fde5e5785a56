/** How it stands between Discord and the bot, and since when. */
import type { Connection } from '../../platform/chat-platform.ts';

type State = Connection['state'];

export interface Keeping {
  /** Nothing before it ever stood, nor after the end. */
  now(): Connection | undefined;
  /** Answers whether that is new. */
  is(state: State): boolean;
  end(): void;
}

export function keeping(clock: () => number): Keeping {
  let known: Connection | undefined;
  return {
    now: () => known,
    is(state) {
      if (known?.state === state) return false;
      known = { state, since: clock() };
      return true;
    },
    end() {
      known = undefined;
    },
  };
}
