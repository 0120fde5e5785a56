/** A file that was not there, for its owner alone: nothing is written through a link that somebody laid in its place, and over nothing that another is just making. */
import { chmodSync, constants, copyFileSync, lstatSync, rmSync, writeFileSync } from 'node:fs';
import { giveToOwner } from './give-to-owner.ts';

/** Whether it is; not where there is one. */
export function isMadeAnew(file: string, contents: string | Buffer = ''): boolean {
  try {
    writeFileSync(file, contents, { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  giveToOwner(file);
  return true;
}

/** In the place of what was there. What only a link leads to, root alone may be allowed to read: the copy stays whose it is. */
export function copyAnew(from: string, to: string): void {
  rmSync(to, { force: true });
  copyFileSync(from, to, constants.COPYFILE_EXCL);
  chmodSync(to, 0o600);
  if (!lstatSync(from).isSymbolicLink()) giveToOwner(to);
}

const endings = ['', '-wal', '-shm', '-journal'] as const;

/** What is made by half goes, also where whoever asked for it breaks it off. */
export async function noHalf<T>(half: string, work: () => Promise<T>): Promise<T> {
  const tidy = () => {
    for (const end of endings) rmSync(`${half}${end}`, { force: true });
  };
  process.once('exit', tidy);
  try {
    return await work();
  } finally {
    process.removeListener('exit', tidy);
    tidy();
  }
}
