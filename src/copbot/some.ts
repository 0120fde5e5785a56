/** What is typed behind an option, understood or refused in words. */
import { InvalidArgumentError } from 'commander';

const most = 100_000;

export function some(typed: string): number {
  const number = Number(typed);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new InvalidArgumentError(`It takes a whole number from 1 to ${most}.`);
}

/** `2026-11-26`, which begins by UTC; or with a time, which is this machine's where no zone is named. */
export function moment(typed: string): number {
  const at = Date.parse(typed);
  if (!Number.isNaN(at)) return at;
  throw new InvalidArgumentError('It takes a date, as in 2026-11-26 or 2026-11-26T09:30Z.');
}
