/**
 * Who the bot itself is just letting in or out. Discord tells of it by CHANNEL_UPDATE, before or after it answers the call, and doesn't
 * say who did it; until then what the cache says of that person is out of date.
 */
export interface Echoes {
  expect(space: string, person: string): void;
  /** The call came to nothing. */
  unexpect(space: string, person: string): void;
  pending(space: string, person: string): boolean;
  /** Of anybody. */
  pendingIn(space: string): boolean;
  /** True once for each that was expected. */
  heard(space: string, person: string): boolean;
}

const patienceMs = 60_000;
const most = 5000;

export function listening(now: () => number): Echoes {
  const expected = new Map<string, number>();
  const keyOf = (space: string, person: string) => `${space}/${person}`;
  const pending = (key: string) => (expected.get(key) ?? 0) > now();
  return {
    expect(space, person) {
      const key = keyOf(space, person);
      expected.delete(key);
      expected.set(key, now() + patienceMs);
      if (expected.size > most) expected.delete(expected.keys().next().value as string);
    },
    unexpect: (space, person) => void expected.delete(keyOf(space, person)),
    pending: (space, person) => pending(keyOf(space, person)),
    pendingIn: space => [...expected.keys()].some(key => key.startsWith(`${space}/`) && pending(key)),
    heard(space, person) {
      const key = keyOf(space, person);
      const awaited = pending(key);
      expected.delete(key);
      return awaited;
    },
  };
}
