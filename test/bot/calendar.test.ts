/** Days as people write them, read where they are. It is Tuesday 3 March 2026, late in the evening in London and the next day in Auckland. */
import { DateTime, Info } from 'luxon';
import { describe, expect, it } from 'vitest';
import { calendarIn } from '../../src/bot/calendar.ts';
import { hasCome } from '../../src/domain/hours.ts';

const now = Date.UTC(2026, 2, 3, 23, 30);
const london = calendarIn('Europe/London');
const read = (words: string, zone = 'Europe/London') => {
  const at = calendarIn(zone).morningOf(words, now);
  return at === undefined ? undefined : DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd HH:mm');
};

describe('a day as people write it', () => {
  it.each([
    ['2026-09-01', '2026-09-01'],
    ['1 September', '2026-09-01'],
    ['until the 1st of September', '2026-09-01'],
    ['September 1, 2026', '2026-09-01'],
    ['September', '2026-09-01'],
    ['sept 2026', '2026-09-01'],
    ['Sep 2026', '2026-09-01'],
    ['January', '2027-01-01'],
    ['3 March', '2027-03-03'],
    ['4 March', '2026-03-04'],
    ['bis zum 1. September', '2026-09-01'],
    ['1. Oktober 2026', '2026-10-01'],
    ['im Mai', '2026-05-01'],
    ['Mai', '2026-05-01'],
    ['01.09.2026', '2026-09-01'],
    ['1.9.', '2026-09-01'],
    ['1.9.26', '2026-09-01'],
    ['tomorrow', '2026-03-04'],
    ['morgen', '2026-03-04'],
    ['six weeks', '2026-04-14'],
    ['in zwei Wochen', '2026-03-17'],
    ['next month', '2026-04-03'],
    ['ten weeks', '2026-05-12'],
    ['zehn Wochen', '2026-05-12'],
    ['in a week', '2026-03-10'],
    ['Friday', '2026-03-06'],
    ['nächsten Monat', '2026-04-03'],
    ['10 days', '2026-03-13'],
    ['1 September 2020', '2020-09-01'],
    ['2036-09-01', '2036-09-01'],
    ['Friday, 6 March', '2026-03-06'],
    ['Freitag, den 6. März 2026', '2026-03-06'],
    ['Fr., 6.3.', '2026-03-06'],
    ['Tuesday 3 March', '2026-03-03'], // today: for some it has passed
    ['kommenden Freitag', '2026-03-06'],
    ['15. Jänner', '2027-01-15'],
    ['last Friday', '2026-02-27'],
    ['letzten Freitag', '2026-02-27'],
  ])('%s', (words, day) => {
    expect(read(words)).toBe(day && `${day} 09:00`);
  });

  it.each([
    '',
    'soon',
    'when we feel like it',
    '31 February',
    '32.1.2026',
    '3/4/2026',
    '9999999999999 weeks',
    'weeks',
    'six weeks or so',
    'yesterday evening at eight',
    'noon',
    'Thursday 6 March', // it is a Friday
    'Donnerstag, 6.3.2026',
  ])('is not in “%s”', words => expect(read(words)).toBeUndefined());

  it('is counted from the day that it is there', () => {
    expect(read('tomorrow', 'Pacific/Auckland')).toBe('2026-03-05 09:00');
    expect(read('4 March', 'Pacific/Auckland')).toBe('2027-03-04 09:00');
    expect(calendarIn('Nowhere/Land').morningOf('tomorrow', now)).toBe(Date.UTC(2026, 2, 4, 9));
  });

  it('is the last of its month where so many months on there is no such day', () => {
    const onThe31st = Date.UTC(2026, 0, 31, 12);
    const told = (words: string) => london.dayOf(london.morningOf(words, onThe31st) ?? 0);
    expect(['in one month', 'next month', 'in drei Monaten', 'in two months'].map(told)).toEqual([
      ...['2026-02-28', '2026-02-28', '2026-04-30', '2026-03-31'],
    ]);
  });

  it.each(['Pacific/Auckland', 'America/Los_Angeles', 'UTC'])('is theirs, wherever this process runs: %s', here => {
    const before = process.env.TZ;
    try {
      process.env.TZ = here;
      for (const zone of ['Europe/London', 'Pacific/Auckland', 'Pacific/Honolulu'])
        for (const [n, words] of Info.weekdays('long', { locale: 'en' }).entries()) {
          const day = DateTime.fromMillis(calendarIn(zone).morningOf(words, now) ?? 0, { zone });
          expect({ zone, words, weekday: day.weekday }).toEqual({ zone, words, weekday: n + 1 });
          const ahead = day.startOf('day').diff(DateTime.fromMillis(now, { zone }).startOf('day'), 'days').days;
          expect(ahead, `${words} in ${zone}`).toBeGreaterThanOrEqual(0);
        }
    } finally {
      process.env.TZ = before;
      if (before === undefined) delete process.env.TZ;
    }
  });

  it('comes after a working day, at the same hour though the clocks change', () => {
    const eve = (time: number) => new Date(london.workdayBefore(time)).toISOString().slice(0, 16);
    expect(eve(Date.UTC(2026, 2, 5, 14))).toBe('2026-03-04T14:00');
    for (const day of [7, 8, 9]) expect(eve(Date.UTC(2026, 2, day, 14))).toBe('2026-03-06T14:00');
    expect(eve(Date.UTC(2026, 2, 30, 13))).toBe('2026-03-27T14:00'); // on the 29th they go forward
  });

  it('has a name again', () => {
    expect(london.dayOf(london.morningOf('1 September', now) ?? 0)).toBe('2026-09-01');
  });
});

describe('a moment as people write it', () => {
  const moment = (words: string, zone = 'Europe/London') => {
    const at = calendarIn(zone).momentOf(words, now);
    return typeof at === 'string' ? at : DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd HH:mm');
  };

  it.each([
    ['Thursday 14:00', '2026-03-05 14:00'],
    ['thursday at 2pm', '2026-03-05 14:00'],
    ['2 pm on Thursday', '2026-03-05 14:00'],
    ['Thursday, 2:30 p.m.', '2026-03-05 14:30'],
    ['today 23:45', '2026-03-03 23:45'],
    ['3 March 23:50', '2026-03-03 23:50'],
    ['tomorrow noon', '2026-03-04 12:00'],
    ['12am tomorrow', '2026-03-04 00:00'],
    ['3 December 2026 9:05', '2026-12-03 09:05'],
    ['2026-12-03 14:00', '2026-12-03 14:00'],
    ['Donnerstag um 14 Uhr', '2026-03-05 14:00'],
    ['am Donnerstag 14.30 Uhr', '2026-03-05 14:30'],
    ['3. Dezember, 14 Uhr', '2026-12-03 14:00'],
    ['3.12. 14:00', '2026-12-03 14:00'],
    ['morgen um 9 Uhr', '2026-03-04 09:00'],
    ['Donnerstag 14h', '2026-03-05 14:00'],
    ['2026-03-29 01:30', 'skipped'],
    ['Freitag, 4. Dezember, 14:00', '2026-12-04 14:00'],
    ['Freitag, den 4. Dezember 2026 um 14 Uhr', '2026-12-04 14:00'],
    ['Fr., 4.12., 14 Uhr', '2026-12-04 14:00'],
    ['Friday, 4 December at 2pm', '2026-12-04 14:00'],
    ['4.12. um 14.30', '2026-12-04 14:30'],
    ['Thursday at 9.15', '2026-03-05 09:15'],
    ['Donnerstag 14.00', '2026-03-05 14:00'],
    ['Thursday 14.45', '2026-03-05 14:45'],
    ['2026-12-03T14:00', '2026-12-03 14:00'],
    ['morgen früh 9 Uhr', '2026-03-04 09:00'],
    ['Freitagnachmittag um 3', '2026-03-06 15:00'],
    ['heute Abend um 23:45', '2026-03-03 23:45'],
    ['tomorrow afternoon at 3', '2026-03-04 15:00'],
    ['this evening 23:45', '2026-03-03 23:45'],
    ['tomorrow morning at 9', '2026-03-04 09:00'],
    ['Sonnabend 10 Uhr', '2026-03-07 10:00'],
    ['nächste Woche Freitag um 14', '2026-03-13 14:00'],
    ['Friday next week 10:00', '2026-03-13 10:00'],
    ['2026/12/04 14:00', '2026-12-04 14:00'],
    ['Freitag um 9', '2026-03-06 09:00'],
    ['Friday at 2.30', 'no-hour'],
    ["Friday 2 o'clock", 'no-hour'],
    ['Friday evening at 12', 'no-hour'],
    ['um 3 am Freitag', 'no-hour'],
    ['3 am Friday', '2026-03-06 03:00'],
    ['14.30 am Freitag', '2026-03-06 14:30'],
    ['um 14 am 4.12.', '2026-12-04 14:00'],
    ['Freitag morgen um 9', '2026-03-06 09:00'],
    ['4.12. Morgen um 9', '2026-12-04 09:00'],
    ['heute Mittag 13 Uhr', '2026-03-03 13:00'],
    ['Freitag mittag 13 Uhr', '2026-03-06 13:00'],
    ['Freitagmittag', '2026-03-06 12:00'],
    ['tomorrow at noon', '2026-03-04 12:00'],
    ['Montag um 3 am Nachmittag', '2026-03-09 15:00'],
    ['tomorrow night at 7.30', '2026-03-04 19:30'],
    ['Friday 14:30.', '2026-03-06 14:30'],
    ['tonight at 11', '2026-03-03 23:00'],
    ['at 14 tomorrow', '2026-03-04 14:00'],
    ['Friday @ 2pm', '2026-03-06 14:00'],
    ['Thurs 2pm', '2026-03-05 14:00'],
    ['Freitag, d. 6.3. um 14 Uhr', '2026-03-06 14:00'],
    ['4 Mrz 14:00', '2026-03-04 14:00'],
    ['Friday 11th at 2pm', 'unclear'], // of which month
    ['Freitag 18. um 14', 'unclear'],
    ['nächsten Monat am 4. um 14 Uhr', 'unclear'],
    ['Thursday 4th Dec. 2026 2pm', 'unclear'], // it is a Friday
    ['2026-12-03T14:00+05:00', 'unclear'], // there, not here
    ['Friday at 2', 'no-hour'], // in the night, or in the afternoon
    ['last Friday 2pm', '2026-02-27 14:00'],
    ['4. Dezember', 'no-hour'],
    ['Friday 5 December 14:00', 'unclear'], // it is a Saturday
    ['2026-10-25 01:30', '2026-10-25 01:30'],
    ['Thursday', 'no-hour'],
    ['14:00', 'unclear'],
    ['soon at 14:00', 'unclear'],
    ['Thursday 13pm', 'unclear'],
    ['', 'unclear'],
  ])('%s', (words, said) => {
    expect(moment(words)).toBe(said);
  });

  it('is one of the place where they are, and is read again as it is named', () => {
    expect(moment('today 14:00', 'Pacific/Auckland')).toBe('2026-03-04 14:00');
    const auckland = calendarIn('Pacific/Auckland');
    const at = auckland.momentOf('Friday 14:00', now) as number;
    expect(auckland.momentOf(auckland.momentNamed(at), now)).toBe(at);
  });
});

describe('a day that is told', () => {
  it('has come once it begins there, and reads as that day some zones away, also where the clocks change', () => {
    const toronto = calendarIn('America/Toronto');
    const late = Date.UTC(2026, 2, 8, 3); // ten in the evening of 7 March there
    const told = toronto.noonOf(late);
    expect(toronto.momentNamed(told)).toBe('2026-03-07 12:00');
    expect(london.dayOf(told)).toBe('2026-03-07');
    expect(toronto.momentNamed(toronto.noonOf(late + 24 * 3600_000))).toBe('2026-03-08 12:00'); // an hour is left out
    expect(hasCome(told, Date.UTC(2026, 2, 7, 4, 59), toronto)).toBe(false);
    expect(hasCome(told, Date.UTC(2026, 2, 7, 5), toronto)).toBe(true);
  });
});
