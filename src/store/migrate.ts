import { promises as fs } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import type { Db } from './engine.ts';

const migrationFolder = path.join(import.meta.dirname, '../../migrations');

/** A path is no address: on Windows `C:` would be its scheme, and anywhere a `#` or `%` in a folder's name means something else. */
const load = (file: string) => import(pathToFileURL(file).href);

/** Brings the schema up to date; answers the names of what was applied. */
export async function migrate(db: Db): Promise<readonly string[]> {
  const provider = new FileMigrationProvider({ fs, path, migrationFolder, import: load });
  const migrator = new Migrator({ db, provider });
  const { error, results } = await migrator.migrateToLatest();
  if (error) {
    const failed = results?.find(one => one.status === 'Error')?.migrationName;
    throw new Error(
      `The database could not be brought up to date${failed ? ` (at ${failed})` : ''}; it is as it was before.`,
      { cause: error },
    );
  }
  return (results ?? []).map(one => one.migrationName);
}
