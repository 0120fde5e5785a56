/**
 * When the platform may be asked what. Known limits are kept ahead of time, and where a platform said to wait, nobody asks the same
 * meanwhile. A short wait is waited out; who would wait longer is told until when, and that moment is kept for them. What people wait for
 * never stands in line.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { attempt } from './attempt.ts';
import { PlatformError } from './platform-error.ts';
import { type Limit, type Window, windowOf } from './window.ts';

/** Its time only goes on: nobody sets it. */
export interface PaceClock {
  now(): number;
  sleep(ms: number): Promise<unknown>;
}

export const monotonic: PaceClock = {
  now: () => performance.now(),
  /** Never less: a timer counts whole milliseconds and may ring up to one too early, when it is nobody's turn yet. */
  async sleep(ms) {
    const end = performance.now() + ms;
    for (let left = ms; left > 0; left = end - performance.now())
      await sleep(Math.ceil(left), undefined, { ref: false });
  },
};

export interface Paced {
  readonly name: string;
  readonly limit?: Limit | undefined;
}

export interface Pace {
  /** Once the call may be made; otherwise `rate-limited`, with the time to wait. `at-once`: goes on with what was begun, or somebody waits. */
  turn(asking: readonly Paced[], how?: 'at-once'): Promise<void>;
  /** Its turn is taken now, for the call of the same name later in this attempt. */
  ahead(asking: readonly Paced[]): Promise<void>;
  /** The platform said no. */
  hold(what: Paced, ms: number): void;
}

export const momentMs = 1000;
const most = 5000;

export function pacing({ now, sleep }: PaceClock): Pace {
  const windows = new Map<string, Window>();
  const promised = new Map<string, number>();

  function window({ name, limit }: Paced): Window {
    const known = windows.get(name);
    if (known) return known;
    if (windows.size > most) for (const [other, one] of windows) if (one.idle(now())) windows.delete(other);
    const made = windowOf(limit);
    windows.set(name, made);
    return made;
  }

  function atOnce(all: readonly Window[]): void {
    refuseUnder(Math.max(...all.map(one => Math.max(one.heldUntil(), one.fullUntil(now())))) - now());
    for (const one of all) one.note(now());
  }

  /** When it is its turn; noted there. */
  function stand(all: readonly Window[], id: string): number {
    const was = promised.get(id);
    promised.delete(id);
    if (was !== undefined) for (const one of all) one.drop(was);
    const at = Math.max(...all.map(one => one.next(now(), was)));
    for (const one of all) one.note(at);
    return at;
  }

  function promise(id: string, at: number): void {
    if (promised.size > most) for (const [other, then] of promised) if (then < now()) promised.delete(other);
    promised.set(id, at);
  }

  async function turn(asking: readonly Paced[], how?: 'at-once'): Promise<void> {
    const all = asking.map(window);
    const names = asking.map(one => one.name).join(' ');
    const mine = attempt();
    if (mine?.turns.delete(names)) return;
    if (!mine || how === 'at-once') return atOnce(all);
    const id = `${mine.key} ${names}`;
    const at = stand(all, id);
    const wait = at - now();
    if (wait <= 0) return;
    if (wait > momentMs) {
      promise(id, at);
      return refuseUnder(wait);
    }
    await sleep(wait);
    refuseUnder(Math.max(...all.map(one => one.heldUntil())) - now());
  }

  return {
    turn,
    async ahead(asking) {
      const mine = attempt();
      if (!mine) return;
      await turn(asking);
      mine.turns.add(asking.map(one => one.name).join(' '));
    },
    hold: (what, ms) => window(what).hold(now() + ms),
  };
}

function refuseUnder(wait: number): void {
  if (wait > 0) throw new PlatformError('rate-limited', 'paced', { retryAfterMs: Math.ceil(wait) });
}
