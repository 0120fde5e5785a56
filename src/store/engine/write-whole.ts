/** A small file beside the database, for its owner alone: under its name it is whole. */
import { renameSync, rmSync } from 'node:fs';
import { ofBeside } from './beside.ts';
import { isMadeAnew } from './made-anew.ts';

export function writeWhole(file: string, contents: string | Buffer): void {
  try {
    rmSync(`${file}.new`, { force: true }); // of one that was killed
    isMadeAnew(`${file}.new`, contents);
    renameSync(`${file}.new`, file);
  } catch (error) {
    throw ofBeside(file, error);
  }
}
