/**
 * One attempt at something that takes several calls. Whoever makes the calls notes here what took effect: a later call that was refused
 * then doesn't mean that nothing was done. What people wait for at this moment is no attempt.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { PlatformError } from './platform-error.ts';

export interface Attempt {
  /** The same when it is tried again. */
  readonly key: string;
  begun: boolean;
  /** Calls that it may make already. */
  readonly turns: Set<string>;
}

const underWay = new AsyncLocalStorage<Attempt>();

export const attempt = (): Attempt | undefined => underWay.getStore();

/** Within another it is a part of that. */
export function attempting<T>(key: string, work: () => Promise<T>): Promise<T> {
  if (attempt()) return work();
  const mine: Attempt = { key, begun: false, turns: new Set() };
  return underWay.run(mine, () =>
    work().catch((error: unknown) => {
      throw mine.begun && error instanceof PlatformError ? error.afterOthers() : error;
    }),
  );
}

/** Something of it is to be seen on the platform now. */
export function tookEffect(): void {
  const mine = attempt();
  if (mine) mine.begun = true;
}
