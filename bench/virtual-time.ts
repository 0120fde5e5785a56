/** Time that passes when nothing is left to do at this moment: an hour of waiting takes as long as what happens in it. */
import type { Clock } from '../src/jobs/clock.ts';

export interface VirtualTime extends Clock {
  sleep(ms: number): Promise<void>;
  /** As long as this is under way, and not asleep, no time passes. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Lets time pass until it is over. `moves` grows with whatever is heard of. */
  until(over: () => Promise<boolean>, moves: () => number): Promise<void>;
}

const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
/** So many turns of the loop without anything heard: what goes over this machine's loopback is through by then. */
const still = 4;

export function virtualTime(start: number): VirtualTime {
  let now = start;
  let awake = 0;
  const timers = new Set<{ readonly time: number; readonly callback: () => void }>();

  function at(time: number, callback: () => void): () => void {
    const timer = { time, callback };
    timers.add(timer);
    return () => void timers.delete(timer);
  }

  async function quiet(moves: () => number): Promise<void> {
    let heard = moves();
    for (let n = 0; n < still; n++) {
      await turn();
      if (awake <= 0 && moves() === heard) continue;
      heard = moves();
      n = -1;
    }
  }

  function next(): void {
    const [first] = [...timers].sort((a, b) => a.time - b.time);
    if (!first) throw new Error('nothing is left to wait for');
    timers.delete(first);
    now = Math.max(now, first.time);
    first.callback();
  }

  return {
    now: () => now,
    at,
    async sleep(ms) {
      awake -= 1;
      await new Promise<void>(resolve => at(now + ms, resolve));
      awake += 1;
    },
    async during(work) {
      awake += 1;
      try {
        return await work();
      } finally {
        awake -= 1;
      }
    },
    async until(over, moves) {
      for (;;) {
        await quiet(moves);
        if (await over()) return;
        next();
      }
    },
  };
}
