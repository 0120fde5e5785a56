/** Small files that belong with SQLite's, and without which the bot doesn't go on: its key, who is forgotten, and by what those are known again. */
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { canBeOpened } from './can-be-opened.ts';
import type { Store } from './store.ts';
import { Unusable } from './unusable.ts';

/** What they are called behind the database's own name. */
const endings = ['.key', '.forgotten', '.forgotten.key'] as const;

/** Who is forgotten: it isn't to come back with a backup of the database, but has to be there when that does. */
export const forgottenFileOf = ({ engine, url }: Pick<Store, 'engine' | 'url'>): string | undefined => {
  if (engine === 'postgres') return path.resolve('data', 'forgotten');
  return url === ':memory:' ? undefined : `${url}.forgotten`;
};

/** What the accounts in that list are known again by. */
export const markKeysOf = (forgottenFile: string): string => `${forgottenFile}.key`;

/** In words, where whoever runs the bot may not have it; else the error itself. */
export function ofBeside(file: string, cause: unknown): unknown {
  const { code = '', message } = cause as { code?: string; message: string };
  if (!/^(EACCES|EPERM|EROFS|EISDIR|ENOTDIR)$/.test(code)) return cause;
  return new Unusable(
    `${file}, which belongs with the database, can not be read or written (${message}). Give it, like the database and its folder, to whoever runs the bot.`,
    { cause },
  );
}

/** Those of a database that are there, and can't be had by who asks; nothing is changed. */
export const withheld = (database: string): readonly string[] =>
  endings.map(end => `${database}${end}`).filter(file => existsSync(file) && !canBeOpened(file, 'r+'));

/** Of a server's, which has no such files beside it: whether that one could be had, or made. */
export const isWithheld = (file: string): boolean =>
  existsSync(file) ? !canBeOpened(file, 'r+') : !canBeMade(path.dirname(file));

function canBeMade(folder: string): boolean {
  if (!existsSync(folder)) return path.dirname(folder) !== folder && canBeMade(path.dirname(folder));
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
