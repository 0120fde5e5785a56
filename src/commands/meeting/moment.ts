import { meetsAt, type UnfitMoment } from '../../domain/meeting.ts';
import { isTyped } from '../../messages/meeting-form.ts';
import type { ReadScope, Subjects } from '../command.ts';

type Reading = Pick<ReadScope<Pick<Subjects['cop'], 'cop'>>, 'subject' | 'calendar' | 'now'>;

/** When they mean: picked, as epoch milliseconds, where the platform has a picker; else as it is typed. */
export function readMoment({ subject: { cop }, calendar, now }: Reading, said = ''): number | UnfitMoment {
  const isPicked = !isTyped(cop) && /^\d{12,14}$/.test(said);
  return meetsAt(isPicked ? Number(said) : calendar.momentOf(said, now), now);
}
