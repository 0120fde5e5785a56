/** Rows for people, as wide as the terminal. */
import Table from 'cli-table3';
import { Help } from 'commander';
import stringWidth from 'string-width';

const bare = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/** Nothing that a terminal would take for an order: names are people's words. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant
const plain = (cell: string): string => cell.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ');

/** `columns`: as many as the terminal has. Nothing is cut where nobody looks at one. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], columns?: number): string {
  const told = rows.map(row => row.map(plain));
  const widths = fitted(head, told, columns);
  const drawn = new Table({
    head: head.map(one => one.toUpperCase()),
    chars: bare,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    ...(widths && { colWidths: widths }),
  });
  drawn.push(...told);
  return drawn
    .toString()
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n');
}

const gap = 2;
const least = 8;

/** What says nothing any more once it is cut, or is to be copied. */
const whole: ReadonlySet<string> = new Set(['id', 'when', 'state']);

/** The widest give way first. */
function fitted(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number | undefined,
): number[] | undefined {
  if (columns === undefined) return undefined;
  const widths = head.map((one, n) =>
    Math.max(...[one, ...rows.map(row => row[n] ?? '')].map(one => stringWidth(one))),
  );
  const wide = (n: number) => widths[n] ?? 0;
  const over = () => widths.reduce((sum, one) => sum + one, gap * (widths.length - 1)) - columns;
  while (over() > 0) {
    const giving = [...widths.keys()].filter(n => !whole.has(head[n] ?? '') && wide(n) > least);
    const [widest] = giving.sort((a, b) => wide(b) - wide(a));
    if (widest === undefined) break;
    widths[widest] = wide(widest) - 1;
  }
  return widths;
}

/** Words behind what they begin with, as wide as the terminal, further lines below the first. */
export function hanging(begins: string, words: string, columns: number | undefined): string {
  const told = columns === undefined ? words : new Help().boxWrap(words, columns - begins.length);
  return begins + told.replaceAll('\n', `\n${' '.repeat(begins.length)}`);
}

/** For reading, to the minute; in UTC, as in the log's JSON. */
export const when = (at: number | undefined): string =>
  at === undefined ? '' : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}Z`;

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
] as const;

/** `3 h`, `2 d`: how far off. */
export function long(ms: number): string {
  const [name, size] = units.find(([, size]) => Math.abs(ms) >= size) ?? ['s', 1000];
  return `${Math.round(Math.abs(ms) / size)} ${name}`;
}

export const size = (bytes: number): string =>
  bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${(bytes / 1e6).toFixed(1)} MB`;
