/** When a database took its first step, to the millisecond: no other has the same, and each copy of it has. */
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import Sqlite from 'better-sqlite3';

const first = "select timestamp from kysely_migration where name = '0001-people'";

/** Of one that may be at work: what it was given last may stand in its log. */
export function bornOf(file: string): string | undefined {
  try {
    const opened = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 250 });
    try {
      return opened.prepare<[], string>(first).pluck().get();
    } finally {
      opened.close();
    }
  } catch {
    return undefined;
  }
}

/**
 * Of a copy of one, which nobody changes: read as it lies there, whoever has it locked, and without a log and an index beside it, which
 * whoever only reads one that had those leaves there. https://sqlite.org/uri.html#uriimmutable
 */
export function copyBornOf(file: string): string | undefined {
  try {
    const address = pathToFileURL(file);
    address.searchParams.set('immutable', '1');
    const opened = new DatabaseSync(address, { readOnly: true });
    try {
      const told = opened.prepare(first).get()?.timestamp;
      return typeof told === 'string' ? told : undefined;
    } finally {
      opened.close();
    }
  } catch {
    return undefined;
  }
}
