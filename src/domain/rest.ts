/** A CoP rests: nobody is asked for anything, until it wakes by itself or somebody wakes it. Who asks in is answered all the same. */
import type { Cop } from './cop.ts';

type Resting = Pick<Cop, 'restingSince'>;

export const isResting = ({ restingSince }: Resting): boolean => restingSince !== undefined;

/** From now on, or for another time than was said before. */
export const resting = (cop: Cop, now: number, until: number | undefined): Cop => ({
  ...cop,
  restingSince: cop.restingSince ?? now,
  restingUntil: until,
});

export const awake = (cop: Cop): Cop => ({ ...cop, restingSince: undefined, restingUntil: undefined });

const day = 24 * 3600_000;
const atMost = 366 * day;

/** What can't be taken of a day that somebody means: it says nothing, it is over, or it is too far away. */
export type UnfitDay = 'unclear' | 'past' | 'too-far';

export function restsUntil(morning: number | undefined, now: number): number | UnfitDay {
  if (morning === undefined) return 'unclear';
  if (morning <= now) return 'past';
  return morning - now > atMost ? 'too-far' : morning;
}
