/** What went over the wire, oldest first, without tokens. */
import type { Traffic } from '../driver.ts';
import type { Json } from './state.ts';

export interface Wire {
  readonly all: readonly Traffic[];
  note(entry: Omit<Traffic, 'at'>): void;
  clear(): void;
}

export function wire(now: () => number, changed: () => void): Wire {
  const all: Traffic[] = [];
  return {
    all,
    note(entry) {
      all.push({ at: now(), ...entry });
      changed();
    },
    clear: () => void all.splice(0),
  };
}

/** A call's arguments as logged: JSON in form fields opened, the token left out. */
export function readable(args: Json): Json {
  return Object.fromEntries(
    Object.entries(args)
      .filter(([key]) => key !== 'token')
      .map(([key, value]) => {
        if (typeof value !== 'string' || !/^[[{]/.test(value)) return [key, value];
        try {
          return [key, JSON.parse(value)];
        } catch {
          return [key, value];
        }
      }),
  );
}
