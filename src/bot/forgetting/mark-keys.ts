/**
 * What marks in the list of who is forgotten were made with stays beside it: the secret that it comes from may be another one day, and its
 * file be gone. It opens nothing that is sealed, and no backup takes it along.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Log } from '../../platform/log.ts';
import { markKeysOf, ofBeside } from '../../store/engine/beside.ts';
import { makeFolder } from '../../store/engine/make-folder.ts';
import { Unusable } from '../../store/engine/unusable.ts';
import { writeWhole } from '../../store/engine/write-whole.ts';

/** All that marks are known by, from now on these too. Fails with Unusable where they can't be read, or be kept. */
export function keepMarkKeys(forgottenFile: string | undefined, now: readonly string[], log: Log): readonly string[] {
  if (forgottenFile === undefined) return now;
  const file = markKeysOf(forgottenFile);
  const before = keptIn(file);
  const all = [...new Set([...now, ...before])];
  if (all.length > before.length) kept(file, all, log);
  return all;
}

/** A line each; one that was cut off is passed over. */
function keptIn(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter(line => /^[\w-]{43}$/.test(line));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw ofBeside(file, error);
  }
}

function kept(file: string, all: readonly string[], log: Log): void {
  try {
    makeFolder(path.dirname(file));
    writeWhole(file, all.map(key => `${key}\n`).join(''));
  } catch (error) {
    const known = ofBeside(file, error);
    if (known instanceof Unusable) throw known;
    log.warn(
      { err: error },
      'what forgotten people are known again by could not be kept; it is tried at the next start',
    ); // as on a full disk
  }
}
