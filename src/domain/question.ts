/** What somebody asks those who look after a CoP, before they ask to join. */
import type { Calendar } from './hours.ts';

export const limits = { words: 500 } as const;

const week = 7 * 24 * 3600_000;

/** In the middle of the day that is told. */
export const asksAgainFrom = (last: number, { noonOf }: Pick<Calendar, 'noonOf'>): number => noonOf(last + week);
