/** Faults to come: each applies to the calls of its name, after those that it lets pass, as often as told. */
import type { ServerResponse } from 'node:http';
import type { Fault } from '../driver.ts';

export interface Faults {
  add(fault: Fault): void;
  /** What goes wrong with calls for which nothing was told; nothing, until this is called again without a choice. */
  byChance(choose?: (name: string) => Fault['does'] | undefined): void;
  /** What goes wrong with this call, if anything. */
  take(name: string): Fault['does'] | undefined;
  /** With how many calls something went wrong so far. */
  struck(): number;
}

export function faults(): Faults {
  const waiting: { on: string; after: number; times: number; does: Fault['does'] }[] = [];
  let struck = 0;
  let chosen: ((name: string) => Fault['does'] | undefined) | undefined;
  return {
    byChance(choose) {
      chosen = choose;
    },
    add: ({ on, after = 0, times = 1, does }) => void waiting.push({ on, after, times, does }),
    take(name) {
      for (const fault of waiting) {
        if (fault.on !== name || fault.times === 0) continue;
        if (fault.after > 0) {
          fault.after -= 1;
          continue;
        }
        fault.times -= 1;
        struck += 1;
        return fault.does;
      }
      const does = chosen?.(name);
      if (does) struck += 1;
      return does;
    },
    struck: () => struck,
  };
}

/** What a proxy says, or a wall before the platform. */
export const webPage = '<!doctype html><title>Access denied</title>';

/** As much of an answer as comes before the line is cut. */
export function sayHalf(response: ServerResponse, said: string | Buffer = ''): void {
  const whole = Buffer.from(said);
  response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
}
