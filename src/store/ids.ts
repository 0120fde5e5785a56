import { decodeTime, encodeTime, monotonicFactory } from 'ulid';

const ulid = monotonicFactory();

/** A new id; later ones sort after earlier ones, within this process even in the same millisecond. */
export const newId = <T extends string>(now: number): T => ulid(now) as T;

/** Sorts before every id that is made from then on. */
export const idsFrom = (time: number): string => encodeTime(time, 10);

export const timeOf = (id: string): number => decodeTime(id);
