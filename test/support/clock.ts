import { DateTime } from 'luxon';
import { hoursIn } from '../../src/bot/clockwork/hours.ts';
import type { Hours } from '../../src/domain/hours.ts';
import { type Clock, systemClock } from '../../src/jobs/clock.ts';
import { newId, timeOf } from '../../src/store/ids.ts';

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

/** The next such hour in London (1: Monday): where it matters whether something is a bother. */
export function coming(weekday: number, hour: number): number {
  const today = DateTime.fromMillis(Date.now(), { zone: 'Europe/London' }).startOf('day');
  const days = ((weekday - today.weekday + 6) % 7) + 1;
  return today.plus({ days }).set({ hour }).toMillis();
}

/** To the first time that is no bother to anybody, once what was due at `time` is due. */
export const goesOnTo = (
  clock: { now(): number; passes(ms: number): void },
  hours: Pick<Hours, 'openFrom'>,
  time: number,
): void => clock.passes(hours.openFrom(time + 60_000) - clock.now());

export interface MovableClock extends Clock {
  passes(ms: number): void;
  /** Milliseconds until the next timer rings. */
  untilNext(): number;
}

/** The real time, and as much more as a test lets pass: for the whole bot over the wire. `start`: no earlier than now. */
export function movableClock(start = Date.now()): MovableClock {
  let ahead = start - Date.now();
  const timers = new Set<{ time: number; callback: () => void; callOff: () => void }>();
  const now = () => Date.now() + ahead;
  return {
    now,
    at(time, callback) {
      const fire = () => {
        timers.delete(timer);
        callback();
      };
      const timer = { time, callback: fire, callOff: systemClock.at(Date.now() + time - now(), fire) };
      timers.add(timer);
      return () => {
        timer.callOff();
        timers.delete(timer);
      };
    },
    untilNext: () => Math.max(0, Math.min(...[...timers].map(one => one.time)) - now()),
    passes(ms) {
      ahead += ms;
      for (const timer of [...timers].filter(one => one.time <= now())) {
        timer.callOff();
        timer.callback();
      }
    },
  };
}

const day = 24 * 3600_000;
const operators = hoursIn(Intl.DateTimeFormat().resolvedOptions().timeZone);
/** So many days on, in the morning of a working day where this runs: when whoever runs the bot is bothered. */
export const goesOn = (days: number, clock: Parameters<typeof goesOnTo>[0]): ReturnType<typeof goesOnTo> =>
  goesOnTo(clock, operators, clock.now() + days * day);

/** As far on as the ids that tests have made in this process before, and that none goes back behind: where it matters what was said since when. */
export const clockOfIds = (): MovableClock => movableClock(timeOf(newId(Date.now())));
