/** What went over the wire, oldest first, without tokens. */
import type { Traffic } from '../driver.ts';

export interface Wire {
  readonly all: readonly Traffic[];
  note(entry: Omit<Traffic, 'at' | 'n'>): void;
  clear(): void;
}

/** A playground may run for days: what is older is let go. */
const most = 5000;

export function wire(now: () => number, changed: () => void): Wire {
  const all: Traffic[] = [];
  let n = 0;
  return {
    all,
    note(entry) {
      n += 1;
      if (all.length >= most) all.shift();
      all.push({ n, at: now(), ...entry });
      changed();
    },
    clear: () => void all.splice(0),
  };
}
