/** A folder, with those above it. Node's own way of making them all never ends below /proc, where none can be made: not a word, and a processor busy. */
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { giveToOwner } from './give-to-owner.ts';

/** `mode`: of each that is made. Those that are there stay as they are. */
export function makeFolder(folder: string, mode?: number): void {
  try {
    mkdirSync(folder, mode);
    giveToOwner(folder);
  } catch (error) {
    if (isThere(folder)) return;
    const above = path.dirname(folder);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || isThere(above)) throw error;
    makeFolder(above, mode);
    makeFolder(folder, mode);
  }
}

const isThere = (folder: string): boolean => statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
