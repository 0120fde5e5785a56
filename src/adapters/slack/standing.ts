/** How it stands between Slack and the bot: its socket and its token, and since when the worse of the two. */
import type { Connection } from '../../platform/chat-platform.ts';

export type Half = 'socket' | 'token';
type State = Connection['state'];
const worse: readonly State[] = ['ok', 'reconnecting', 'stopped'];

export interface Keeping {
  /** Nothing before anything is known. */
  now(): Connection | undefined;
  /** What stopped stays so until it is ok: a failure that passes tells nothing of it. */
  is(half: Half, state: State): void;
}

export function standing(clock: () => number): Keeping {
  const parts: { socket: State; token: State } = { socket: 'reconnecting', token: 'ok' };
  let whole: Connection | undefined;
  return {
    now: () => whole,
    is(half, state) {
      if (parts[half] !== 'stopped' || state === 'ok') parts[half] = state;
      const worst = worse[Math.max(worse.indexOf(parts.socket), worse.indexOf(parts.token))] ?? 'stopped';
      if (whole?.state !== worst) whole = { state: worst, since: clock() };
    },
  };
}
