import { meetsAt, type UnfitMoment } from '../../domain/meeting.ts';
import { isTyped } from '../../messages/meeting-form.ts';
import type { ReadScope, Subjects } from '../command.ts';

type Reading = Pick<ReadScope<Pick<Subjects['cop'], 'cop'>, 'zone'>, 'subject' | 'calendar' | 'now' | 'options'>;

/** When they mean: picked, as epoch milliseconds, where the platform has a picker; else as it is typed, in the zone in which it was asked for. */
export function readMoment({ subject: { cop }, calendar, now, options }: Reading, said = ''): number | UnfitMoment {
  if (isTyped(cop) && options.zone !== undefined && options.zone !== calendar.zone) return 'another-zone';
  const isPicked = !isTyped(cop) && /^\d{12,14}$/.test(said);
  return meetsAt(isPicked ? Number(said) : calendar.momentOf(said, now), now);
}
