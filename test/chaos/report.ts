/** What was tried, and what came of it. */
import { inOwnTime, roomForOne } from './in-own-time.ts';

export interface Wrong {
  readonly what: string;
  /** What was expected and isn't there (-), what is there and wasn't expected (+). */
  readonly differs: readonly string[];
}

/** A line of the table. */
export interface Line {
  readonly what: string;
  /** All that there are of the kind: a sample runs some of them. */
  readonly there: number;
  readonly run: number;
  readonly wrong: readonly Wrong[];
  /** Whatever else is worth knowing of it. */
  readonly besides?: string;
}

const row = (what: string, there: string, run: string, well: string, besides: string): string =>
  `| ${what.padEnd(52)} | ${there.padStart(7)} | ${run.padStart(7)} | ${well.padStart(7)} | ${besides} |`;

export const table = (lines: readonly Line[], heads?: 'heads'): string =>
  [
    ...(heads ? [row('what', 'there', 'run', 'well', ''), row('---', '---:', '---:', '---:', '---')] : []),
    ...lines.map(({ what, there, run, wrong, besides = '' }) =>
      row(what, String(there), String(run), String(run - wrong.length), besides),
    ),
  ].join('\n');

/** At once: a whole run takes long, and may be cut off. */
export function said(wrong: Wrong): Wrong {
  console.error(inWords(wrong));
  return wrong;
}

/** What could not even be played to its end: one such keeps nothing else from being run. */
export const unplayed = (what: string, error: unknown): Wrong => ({
  what: `${what} could not be played to its end`,
  differs: (error instanceof Error ? (error.stack ?? error.message) : String(error)).split('\n'),
});

/** What came to nothing wrong is undefined. */
export async function wrongOf<T>(
  all: readonly T[],
  work: (one: T, n: number) => Promise<Wrong | undefined>,
  many = 3,
): Promise<readonly Wrong[]> {
  const room = roomForOne();
  const wrong: Wrong[] = [];
  const tried = async (one: T, n: number) => {
    await room();
    const found = await work(one, n).catch((error: unknown) => unplayed(`number ${n + 1} of ${all.length}`, error));
    if (found) wrong.push(said(found));
  };
  await inOwnTime(all, tried, many);
  return wrong;
}

const wide = 240;
const mostLines = 14;

/** A line that is there in its place, from where the two part. */
function apart(line: string, others: readonly string[]): string {
  const body = line.slice(2);
  const alike = (other: string) => {
    let n = 0;
    while (n < body.length && body[n] === other[n + 2]) n += 1;
    return n;
  };
  const most = Math.max(0, ...others.filter(one => one[0] !== line[0]).map(alike));
  const from = most > wide / 2 ? most - wide / 2 : 0;
  return `${line.slice(0, 40)}${from > 0 ? ' … ' : ''}${body.slice(from || 38, from + wide)}`;
}

export const inWords = ({ what, differs }: Wrong): string =>
  [`  ✗ ${what}`, ...differs.slice(0, mostLines).map(line => `      ${apart(line, differs)}`)].join('\n');
