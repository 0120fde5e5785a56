/** Days as people write them, in English and German, and the morning of such a day in a time zone. */
import { DateTime, type DurationLikeObject, IANAZone } from 'luxon';
import type { Calendar } from '../domain/hours.ts';
import { languages } from '../domain/language.ts';

const morning = 9;

/** Without a year, or without a day: the next one there is. */
const formats = ['d MMMM yyyy', 'MMMM d yyyy', 'd MMMM', 'MMMM d', 'MMMM yyyy', 'MMMM'];
const short = formats.map(format => format.replace('MMMM', 'MMM'));
const figures = ['yyyy-M-d', 'd.M.yyyy', 'd.M.yy', 'd.M'];

const units: readonly (readonly [RegExp, keyof DurationLikeObject])[] = [
  [/^(days?|tage?n?)$/, 'days'],
  [/^(weeks?|wochen?)$/, 'weeks'],
  [/^(months?|monate?n?)$/, 'months'],
  [/^(years?|jahre?n?)$/, 'years'],
];
const numbers = new Map(
  [
    ['a', 'an', 'one', 'next', 'ein', 'eine', 'einem', 'einer', 'einen', 'nächste', 'nächsten', 'nächster'],
    ['two', 'zwei'],
    ['three', 'drei'],
    ['four', 'vier'],
    ['five', 'fünf'],
    ['six', 'sechs'],
  ].flatMap((words, n) => words.map(word => [word, n + 1] as const)),
);

/** A name that nobody knows is UTC. */
export function calendarIn(name: string): Calendar {
  const zone = IANAZone.isValidZone(name) ? name : 'utc';
  return {
    dayOf: time => DateTime.fromMillis(time, { zone }).toFormat('yyyy-MM-dd'),
    morningOf(words, now) {
      const today = DateTime.fromMillis(now, { zone }).startOf('day');
      const said = plainly(words);
      return (fromNow(said, today) ?? called(said, today))?.set({ hour: morning }).toMillis();
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

/** `two weeks`, `next month`, `tomorrow`. */
function fromNow(said: string, today: DateTime): DateTime | undefined {
  if (said === 'tomorrow' || said === 'morgen') return today.plus({ days: 1 });
  const [many = '', unit = '', ...more] = said.split(' ');
  const count = numbers.get(many) ?? (/^\d{1,3}$/.test(many) ? Number(many) : undefined);
  const of = units.find(([like]) => like.test(unit))?.[1];
  return count === undefined || of === undefined || more.length > 0 ? undefined : today.plus({ [of]: count });
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
