/** A small file beside the database, for its owner alone: under its name it is whole. */
import { renameSync, writeFileSync } from 'node:fs';

export function writeWhole(file: string, contents: string | Buffer): void {
  writeFileSync(`${file}.new`, contents, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}
