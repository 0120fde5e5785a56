/** SQLite's file as it is at one moment, into another. */
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';

/** As one file: a copy says of itself that it has a log beside it, as the original has; whoever only read it would leave one there, or could not read it at all. https://sqlite.org/wal.html#read_only_databases */
export async function copied(connection: Sqlite.Database, to: string, how?: Sqlite.BackupOptions): Promise<void> {
  await allOf(connection, to, how);
  const copy = new Sqlite(to);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

/** Asked to begin in the middle of a transaction of its own connection, SQLite copies nothing, and the driver takes that for the end of it. Another moment comes. */
async function allOf(connection: Sqlite.Database, to: string, how: Sqlite.BackupOptions | undefined): Promise<void> {
  for (const until = performance.now() + copyWaitsMs; ; ) {
    const { totalPages } = await connection.backup(to, how);
    if (totalPages > 0 || connection.pragma('page_count', { simple: true }) === 0) return;
    if (performance.now() > until)
      throw new Error('nothing was copied: something else was at work in it all the while');
    await sleep(copyAgainMs);
  }
}

const [copyWaitsMs, copyAgainMs] = [30_000, 20];

/** Another process writes meanwhile, and a copy that is made in several steps would begin anew each time. https://sqlite.org/backup.html */
export const allPages = 2 ** 31 - 1;
