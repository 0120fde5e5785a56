/** What root makes beside a database is given to whoever its folder belongs to: the bot, which is somebody else, could not have it. SQLite does so with what it makes itself. A link stays a link: what it leads to, anywhere on the machine, is given to nobody. */
import { lchownSync, statSync } from 'node:fs';
import path from 'node:path';

export function giveToOwner(file: string): void {
  if (process.geteuid?.() !== 0) return;
  const { uid, gid } = statSync(path.dirname(file));
  if (uid === 0) return;
  try {
    lchownSync(file, uid, gid);
  } catch {
    // a root that may not: in a container without capabilities, on a disk of another machine
  }
}
