/** What root makes beside a database is given to whoever its folder belongs to: the bot, which is somebody else, could not have it. SQLite does so with what it makes itself. */
import { chownSync, statSync } from 'node:fs';
import path from 'node:path';

export function giveToOwner(file: string): void {
  if (process.geteuid?.() !== 0) return;
  const { uid, gid } = statSync(path.dirname(file));
  if (uid === 0) return;
  try {
    chownSync(file, uid, gid);
  } catch {
    // a root that may not: in a container without capabilities, on a disk of another machine
  }
}
