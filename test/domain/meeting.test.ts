/** Where a meeting is, when its best date is proposed, and as which of its states calendars know it. */
import { expect, it } from 'vitest';
import {
  called,
  cancelled,
  isLink,
  type Meeting,
  moved,
  placeFrom,
  proposesAt,
  standsAs,
} from '../../src/domain/meeting.ts';

const hour = 3600_000;
const day = 24 * hour;

it.each([
  ['Room 4', 'Room 4'],
  ['Room: 4', 'Room: 4'],
  ['Room:4', 'Room:4'],
  ['', undefined],
  ['Hier', undefined],
  ['meet.example.org/heels', 'https://meet.example.org/heels'],
  ['https://intranet/rooms/4', 'https://intranet/rooms/4'],
] as const)('meets at %o', (typed, place) => expect(placeFrom(typed)).toEqual({ place }));

it.each([
  ['https://[', 'broken'],
  ['https://', 'broken'],
  ['https:meet', 'broken'],
  ['https://example.org:99999/heels', 'broken'],
  ['https://meet.example.org/our room', 'broken'],
  ['javascript:alert(1)', 'not-the-web'],
  ['https://me:secret@example.org', 'with-password'],
  [`https://example.org/${'ä'.repeat(300)}`, 'too-long'], // as an address it is thrice as long
] as const)('meets never at %o', (typed, fault) => {
  expect(placeFrom(typed)).toEqual({ fault });
  expect(isLink(typed) && fault === 'broken').toBe(false);
});

it('proposes in good time: three days ahead in working hours, or at a time of day when somebody is about', () => {
  expect(proposesAt(10 * day, 0)).toEqual({ dueAt: 7 * day, minding: 'workspace' });
  expect(proposesAt(2 * day + hour, 0)).toEqual({ dueAt: 2 * day });
  expect(proposesAt(2 * day, 0)).toEqual({ dueAt: day });
  expect(proposesAt(15 * hour, 0)).toEqual({ dueAt: 4 * hour });
  expect(proposesAt(6 * hour, 0)).toEqual({ dueAt: 3 * hour });
});

it('is another one to calendars once with each change, the last included', () => {
  const drafted = {
    id: 'm',
    state: 'drafted',
    sequence: 0,
    minutes: 60,
    place: undefined,
    startsAt: day,
  } as unknown as Meeting;
  const numbers = [called(drafted, day, 1)];
  numbers.push(moved(numbers[0] as Meeting, { startsAt: 2 * day, minutes: 60, place: undefined }, 2));
  numbers.push(cancelled(numbers[1] as Meeting, 3));
  expect(numbers.map(one => standsAs(one)?.sequence)).toEqual([0, 1, 2]);
  expect(standsAs(drafted)).toBeUndefined();
});
