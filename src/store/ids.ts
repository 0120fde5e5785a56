import { decodeTime, encodeTime, monotonicFactory } from 'ulid';

/** A clock that stands further back than this was set right: it is believed, as after a restart, and what is made by it is of that time. */
const setRightMs = 60_000;

let ulid = monotonicFactory();
let last = 0;

/** A new id; later ones sort after earlier ones, within this process even in the same millisecond, and where a clock goes back a little. */
export function newId<T extends string>(now: number): T {
  if (now < last - setRightMs) ulid = monotonicFactory();
  last = now;
  return ulid(now) as T;
}

/** Sorts before every id that is made from then on. */
export const idsFrom = (time: number): string => encodeTime(time, 10);

export const timeOf = (id: string): number => decodeTime(id);
