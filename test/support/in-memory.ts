/** Where tests keep their files: in memory where a machine has room for them there, since a disk is waited for at every commit. */
import { accessSync, constants, statfsSync } from 'node:fs';

const inMemory = '/dev/shm';
/** Of a private PostgreSQL with a database for each worker, and all else; what most tests need together is a tenth of it. */
const enough = 4e9;

/** `tmpdir()` goes by it from here on, also in the processes that are begun: unless whoever runs this has said where. */
export function keepInMemory(): void {
  if (!process.env.TMPDIR && hasRoom()) process.env.TMPDIR = inMemory;
}

function hasRoom(): boolean {
  try {
    accessSync(inMemory, constants.W_OK);
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize > enough;
  } catch {
    return false; // there is none
  }
}
