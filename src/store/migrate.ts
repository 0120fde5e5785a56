import { promises as fs } from 'node:fs';
import path from 'node:path';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import type { Db } from './engine.ts';

const migrationFolder = path.join(import.meta.dirname, '../../migrations');

/** Brings the schema up to date; answers the names of what was applied. */
export async function migrate(db: Db): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: new FileMigrationProvider({ fs, path, migrationFolder }) });
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
