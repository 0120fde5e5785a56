/** The machine that it runs on: its clock, its disk, its Node. */
import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../platform/finding.ts';
import { long, size } from '../table.ts';

type Trouble = Pick<Finding, 'costs' | 'remedy'>;

const soFewBytes = 200e6;
const fewBytes = 1e9;

export function node(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const will = major > 22 || (major === 22 && minor >= 18);
  const what = 'Node';
  return will
    ? { grade: 'good', what, says: version }
    : { grade: 'mend', what, says: `${version} is too old`, remedy: 'run "npm start": it brings its own' };
}

const wrongMs = 5 * 60_000;
const offMs = 30_000;

/** Against the platforms', as their answers tell it. */
export function clock(aheadMs: number | undefined): Finding {
  const what = 'clock';
  if (aheadMs === undefined) return { grade: 'unseen', what, says: 'nobody could be asked what time it is' };
  const off = Math.abs(aheadMs);
  if (off < offMs) return { grade: 'good', what, says: 'right' };
  return {
    grade: off < wrongMs ? 'optional' : 'mend',
    what,
    says: `${long(off)} ${aheadMs > 0 ? 'behind' : 'ahead'}`,
    costs: 'reminders and times on cards are off by as much; nothing happens twice',
    remedy: 'let the system set it: timedatectl set-ntp true, or whatever yours has for NTP',
  };
}

const full: Trouble = {
  costs: 'once it is full nothing can be kept: people are told to try again, and no copy can be made before an upgrade',
  remedy: 'make room, or move the database (docs/operating.md)',
};

/** Where it writes, usually its database; the nearest folder that is there already. `needs`: how much more it may soon want, as for a copy. */
export function disk(folder: string, needs: number, trouble = full): Finding {
  const place = nearest(path.resolve(folder));
  const { bavail, bsize } = statfsSync(place);
  const free = bavail * bsize;
  const what = `disk at ${place}`;
  if (free > Math.max(fewBytes, 2 * needs)) return { grade: 'good', what, says: `${size(free)} free` };
  return {
    grade: free < Math.max(soFewBytes, needs) ? 'mend' : 'optional',
    what,
    says: `only ${size(free)} free`,
    ...trouble,
  };
}

export const nearest = (folder: string): string =>
  existsSync(folder) || path.dirname(folder) === folder ? folder : nearest(path.dirname(folder));

/** That a folder which whoever runs the bot has named can't be written; nothing, where it can. */
export function unwritable(what: string, folder: string, costs: string): Finding | undefined {
  const says = troubleWith(folder);
  return says === undefined
    ? undefined
    : {
        grade: 'mend',
        what,
        says,
        costs,
        remedy:
          'let whoever runs the bot write there (under systemd its unit has to name the folder, in a container it has to be mounted: docs/operating.md, Backup), or name another',
      };
}

/** Of a folder that is to be written into, and made where it isn't there. */
function troubleWith(folder: string): string | undefined {
  const code = codeOf(folder);
  if (code !== undefined && !/^(ENOENT|ENOTDIR)$/.test(code)) return `can't be had just now (${code})`;
  const there = nearest(path.resolve(folder));
  if (!statSync(there).isDirectory()) return `can't be: ${there} is a file`;
  try {
    accessSync(there, constants.W_OK | constants.X_OK);
    return undefined;
  } catch {
    return existsSync(folder) ? "can't be written by who runs this" : `is not there, and can't be made in ${there}`;
  }
}

/** A disk of elsewhere that is away says so, whoever asks. */
function codeOf(folder: string): string | undefined {
  try {
    statSync(folder);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
}
