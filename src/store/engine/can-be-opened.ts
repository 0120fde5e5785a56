/** Whether who asks may have a file that is there, to read it or to write to it as well; nothing is changed. */
import { closeSync, openSync } from 'node:fs';

export function canBeOpened(file: string, how: 'r' | 'r+'): boolean {
  try {
    closeSync(openSync(file, how));
    return true;
  } catch {
    return false;
  }
}
