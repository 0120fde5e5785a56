/** Meetings as calendars read them (RFC 5545): in the time zone that each was meant in, so that it stays at its hour when the clocks change. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { DateTime } from 'luxon';
import { tzlib_get_ical_block, tzlib_get_timezones } from 'timezones-ical-library';

export interface InCalendar {
  /** The same for good: what is sent again takes the place of what was there. */
  readonly uid: string;
  /** Rises with each change. */
  readonly sequence: number;
  readonly changedAt: number;
  readonly startsAt: number;
  readonly endsAt: number;
  /** An IANA name. */
  readonly timeZone: string;
  /** Whose it is. */
  readonly by: string;
  readonly title: string;
  readonly words: string;
  /** A link, or the name of a room. */
  readonly place: string;
  readonly isOff: boolean;
}

/** RFC 2606: leads nowhere. */
const nobodys = 'meetings@cop-bot.invalid';

const zones: ReadonlySet<string> = new Set([tzlib_get_timezones()].flat());

/** One, sent to somebody: what was called off is taken out again. */
export const calendarFile = (one: InCalendar): string =>
  drawn([one], one.isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH);

/** All of somebody's, read again and again. */
export const calendarFeed = (name: string, all: readonly InCalendar[]): string =>
  drawn(all, ICalCalendarMethod.PUBLISH, name);

function drawn(all: readonly InCalendar[], method: ICalCalendarMethod, name?: string): string {
  const calendar = ical({
    prodId: { company: 'cop-bot', product: 'meetings' },
    ...(name && { name }),
    method,
    timezone: { name: null, generator: rulesOf },
  });
  for (const one of all) {
    const zone = zones.has(one.timeZone) && isClear(one) ? one.timeZone : undefined;
    const local = (time: number) => DateTime.fromMillis(time, { zone: zone ?? 'utc' });
    calendar.createEvent({
      id: one.uid,
      sequence: one.sequence,
      stamp: DateTime.fromMillis(one.changedAt, { zone: 'utc' }),
      start: local(one.startsAt),
      end: local(one.endsAt),
      ...(zone && { timezone: zone }),
      organizer: { name: one.by, email: nobodys }, // RFC 5546 wants one; nobody is to be written to
      summary: one.title,
      description: one.words,
      location: one.place,
      status: one.isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

/** In the hour that there is twice when clocks are put back, what they show is either of two times, and calendars differ in which they take it for. */
const isClear = ({ startsAt, endsAt, timeZone: zone }: InCalendar): boolean =>
  [startsAt, endsAt].every(time => DateTime.fromMillis(time, { zone }).getPossibleOffsets().length < 2);

/** When the clocks change there. Of UTC they don't, and a zone that nobody knows is told in UTC. */
const rulesOf = (zone: string): string | null => [tzlib_get_ical_block(zone)].flat()[0] ?? null;
