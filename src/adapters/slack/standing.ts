/** How it stands between Slack and the bot: its socket and its token, and since when the worse of the two. */
import type { Standing } from '../../platform/chat-platform.ts';

export type Part = 'socket' | 'token';
type State = Standing['state'];
const worse: readonly State[] = ['ok', 'reconnecting', 'stopped'];

export interface Keeping {
  /** Nothing before anything is known. */
  now(): Standing | undefined;
  /** What stopped stays so until it is ok: a failure that passes tells nothing of it. */
  is(part: Part, state: State): void;
}

export function standing(clock: () => number): Keeping {
  const parts: { socket: State; token: State } = { socket: 'reconnecting', token: 'ok' };
  let whole: Standing | undefined;
  return {
    now: () => whole,
    is(part, state) {
      if (parts[part] !== 'stopped' || state === 'ok') parts[part] = state;
      const worst = worse[Math.max(worse.indexOf(parts.socket), worse.indexOf(parts.token))] ?? 'stopped';
      if (whole?.state !== worst) whole = { state: worst, since: clock() };
    },
  };
}
