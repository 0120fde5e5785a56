/** Small files that belong with SQLite's, and without which the bot doesn't go on: its key, and who is forgotten. */
import { closeSync, existsSync, openSync } from 'node:fs';
import { Unusable } from './unusable.ts';

/** What they are called behind the database's own name. */
const endings = ['.key', '.forgotten'] as const;

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
  endings.map(end => `${database}${end}`).filter(file => existsSync(file) && !canBeHad(file));

function canBeHad(file: string): boolean {
  try {
    closeSync(openSync(file, 'r+'));
    return true;
  } catch {
    return false;
  }
}
