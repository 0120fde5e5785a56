/** Read by another library than the one that writes it, with the rules that stand in the file alone. */
import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import { afterEach, describe, expect, it } from 'vitest';
import { calendarFeed, calendarFile, type InCalendar } from '../../src/calendars/calendar-file.ts';

afterEach(() => ICAL.TimezoneService.reset());

const meeting: InCalendar = {
  uid: '01J@cop-bot',
  sequence: 0,
  changedAt: Date.UTC(2026, 2, 3, 9, 30),
  startsAt: Date.UTC(2026, 2, 12, 14),
  endsAt: Date.UTC(2026, 2, 12, 15),
  timeZone: 'Europe/London',
  by: 'Wound Care',
  title: 'Wound Care',
  words: '',
  place: 'Room 4',
  isOff: false,
};

function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return { calendar, events: calendar.getAllSubcomponents('vevent').map(one => new ICAL.Event(one)) };
}

const at = (timeZone: string, time: string): InCalendar => {
  const startsAt = DateTime.fromISO(time, { zone: timeZone }).toMillis();
  return { ...meeting, uid: `${timeZone} ${time}`, timeZone, startsAt, endsAt: startsAt + 3600_000 };
};

describe('a meeting in a calendar', () => {
  it.each([
    ['Europe/London', '2026-03-28T10:00', '2026-03-30T10:00'],
    ['Europe/Berlin', '2026-10-24T23:30', '2026-10-25T23:30'],
    ['America/New_York', '2026-03-07T09:00', '2026-03-09T09:00'],
    ['Pacific/Auckland', '2026-04-04T18:00', '2026-04-05T18:00'],
    ['Asia/Kolkata', '2026-07-01T10:00', '2026-12-01T10:00'],
  ])('in %s stays at its hour when the clocks change', (zone, before, after) => {
    const meetings = [at(zone, before), at(zone, after)];
    const { events } = read(calendarFeed('x', meetings));
    expect(events.map(one => one.startDate.toJSDate().getTime())).toEqual(meetings.map(one => one.startsAt));
    expect(events.map(one => one.startDate.zone.tzid)).toEqual([zone, zone]);
    expect(events.map(one => `${one.startDate.toString().slice(0, 16)}`)).toEqual([before, after]);
  });

  it.each([
    ['Europe/London', '2026-10-25T00:30:00Z', 60], // an hour from half past one it is half past one once more
    ['Europe/Berlin', '2026-10-25T01:15:00Z', 30],
    ['America/New_York', '2026-11-01T06:30:00Z', 120],
    ['Australia/Lord_Howe', '2026-04-04T14:45:00Z', 90],
    ['Europe/London', '2026-03-29T00:30:00Z', 60], // an hour that isn't there in between
  ])('in %s, at %s, begins and ends when it does, though clocks are put back or on', (timeZone, time, minutes) => {
    const startsAt = Date.parse(time);
    const endsAt = startsAt + minutes * 60_000;
    const [event] = read(calendarFile({ ...meeting, timeZone, startsAt, endsAt })).events;
    expect(event?.startDate.toJSDate().toISOString()).toBe(new Date(startsAt).toISOString());
    expect(event?.endDate.toJSDate().toISOString()).toBe(new Date(endsAt).toISOString());
  });

  it.each(['UTC', 'Nowhere/At all'])('in %s is told in UTC', zone => {
    const [event] = read(calendarFile({ ...meeting, timeZone: zone })).events;
    expect(event?.startDate.toString()).toBe('2026-03-12T14:00:00Z');
  });

  it('carries what people wrote to the letter, in lines that every calendar takes', () => {
    const title = `Wound; Care, “#1”: what would we do with Mr K.’s \\heel? 👩🏽‍⚕️ ${'ä'.repeat(120)}`;
    const words = 'One\nBEGIN:VALARM\nTwo, three';
    const file = calendarFile({
      ...meeting,
      title,
      words,
      place: 'https://meet.example.org/a?b=1,2;c',
      by: 'A "B"; C',
    });
    const { calendar, events } = read(file);
    expect([events[0]?.summary, events[0]?.description]).toEqual([title, words]);
    expect(events[0]?.location).toBe('https://meet.example.org/a?b=1,2;c');
    expect(calendar.getFirstSubcomponent('vevent')?.getAllSubcomponents()).toEqual([]);
    const lines = file.split('\r\n');
    expect(lines.every(line => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(file.match(/(?<!\r)\n/)).toBeNull();
  });

  it('is the same one when it is moved, and taken out when it is called off', () => {
    const files = [
      meeting,
      { ...meeting, sequence: 1, startsAt: meeting.startsAt + 1 },
      { ...meeting, sequence: 2, isOff: true },
    ];
    const all = files.map(one => read(calendarFile(one)));
    expect(all.map(({ events }) => events[0]?.uid)).toEqual([meeting.uid, meeting.uid, meeting.uid]);
    expect(all.map(({ events }) => events[0]?.sequence)).toEqual([0, 1, 2]);
    expect(all.map(({ calendar }) => calendar.getFirstPropertyValue('method'))).toEqual([
      'PUBLISH',
      'PUBLISH',
      'CANCEL',
    ]);
    expect(all.map(({ events }) => events[0]?.component.getFirstPropertyValue('status'))).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'CANCELLED',
    ]);
    expect(files.map(calendarFile)[0]).toMatch(/^DTSTAMP:20260303T093000Z\r$/m);
  });
});
