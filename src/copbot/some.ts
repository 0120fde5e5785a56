/** What is typed behind an option, understood or refused in words. */
import { InvalidArgumentError } from 'commander';

const most = 100_000;

export function some(typed: string): number {
  const number = Number(typed);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new InvalidArgumentError(`It takes a whole number from 1 to ${most}.`);
}

/** Of as many as are to be shown, and one more, the latest first; and what is said below them, where there are more. */
export function firstOf<T>(
  found: readonly T[],
  shown: number,
): { readonly some: readonly T[]; readonly more?: string } {
  if (found.length <= shown) return { some: found };
  return {
    some: found.slice(0, shown),
    more: `The latest ${shown}; there are more: --most ${Math.min(most, shown * 10)}`,
  };
}

const dated = /^(\d{4}-\d\d-\d\d)([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** `2026-11-26`, which begins by UTC; or with a time, which is this machine's where no zone is named. Nothing else: JavaScript takes `5` for May 2001, and the 30th of February for a day in March. */
export function moment(typed: string): number {
  const [, day] = dated.exec(typed) ?? [];
  const at = day === undefined ? Number.NaN : Date.parse(typed.replace(' ', 'T'));
  if (!Number.isNaN(at) && new Date(`${day}T00:00Z`).toISOString().startsWith(`${day}`)) return at;
  throw new InvalidArgumentError('It takes a date, as in 2026-11-26 or 2026-11-26T09:30Z.');
}
