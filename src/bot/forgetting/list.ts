/** Who is to stay forgotten stands beside the database as well, in a file of its own: a backup of the one doesn't bring back the other. */
import { rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { ofBeside } from '../../store/engine/beside.ts';
import { makeFolder } from '../../store/engine/make-folder.ts';
import { Unusable } from '../../store/engine/unusable.ts';
import type { Forgotten } from '../../store/forgotten.ts';

/** A line each: the hash of an account, and when. Lines that were cut off are passed over. Fails with Unusable where it can't be read, or not be written to when somebody is forgotten. */
export async function keptForgotten(file: string | undefined): Promise<readonly Forgotten[]> {
  if (file === undefined) return [];
  const words = await wordsIn(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw ofBeside(file, error);
    mayBeMade(file);
    return '';
  });
  return words.split('\n').flatMap(line => {
    const [, hash, at] = /^([\w-]{43}) (\d+)$/.exec(line) ?? [];
    return hash && at ? [{ hash, at: Number(at) }] : [];
  });
}

async function wordsIn(file: string): Promise<string> {
  const kept = await open(file, 'r+'); // to be written, too
  try {
    return await kept.readFile('utf8');
  } finally {
    await kept.close();
  }
}

/** On PostgreSQL nothing else is ever written beside it: without a look, only whoever is forgotten would find out. At one go, so that a process that ends leaves nothing there. */
function mayBeMade(file: string): void {
  try {
    makeFolder(path.dirname(file));
    writeFileSync(`${file}.new`, '', { mode: 0o600 });
    rmSync(`${file}.new`);
  } catch (error) {
    const known = ofBeside(file, error);
    if (known instanceof Unusable) throw known; // else it passes, as a full disk does
  }
}

export async function keepForgotten(file: string | undefined, all: readonly Forgotten[]): Promise<void> {
  if (file === undefined || all.length === 0) return;
  makeFolder(path.dirname(file));
  const kept = await open(file, 'a', 0o600);
  try {
    await kept.write(all.map(({ hash, at }) => `\n${hash} ${at}\n`).join('')); // a line that was cut off before ends here
    await kept.sync();
  } finally {
    await kept.close();
  }
}
