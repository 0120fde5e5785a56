/** What wakes and shares the work of the outbox. The effects table is the truth; this only says when to look at which lane. */
import type { Lane } from '../domain/effect.ts';
import type { Db, Tx } from '../store/engine.ts';

/** A lane, and the platform whose adapter its effects need: only a process that serves that platform drains it. */
export interface Work {
  readonly lane: Lane;
  readonly platform: string;
  /** Whoever was at work on it has left it: it is waited for no longer. */
  readonly left?: boolean;
}

export interface Drains {
  /** Performs what is due in a lane, in order; answers when it wants to be woken again, if nobody else wakes it sooner. */
  drain(work: Work): Promise<number | undefined>;
  /** Lanes with something due: what a crash left behind, and what nobody woke. */
  due(now: number): Promise<readonly Work[]>;
}

export interface Jobs {
  /** From now on lanes of these platforms are drained: each by one drainer at a time, different lanes side by side. */
  start(platforms: readonly string[], drains: Drains): Promise<void>;
  /** In the transaction that wrote the effects: heard only if it commits. */
  wake(tx: Tx | Db, work: readonly Work[]): Promise<void>;
  /** No drain is begun from now on; resolves when those under way have ended. */
  stop(): Promise<void>;
}
