/** A whole run in shares, each in a process of its own: one alone uses one processor, however many a machine has. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism, freemem } from 'node:os';
import { inOwnTime } from './in-own-time.ts';
import type { Asked, Part } from './parts.ts';
import { type Line, said, unplayed } from './report.ts';

export interface Share {
  readonly part: Part;
  /** Those of the part's that are asked for. */
  readonly names: readonly string[];
  readonly engines: Asked['engines'];
  readonly platforms: Asked['platforms'];
}

export function sharesOf(parts: readonly Part[], { only, engines, platforms }: Asked): readonly Share[] {
  return parts.flatMap(part => {
    const names = part.names.filter(name => only.includes(name));
    if (names.length === 0) return [];
    const each = part.shared === 'by engine and platform' ? platforms.map(one => [one]) : [platforms];
    return part.shared === 'in one piece'
      ? [{ part, names, engines, platforms }]
      : engines.flatMap(engine => each.map(some => ({ part, names, engines: [engine], platforms: some })));
  });
}

/** Most of its time a share waits: for a library's patience, for a database. What it keeps in memory is large. */
const eachNeeds = 3e9;
const atATime = (): number => Math.max(1, Math.min(2 * availableParallelism(), Math.floor(freemem() / eachNeeds)));

/** As many at a time as the machine has room for; what measures how fast something is answered comes last, with nothing beside it. */
export async function inProcesses(
  program: string,
  shares: readonly Share[],
  options: readonly string[],
  tell: (line: Line) => void,
): Promise<void> {
  const run = (share: Share) => apart(program, [...options, ...optionsOf(share)], tell);
  const together = shares.filter(share => share.part.shared !== 'in one piece');
  await inOwnTime(together, run, atATime());
  for (const share of shares) if (!together.includes(share)) await run(share);
}

const optionsOf = ({ names, engines, platforms }: Share): readonly string[] => [
  `--only=${names.join(',')}`,
  `--engine=${engines.join(',')}`,
  `--platform=${platforms.join(',')}`,
];

async function apart(program: string, options: readonly string[], tell: (line: Line) => void): Promise<void> {
  const child = fork(program, options);
  child.on('message', line => tell(line as Line));
  const [code, signal] = await once(child, 'exit');
  if (code === 0) return;
  const wrong = [said(unplayed(options.join(' '), `its process ended with ${signal ?? code}`))];
  tell({ what: options.join(' '), there: 1, run: 1, wrong });
}
