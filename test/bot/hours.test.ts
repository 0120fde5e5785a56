import { describe, expect, it } from 'vitest';
import { hoursIn } from '../../src/bot/clockwork/hours.ts';

const utc = (words: string): number => Date.parse(`${words}Z`);
const opens = (zone: string, from: string): string =>
  new Date(hoursIn(zone).openFrom(utc(from))).toISOString().slice(0, 16);

describe('hours', () => {
  it.each([
    ['within them', 'Europe/London', '2026-03-03T10:20', '2026-03-03T10:20'],
    ['at nine sharp', 'Europe/London', '2026-03-03T09:00', '2026-03-03T09:00'],
    ['in the morning before', 'Europe/London', '2026-03-03T06:20', '2026-03-03T09:00'],
    ['at five sharp', 'Europe/London', '2026-03-03T17:00', '2026-03-04T09:00'],
    ['on a Friday evening', 'Europe/London', '2026-03-06T19:00', '2026-03-09T09:00'],
    ['on a Saturday morning', 'Europe/London', '2026-03-07T07:00', '2026-03-09T09:00'],
    ['on a Sunday at noon', 'Europe/London', '2026-03-08T12:00', '2026-03-09T09:00'],
    ['where it is still Sunday', 'America/Los_Angeles', '2026-03-09T01:00', '2026-03-09T16:00'],
    ['where it is Monday already', 'Pacific/Auckland', '2026-03-08T20:30', '2026-03-08T20:30'],
    ['over the night when clocks go forward', 'Europe/Berlin', '2026-03-27T18:00', '2026-03-30T07:00'],
    ['over the night when clocks go back', 'Europe/Berlin', '2026-10-23T18:00', '2026-10-26T08:00'],
    ['half an hour off', 'Asia/Kolkata', '2026-03-03T02:00', '2026-03-03T03:30'],
    ['in a zone nobody knows', 'Mars/Olympus', '2026-03-03T06:00', '2026-03-03T09:00'],
  ])('%s', (_case, zone, from, expected) => {
    expect(opens(zone, from)).toBe(expected);
  });

  it("names the reader's own day", () => {
    const { dayOf, nextDay } = hoursIn('Pacific/Auckland');
    expect(dayOf(utc('2026-03-08T20:30'))).toBe('2026-03-09');
    expect(new Date(nextDay(utc('2026-03-08T20:30'))).toISOString()).toBe('2026-03-09T11:00:00.000Z');
    expect(hoursIn('America/Los_Angeles').dayOf(utc('2026-03-09T01:00'))).toBe('2026-03-08');
  });
});
