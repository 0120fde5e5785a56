/** Who has looked after a CoP when, month by month: as a drawing, and in words. Nobody is counted, and no month is too quiet. */
import type { Language } from '../domain/language.ts';
import { cut } from '../domain/words.ts';
import { type Block, text } from '../platform/card.ts';
import { plainIn } from './language.ts';
import { drawn, letters } from './svg.ts';

/** What one person decided in one month. */
interface InOneMonth {
  readonly person: string;
  /** Nothing, of who has gone. */
  readonly name: string | undefined;
  readonly month: number;
  readonly many: number;
  readonly lastAt: number;
}

interface Row {
  readonly name: string;
  /** How much in which month. */
  readonly months: ReadonlyMap<number, number>;
  readonly lastAt: number;
}

const mostPeople = 6;

/** `months`: the name of each, as a day of it (2026-03-01). Nothing, as long as all of it is in one month. */
export function ebbAndFlow(
  decided: readonly InOneMonth[],
  months: readonly string[],
  language: Language,
): readonly Block[] {
  if (new Set(decided.map(one => one.month)).size < 2) return [];
  const rows = rowsOf(decided, language);
  const called = (length: 'long' | 'short') => {
    const { format } = new Intl.DateTimeFormat(language, { month: length, timeZone: 'utc' });
    return months.map(day => format(Date.parse(day)));
  };
  const unwritten = rows.flatMap(({ name }, n) => (drawable(name) === undefined ? [text`\n(${n + 1}) ${name}`] : []));
  const below = [text`Larger circles: more was decided. Quiet months are part of it.`, ...unwritten].flat();
  const alt = rows.map(row => `${row.name}: ${inWords(row, called('long'), language)}`).join('; ');
  return [
    { kind: 'drawing', svg: drawing(rows, called('short')), name: 'ebb-and-flow.png', alt },
    { kind: 'text', text: below, tone: 'quiet' },
  ];
}

/** The latest first. */
function rowsOf(decided: readonly InOneMonth[], language: Language): readonly Row[] {
  const nameOf = (name: string | undefined) =>
    name === undefined
      ? plainIn(text`somebody who has gone`, language)
      : name.trim() || plainIn(text`Somebody`, language);
  return [...Map.groupBy(decided, one => one.person).values()]
    .map(theirs => ({
      name: nameOf(theirs[0]?.name),
      months: new Map(theirs.map(one => [one.month, one.many])),
      lastAt: Math.max(...theirs.map(one => one.lastAt)),
    }))
    .sort((one, other) => other.lastAt - one.lastAt)
    .slice(0, mostPeople);
}

/** `March to June, since October`. */
function inWords({ months: theirs }: Row, months: readonly string[], language: Language): string {
  const runs: { from: number; to: number }[] = [];
  for (const month of [...theirs.keys()].sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last?.to === month - 1) last.to = month;
    else runs.push({ from: month, to: month });
  }
  return runs
    .map(({ from, to }) => {
      const [first = '', last = ''] = [months[from], months[to]];
      if (to === months.length - 1) return plainIn(text`since ${first}`, language);
      return from === to ? first : plainIn(text`${first} to ${last}`, language);
    })
    .join(', ');
}

/** As far as the picture's own font can write it; nothing, where it can't. */
function drawable(name: string): string | undefined {
  const plain = name.replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{C}|\ufe0f/gu, '').trim();
  return /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{P}\p{S}\p{Z}\p{N}]+$/u.test(plain)
    ? plain
    : undefined;
}

/** On a phone half as large: type that is 28 high here is 14 there. */
const [width, edge, head, high, column] = [780, 24, 104, 104, 61];
const colours = ['#B4472E', '#9A5B00', '#4A6B2F', '#1F6A6E', '#3F5A94', '#8A3B68'];
const ink = '#3B2A20';
const middle = (month: number): number => edge + column * (month + 0.5);
const size = (many: number): number => (many < 3 ? 12 : many < 8 ? 19 : 26);

function drawing(rows: readonly Row[], months: readonly string[]): string {
  const height = head + rows.length * high + 20;
  const frame = { x: 3, y: 3, width: width - 6, height: height - 6, rx: 24, fill: '#FFF8EE', stroke: '#E9D5B8' };
  return drawn(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: [0, 0, width, height].join(' ') },
    drawn('rect', { ...frame, 'stroke-width': 6 }),
    ...months.map((month, n) => monthDrawn(month, n, height)),
    ...rows.map(rowDrawn),
  );
}

/** Their names stand on two lines in turn: there is room for each, large enough. */
const monthDrawn = (name: string, n: number, height: number): string =>
  (n % 2 === 0
    ? drawn('rect', { x: edge + column * n, y: 14, width: column, height: height - 28, rx: 12, fill: '#FFF1DC' })
    : '') +
  drawn(
    'text',
    { x: middle(n), y: n % 2 === 0 ? 48 : 84, 'font-size': 28, 'text-anchor': 'middle', fill: '#5E4030' },
    letters(name),
  );

function rowDrawn({ name, months }: Row, n: number): string {
  const [top, colour] = [head + n * high, colours[n % colours.length] ?? ink];
  const label = cut(drawable(name) ?? `(${n + 1})`, 40);
  const circles = Array.from({ length: 12 }, (_, month) => {
    const many = months.get(month);
    const soft = { r: many ? size(many) : 3, fill: many ? colour : '#D9BF98', 'fill-opacity': 0.85 };
    return drawn('circle', { cx: middle(month), cy: top + 70, ...soft });
  });
  const title = { x: edge + 12, y: top + 32, 'font-size': 28, 'font-weight': 700, fill: ink };
  return drawn('text', title, letters(label)) + circles.join('');
}
