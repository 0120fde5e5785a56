/** Days as people write them, in English and German, and the morning of such a day in a time zone. */
import { de, en } from 'chrono-node';
import { DateTime, IANAZone } from 'luxon';
import type { Calendar } from '../domain/hours.ts';
import { languages } from '../domain/language.ts';

const morning = 9;

/** Without a year, or without a day: the next one there is. */
const formats = ['d MMMM yyyy', 'MMMM d yyyy', 'd MMMM', 'MMMM d', 'MMMM yyyy', 'MMMM'];
const short = formats.map(format => format.replace('MMMM', 'MMM'));
const figures = ['yyyy-M-d', 'd.M.yyyy', 'd.M.yy', 'd.M'];

/** A name that nobody knows is UTC. */
export function calendarIn(name: string): Calendar {
  const zone = IANAZone.isValidZone(name) ? name : 'utc';
  return {
    dayOf: time => DateTime.fromMillis(time, { zone }).toFormat('yyyy-MM-dd'),
    monthsUpTo(time, many) {
      const last = DateTime.fromMillis(time, { zone }).startOf('month');
      return Array.from({ length: many }, (_, n) => last.minus({ months: many - 1 - n }).toMillis());
    },
    morningOf(words, now) {
      const today = DateTime.fromMillis(now, { zone }).startOf('day');
      const said = plainly(words);
      return (called(said, today) ?? fromNow(said, today))?.set({ hour: morning }).toMillis();
    },
  };
}

const plainly = (words: string): string =>
  words
    .toLowerCase()
    .replace(/^\s*((until|till|to|on|in|im|bis|zum|zur|am|the)\b\s*)*/, '')
    .replace(/(\d)(st|nd|rd|th)\b/g, '$1')
    .replace(/(\d)\.(?=\s*\p{L})/gu, '$1 ')
    .replace(/\b(of|the)\b/g, ' ')
    .replace(/,/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '');

/** `ten weeks`, `next month`, `Friday`: all of it is a day, or none of it. German says *in* where people leave it out. */
function fromNow(said: string, today: DateTime): DateTime | undefined {
  if (said.includes('/')) return undefined; // the fourth of March to some, the third of April to others
  const from = { instant: today.toJSDate(), timezone: today.offset };
  for (const speaker of [en.GB, de])
    for (const words of [said, `in ${said}`]) {
      const [found] = speaker.parse(words, from, { forwardDate: true });
      if (found?.text.length !== words.length || found.end) continue;
      if (!(['day', 'month', 'weekday'] as const).some(one => found.start.isCertain(one))) continue; // `noon`
      const [year, month, day] = (['year', 'month', 'day'] as const).map(one => found.start.get(one) ?? undefined);
      const there = DateTime.fromObject({ year, month, day }, { zone: today.zoneName ?? 'utc' });
      if (there.isValid) return there;
    }
  return undefined;
}

function called(said: string, today: DateTime): DateTime | undefined {
  const zone = today.zoneName ?? 'utc';
  for (const format of figures) {
    const day = DateTime.fromFormat(said, format, { zone });
    if (day.isValid) return format.includes('y') ? day : next(day, today);
  }
  for (const locale of languages)
    for (const format of [...formats, ...short]) {
      const day = DateTime.fromFormat(said, format, { zone, locale });
      if (day.isValid) return format.includes('y') ? day : next(day, today);
    }
  return undefined;
}

/** No year was said: this year's if it is still to come. */
const next = (day: DateTime, today: DateTime): DateTime => {
  const thisYear = day.set({ year: today.year });
  return thisYear > today ? thisYear : thisYear.plus({ years: 1 });
};
