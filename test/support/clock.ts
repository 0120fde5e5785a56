import type { Clock } from '../../src/jobs/clock.ts';

export interface TestClock extends Clock {
  /** Time passes: what is due on the way is called, in order, and what it leads to is let happen. */
  advance(ms: number): Promise<void>;
}

export function testClock(start = Date.UTC(2026, 2, 3, 9)): TestClock {
  let now = start;
  const timers = new Set<{ time: number; callback: () => void }>();
  return {
    now: () => now,
    at(time, callback) {
      const timer = { time, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = [...timers].filter(timer => timer.time <= end).sort((a, b) => a.time - b.time);
        if (!next) break;
        now = Math.max(now, next.time);
        timers.delete(next);
        next.callback();
        await new Promise(resolve => setImmediate(resolve));
      }
      now = end;
      await new Promise(resolve => setImmediate(resolve));
    },
  };
}
