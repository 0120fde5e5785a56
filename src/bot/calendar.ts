/** Days as people write them, in English and German, and the morning of such a day in a time zone. */
import * as de from 'chrono-node/de';
import * as en from 'chrono-node/en';
import { DateTime, IANAZone, Info } from 'luxon';
import type { Calendar } from '../domain/hours.ts';
import { languages } from '../domain/language.ts';

const morning = 9;
const midday = 12;

/** Without a year, or without a day: the next one there is. */
const formats = ['d MMMM yyyy', 'MMMM d yyyy', 'd MMMM', 'MMMM d', 'MMMM yyyy', 'MMMM'];
const short = formats.map(format => format.replace('MMMM', 'MMM'));
const figures = ['yyyy-M-d', 'yyyy/M/d', 'd.M.yyyy', 'd.M.yy', 'd.M'];

/** A name that nobody knows is UTC. */
export function calendarIn(name: string): Calendar {
  const zone = IANAZone.isValidZone(name) ? name : 'utc';
  return {
    zone,
    weeksAfter: (time, weeks, there) =>
      DateTime.fromMillis(time, { zone: IANAZone.isValidZone(there) ? there : zone })
        .plus({ weeks })
        .toMillis(),
    workdayBefore(time) {
      let before = DateTime.fromMillis(time, { zone }).minus({ days: 1 });
      while (before.weekday > 5) before = before.minus({ days: 1 });
      return before.toMillis();
    },
    momentNamed: time => DateTime.fromMillis(time, { zone }).toFormat('yyyy-MM-dd HH:mm'),
    momentOf(words, now) {
      const today = DateTime.fromMillis(now, { zone }).startOf('day');
      const { day, hour, minute } = hourIn(words.trim().replace(/^(\d{4}-\d{1,2}-\d{1,2})t(\d{1,2}:\d{2})$/i, '$1 $2'));
      const yesterday = today.minus({ days: 1 });
      if (hour === undefined) return dayIn(day, today, yesterday) ? 'no-hour' : 'unclear';
      const there = day === '' ? undefined : dayIn(day, today, yesterday)?.set({ hour, minute });
      if (!there) return 'unclear';
      return there.hour === hour && there.minute === minute ? there.toMillis() : 'skipped';
    },
    dayOf: time => DateTime.fromMillis(time, { zone }).toFormat('yyyy-MM-dd'),
    noonOf: time => DateTime.fromMillis(time, { zone }).startOf('day').set({ hour: midday }).toMillis(),
    monthsUpTo(time, many) {
      const last = DateTime.fromMillis(time, { zone }).startOf('month');
      return Array.from({ length: many }, (_, n) => last.minus({ months: many - 1 - n }).toMillis());
    },
    morningOf(words, now) {
      const today = DateTime.fromMillis(now, { zone }).startOf('day');
      return dayIn(words, today)?.set({ hour: morning }).toMillis();
    },
  };
}

/** `after`: a day without its year is the first one behind it. */
function dayIn(words: string, today: DateTime, after = today): DateTime | undefined {
  const said = plainly(words);
  const { weekday, date } = apart(said);
  const named = date === undefined ? [] : [after, after.minus({ days: 1 })].flatMap(from => called(date, from) ?? []);
  if (named.length > 0) return named.find(one => one.weekday === weekday); // one of the two may be wrong, and nobody knows which
  return called(said, after) ?? fromNow(said, today);
}

const weekdays = languages.flatMap(locale =>
  (['long', 'short'] as const).flatMap(length =>
    Info.weekdays(length, { locale }).map((name, n) => ({ name: name.toLowerCase(), weekday: n + 1 })),
  ),
);

/** `Freitag, den 4. Dezember`: the day of the week, and a date behind it. */
function apart(said: string): { readonly weekday?: number | undefined; readonly date?: string | undefined } {
  const [, first, date] = /^(\p{L}+)\.?\s+(?:(?:den|der|dem|d) )?(.+)$/u.exec(said) ?? [];
  const weekday = weekdays.find(({ name }) => name === first)?.weekday;
  return weekday === undefined ? {} : { weekday, date };
}

const german = Info.weekdays('long', { locale: 'de' })
  .concat(Info.weekdays('short', { locale: 'de' }), 'Sonnabend')
  .join('|');

/**
 * `14:00`, `2pm`, `2.30 pm`, `14 Uhr`, `14.30 Uhr`, `um 14.30`, `14h`: before the day or behind it. At the end `14.30` is an hour as well,
 * where it can't be a day and its month.
 */
const hours =
  /(?:(?<dotted>\b(?:at|um|gegen)|@)\s*(?<said>\d{1,2})\.(?<then>\d{2})\b(?!\s*(?:[ap]\.?m\b|uhr|\.))|(?<=\S\s)(?<last>\d{1,2})\.(?<behind>00|1[3-9]|[2-5]\d)$)|(?:(?:\b(?:at|um|gegen)|@)\s*)?(?:\b(?<hour>\d{1,2})(?:[:.h](?<minute>\d{2}))?\s*(?<half>[ap]\.?m\b\.?|uhr|h\b|o['’]clock)|\b(?<clock>\d{1,2})[:h](?<past>\d{2})\b)/iu;

/** `um 14`, `at 14`; `at 2` is one of two, unless it says which half of the day is meant. */
const roundHours =
  /(?:\b(?<by>at|um|gegen)|(?<by>@))\s*(?<round>\d{1,2})(?=$|\s+(?:on|heute|morgen|übermorgen|today|tomorrow)\b)/iu;
const noon = /(?:\b(?:at|um|gegen)\s+)?(?:\b12\s+)?\b(?:noon|midday)\b|(?<!vor|nach)mittags?\b/iu;
const early = new RegExp(
  `(?:(?:am|in the)\\s+)?(?:früh|vormittags?|\\bmorgens|\\bmorning|(?<=(?:\\b(?:${german}|heute)\\.?|\\d\\.),?\\s*)morgen)\\b`,
  'iu',
);
const late = /(?:\b(?:am|in the)\s+)?(?:nachmittags?|(?<!sonn)abends?|\b(?:afternoon|evening|night))\b/iu;
/** German says *am* before the day, where English has *am* behind the hour. */
const dayLast = new RegExp(
  `^(?:(?:um|gegen)\\s+)?(\\d{1,2}(?:[.:]\\d{2})?)(?:\\s*uhr)?\\s+am\\s+((?:(?:${german})\\b|\\d{1,2}\\.).*)$`,
  'iu',
);

/** What is left of it is the day. */
function hourIn(words: string): { day: string; hour?: number; minute: number } {
  const whole = words
    .replace(/\bthis (?=morning|afternoon|evening)/i, 'today ')
    .replace(/\btonight\b/i, 'today night')
    .replace(/[.!]\s*$/, '');
  const [isEarly, isLate, isNoon] = [early, late, noon].map(part => part.test(whole));
  const said = whole
    .replace(early, ' ')
    .replace(late, ' ')
    .replace(noon, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(dayLast, '$2 um $1');
  const found = hours.exec(said) ?? roundHours.exec(said);
  if (!found) return { day: said, minute: 0, ...(isNoon && { hour: 12 }) };
  const { half = '', by, ...each } = found.groups ?? {};
  const day = `${said.slice(0, found.index)} ${said.slice(found.index + found[0].length)}`
    .replace(/\s+(uhr|on|am|,)?\s*$/iu, '')
    .replace(/^\s*(uhr|on|am|,)?\s+/iu, '')
    .replace(/[,;]\s*$/, '')
    .trim();
  const hour = Number(each.hour ?? each.clock ?? each.said ?? each.last ?? each.round);
  const minute = Number(each.minute ?? each.past ?? each.then ?? each.behind ?? 0);
  const [isPm, isAm] = [/^p/i.test(half), /^a/i.test(half)];
  if (hour > 23 || minute > 59 || ((isPm || isAm) && (hour < 1 || hour > 12))) return { day: words, minute: 0 };
  if (isPm || isAm) return { day, hour: (hour % 12) + (isPm ? 12 : 0), minute };
  if (isLate) return hour % 12 === 0 ? { day, minute: 0 } : { day, hour: (hour % 12) + 12, minute };
  if (isNoon) return { day, hour: hour < 7 ? hour + 12 : hour, minute };
  const isPlain = (each.hour === undefined && each.clock === undefined) || /^o/i.test(half);
  if (isPlain && !isEarly && hour < (each.round && by?.toLowerCase() !== 'um' ? 13 : 7)) return { day, minute: 0 };
  return { day, hour, minute };
}

const plainly = (words: string): string =>
  words
    .toLowerCase()
    .replace(/^\s*((until|till|to|on|in|im|bis|zum|zur|am|the)\b\s*)*/, '')
    .replace(/(\d)(st|nd|rd|th)\b/g, '$1')
    .replace(/(\d)\.(?=\s*\p{L})/gu, '$1 ')
    .replace(/(\p{L})\./gu, '$1')
    .replace(/\b(of|the|kommende[mnrs]?)\b/g, ' ')
    .replace(/\bjänner\b/, 'januar')
    .replace(/(?<!\p{L})(?:mär|mrz)(?!\p{L})/u, 'märz')
    .replace(/\b(tue|wed|thu)(?:r?s)\b/, '$1')
    .replace(/\bsonnabend\b/, 'samstag')
    .replace(/\bnächste[rn] woche\b/, 'nächste woche')
    .replace(/^(nächste woche|next week),? (?:am |on )?(\p{L}+)$/u, '$2 $1')
    .replace(/,/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '');

/** `ten weeks`, `next month`, `Friday`: all of it is a day, or none of it. German says *in* where people leave it out. */
function fromNow(said: string, today: DateTime): DateTime | undefined {
  if (said.includes('/')) return undefined; // the fourth of March to some, the third of April to others
  for (const speaker of [en.GB, de])
    for (const words of [said, `in ${said}`]) {
      const from = wallClock(today);
      const forwardDate = !isBehind.test(words);
      let [found] = speaker.parse(words, from, { forwardDate });
      if (found?.text.length !== words.length || found.end) continue;
      const isCertain = (one: 'day' | 'month' | 'weekday' | 'hour') => found?.start.isCertain(one);
      if (!isCertain('day') && !isCertain('month') && !isCertain('weekday')) continue;
      if (isCertain('hour')) continue; // a day without its month (`the 11th`) is one to it
      // So many months on, there may be no such day: it would be one of the month behind it.
      const isMonths = !isCertain('day') && !isCertain('weekday');
      if (isMonths) [found] = speaker.parse(words, wallClock(today.startOf('month')), { forwardDate });
      if (!found) continue;
      const [year, month, day] = (['year', 'month', 'day'] as const).map(one => found.start.get(one) ?? undefined);
      const there = DateTime.fromObject({ year, month, day }, { zone: today.zoneName ?? 'utc' });
      if (isCertain('day') && isCertain('weekday') && there.weekday % 7 !== found.start.get('weekday')) continue;
      if (there.isValid) return isMonths ? there.set({ day: Math.min(today.day, there.daysInMonth ?? 28) }) : there;
    }
  return undefined;
}

/** Then no later one is meant: that it has passed is said. */
const isBehind = /\b(last|past|letzte[mnrs]?|vergangene[mnrs]?|vorige[mnrs]?)\b/;

/** The same figures on this process's clock: chrono compares what it reads with that, wherever people are (its issue 553). */
const wallClock = ({ year, month, day }: DateTime): Date => new Date(year, month - 1, day);

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
