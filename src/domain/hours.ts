/** When something that comes by itself is no bother to somebody. What their hours are is told: that is arithmetic of time zones. */
export interface Hours {
  /** The first moment from then on at which it is no bother. */
  openFrom(time: number): number;
  /** The beginning of the day after. */
  nextDay(time: number): number;
  /** That day's name, for them: 2026-03-09. */
  dayOf(time: number): string;
}

/** Days as people write and read them, where they are. */
export interface Calendar {
  /** Where that is: an IANA name. */
  readonly zone: string;
  /** The moment that these words mean, or why they mean none; `skipped`: the clocks leave it out. */
  momentOf(words: string, now: number): number | 'unclear' | 'no-hour' | 'skipped';
  /** The same hour of the same day of the week in that zone, so many weeks later; in this one, where nobody knows that. */
  weeksAfter(time: number, weeks: number, zone: string): number;
  /** The same hour of the working day before. */
  workdayBefore(time: number): number;
  /** As it is written, and read again: 2026-03-09 14:00. */
  momentNamed(time: number): string;
  /** Nine in the morning of the day that these words mean; nothing, where they mean none that is clear. */
  morningOf(words: string, now: number): number | undefined;
  /** That day's name: 2026-03-09. */
  dayOf(time: number): string;
  /** Noon of that day: told as a day, it is the same one for who reads it some zones away. */
  noonOf(time: number): number;
  /** When each of so many months begins, up to the one of that time. */
  monthsUpTo(time: number, many: number): readonly number[];
}

/** What is told as a day begins with that day, whatever the hour was that it was reckoned from. */
export const hasCome = (day: number, now: number, { dayOf }: Pick<Calendar, 'dayOf'>): boolean =>
  dayOf(day) <= dayOf(now);
