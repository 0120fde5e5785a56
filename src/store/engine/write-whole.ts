/** A small file beside the database, for its owner alone: under its name it is whole. */
import { renameSync, writeFileSync } from 'node:fs';
import { ofBeside } from './beside.ts';
import { giveToOwner } from './give-to-owner.ts';

export function writeWhole(file: string, contents: string | Buffer): void {
  try {
    writeFileSync(`${file}.new`, contents, { mode: 0o600, flush: true });
    giveToOwner(`${file}.new`);
    renameSync(`${file}.new`, file);
  } catch (error) {
    throw ofBeside(file, error);
  }
}
