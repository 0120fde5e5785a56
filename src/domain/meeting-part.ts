/** Which core role somebody has tried out who took a part in a meeting. An External Messenger is one between meetings: no part is theirs. */
import type { CoreRole } from './core-role.ts';
import type { MeetingPart } from './meeting.ts';
import { monthsAfter } from './months.ts';

export const roleOfPart: Readonly<Record<MeetingPart, CoreRole>> = {
  open: 'agenda-activist',
  time: 'agenda-activist',
  write: 'social-reporter',
  newcomers: 'community-keeper',
  question: 'critical-friend',
};

const day = 24 * 3600_000;

/** When they are asked whether they enjoyed it: once they have slept on it. */
export const askedAfterMs = day;

/** At most once a person and quarter, whichever CoP it was in. */
export const mayBeAskedAgain = (askedAt: number, now: number): boolean => monthsAfter(askedAt, 3) <= now;
