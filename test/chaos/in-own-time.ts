/** Many pieces of work side by side. */
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Worlds that wait for most of their time: for each other, for a library's patience, on PostgreSQL for whoever looks now and then. At most
 * so many; how many there are at a moment is whatever this process has time for. Twelve on PostgreSQL hold a hundred of its connections.
 */
const mostWorlds = { sqlite: 16, postgres: 12 } as const;
export const worldsOn = (ground?: { readonly engine: keyof typeof mostWorlds }): number =>
  mostWorlds[ground?.engine ?? 'sqlite'];

export async function inOwnTime<T>(
  all: readonly T[],
  work: (one: T, n: number) => Promise<void>,
  many: number,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let n = next++; n < all.length; n = next++) await work(all[n] as T, n);
  };
  await Promise.all(Array.from({ length: many }, worker));
}

const busy = 0.6;
const lookEveryMs = 100;

/** Waits for a moment of which this process was busy for less than three fifths: one after the other, since each makes it busier. */
export function roomForOne(): () => Promise<void> {
  let before = Promise.resolve();
  const room = async () => {
    for (;;) {
      const since = performance.eventLoopUtilization();
      await sleep(lookEveryMs);
      if (performance.eventLoopUtilization(since).utilization < busy) return;
    }
  };
  return () => {
    before = before.then(room);
    return before;
  };
}
