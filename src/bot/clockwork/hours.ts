/** When a reminder is no bother: between 9 and 17 on weekdays, where the reader is. */
import { DateTime, IANAZone } from 'luxon';
import type { Hours } from '../../domain/hours.ts';

const opens = 9;
const closes = 17;

/** In a time zone by its IANA name; a name that nobody knows is UTC. Days are as long as that zone makes them. */
export function hoursIn(name: string): Hours {
  const zone = IANAZone.isValidZone(name) ? name : 'utc';
  const there = (time: number) => DateTime.fromMillis(time, { zone });
  return {
    openFrom(time) {
      const now = there(time);
      if (now.weekday <= 5 && now.hour >= opens && now.hour < closes) return time;
      let morning = now.hour < opens ? now : now.plus({ days: 1 });
      while (morning.weekday > 5) morning = morning.plus({ days: 1 });
      return morning.set({ hour: opens, minute: 0, second: 0, millisecond: 0 }).toMillis();
    },
    nextDay: time => there(time).plus({ days: 1 }).startOf('day').toMillis(),
    dayOf: time => there(time).toFormat('yyyy-MM-dd'),
  };
}
