/** A SQLite file that can't be used, as whoever runs the bot is told: which one, why, and what to do. Nothing of it has been changed. */
import { existsSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { byItsName } from './by-its-name.ts';

export class Unusable extends Error {
  override readonly name = 'Unusable';
}

const back = 'put back a backup with "npx copbot restore FILE"';
const another = 'name another in DATABASE_URL (sqlite:path/to/file.sqlite)';

/** By what SQLite or the system calls it. https://sqlite.org/rescode.html */
const meanings: readonly { readonly code: RegExp; readonly is: string; readonly todo: string }[] = [
  {
    code: /^SQLITE_NOTADB/,
    is: 'is no SQLite database',
    todo: `If it belongs to something else, ${another}; if it was the bot's own, it is broken: ${back}.`,
  },
  { code: /^SQLITE_CORRUPT/, is: 'is broken', todo: `Keep it aside, and ${back}.` },
  {
    code: /^SQLITE_READONLY|^EROFS/,
    is: 'can be read, but not written',
    todo: `Give whoever runs the bot the right to write it and its folder, or ${another}.`,
  },
  {
    code: /^SQLITE_(BUSY|LOCKED)/,
    is: 'is locked by another program',
    todo: 'End what has it open (a backup, sqlite3, a browser for databases), and start again.',
  },
  {
    code: /^SQLITE_FULL|^ENOSPC|^EDQUOT/,
    is: 'has no room: the disk is full',
    todo: `Make room there, or ${another}.`,
  },
  {
    code: /^SQLITE_IOERR|^EIO/,
    is: 'can not be read or written: the disk fails, or takes no more',
    todo: `See to the disk, and to what whoever runs the bot may have on it (a quota: quota -s). Then start again; only if it is broken, ${back}.`,
  },
  {
    code: /^SQLITE_(CANTOPEN|PERM)|^E(ACCES|PERM|NOTDIR|EXIST|ISDIR|NOENT|NAMETOOLONG)$/,
    is: 'can not be opened or made',
    todo: `Give whoever runs the bot the right to read and write it, and its folder, or ${another}.`,
  },
  {
    code: /^E(?!RR_)[A-Z0-9]+$/, // ENOTCONN, EHOSTDOWN, ESTALE, ENODEV, …
    is: 'can not be got at',
    todo: `See that the disk that it is on is there, and start again; or ${another}.`,
  },
];

/** In words, where they are known; else the error itself. */
export function ofFile(file: string, cause: unknown): unknown {
  const { code = '', message } = cause as { code?: string; message: string };
  const known = meanings.find(one => one.code.test(code));
  if (!known) return cause;
  return new Unusable(`${file}, named by DATABASE_URL, ${known.is} (${code}: ${message}). ${known.todo}`, { cause });
}

export function saying<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw ofFile(file, error);
  }
}

/** Of the file beside it that keeps a second process out: made by somebody else, it would keep out nobody. */
export function sayingOfLock<T>(lock: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const { code = '', message } = cause as { code?: string; message: string };
    if (!/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(code) || !existsSync(lock)) throw cause;
    throw new Unusable(
      `${lock}, which keeps a second process of this bot from the database, can not be written (${code}: ${message}). Give it, like the database and its folder, to whoever runs the bot.`,
      { cause },
    );
  }
}

/** For whoever would only read it. */
export const notThere = (file: string): Unusable =>
  new Unusable(
    `${file}, named by DATABASE_URL, is not there. If the bot has never run on it, nothing is kept yet; else DATABASE_URL names another place, or ${back}.`,
  );

/** Refuses what is broken, and what is somebody else's, before anything is written into it. */
export function mustBeSound(file: string, connection: Database): void {
  const trouble = brokenness(connection);
  if (trouble)
    throw new Unusable(`${file}, named by DATABASE_URL, is broken (${trouble}). Keep it aside, and ${back}.`);
  const foreign = foreignness(connection);
  if (foreign) throw new Unusable(`${file}, named by DATABASE_URL, ${foreign}. Nothing in it was changed: ${another}.`);
}

/** What SQLite finds first; it looks at each page, and at no index against its table. https://sqlite.org/pragma.html#pragma_quick_check */
export function brokenness(connection: Database): string | undefined {
  try {
    const [first] = connection.pragma('quick_check(1)') as { quick_check: string }[];
    return first?.quick_check === 'ok' ? undefined : (first?.quick_check.split('\n').at(-1) ?? 'no answer');
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    if (!/^SQLITE_(CORRUPT|NOTADB)/.test(code)) throw error;
    return message;
  }
}

/** Somebody else's, as its tables tell. */
export function foreignness(connection: Database): string | undefined {
  const names = connection
    .prepare<[], string>(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'",
    )
    .pluck()
    .all();
  const ours =
    names.includes('kysely_migration') &&
    connection.prepare("select 1 from kysely_migration where name = '0001-people'").get();
  if (ours || names.length === 0) return undefined;
  return `belongs to another program: it has the tables ${names.slice(0, 5).join(', ')}, and none of this bot's`;
}

/** Killed, SQLite leaves both; ended in order, neither. https://sqlite.org/walformat.html#files_on_disk */
export function lostWal(called: string): boolean {
  const file = byItsName(called);
  return existsSync(`${file}-shm`) && !existsSync(`${file}-wal`);
}
