/**
 * Brings the schema up to date. A step's `up` is quick and done whole, or not at all; where rows are to be written anew, its `fill` does
 * so afterwards, in bites of their own, and again from the start if it was interrupted.
 */
import { promises as fs, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { FileMigrationProvider, type Migration, Migrator } from 'kysely/migration';
import { type Db, dialectOf, type Reader } from './engine.ts';

const migrationFolder = path.join(import.meta.dirname, '../../migrations');

/** A path is no address: on Windows `C:` would be its scheme, and anywhere a `#` or `%` in a folder's name means something else. */
const load = (file: string) => import(pathToFileURL(file).href);

interface Step extends Migration {
  /** What older code writes or reads would be wrong after it: where such a process still runs beside this one, it stops. */
  readonly breaking?: boolean;
  /** Rows that are written anew, so many at a time; done twice, it does no harm. */
  fill?(db: Kysely<unknown>): Promise<void>;
}

type Steps = Readonly<Record<string, Step>>;

/** Code that is older than the database would not understand it. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';
}

/** Code that is newer than the database would ask for what isn't there yet. */
export class OlderDatabase extends Error {
  override readonly name = 'OlderDatabase';
}

/** Those that this process is at. */
const underWay = new WeakSet<Db>();

/** Answers the names of what was applied. `before`: where there is something in it already, and it is about to be changed. */
export async function migrate(
  db: Db,
  before: (next: string) => Promise<void> = async () => {},
  folder = migrationFolder,
): Promise<readonly string[]> {
  underWay.add(db);
  try {
    return await broughtUp(db, before, folder);
  } finally {
    underWay.delete(db);
  }
}

async function broughtUp(db: Db, before: (next: string) => Promise<void>, folder: string): Promise<readonly string[]> {
  const steps = await stepsIn(folder);
  const applied = await appliedIn(db);
  const unknown = applied.filter(name => !(name in steps));
  if (unknown.length > 0) throw new NewerDatabase(newer(unknown));
  const next = Object.keys(steps).find(name => !applied.includes(name));
  if (next && applied.length > 0) await before(next);
  await made(db, sql`create table if not exists schema_steps (name text primary key, filled integer not null)`);
  await made(db, sql`create table if not exists schema_breaks (name text primary key)`);
  const done = await apply(db, steps);
  await fillAll(db, steps);
  return done;
}

/** Of two processes that begin at once, PostgreSQL may refuse one the table that the other is just making, `if not exists` or no: then it is there. */
async function made(db: Db, table: RawBuilder<unknown>): Promise<void> {
  await table.execute(db).catch(() => table.execute(db));
}

const stepsIn = (folder: string): Promise<Steps> =>
  new FileMigrationProvider({ fs, path, migrationFolder: folder, import: load }).getMigrations();

/** The steps that this code knows, asked at its start: later the folder may hold those of a newer one. */
export const knownSteps = (): ReadonlySet<string> =>
  new Set(
    readdirSync(migrationFolder)
      .filter(file => file.endsWith('.ts'))
      .map(file => path.basename(file, '.ts')),
  );

/** Whether all of them have been done, in whichever process. Fails where the database doesn't answer. A step may hold SQLite's only connection for long: who asks meanwhile doesn't wait for it. */
export async function isMigrated(db: Db, known: ReadonlySet<string>): Promise<boolean> {
  if (dialectOf(db).alone && underWay.has(db)) return false;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const applied = new Set(rows.map(row => row.name));
  return [...known].every(name => applied.has(name));
}

/** How the schema stands to this code: what is still to be done to it, and what was done to it by a newer one. */
export async function stepsOf(
  reader: Reader,
): Promise<{ readonly applied: number; readonly pending: readonly string[]; readonly unknown: readonly string[] }> {
  const applied = await appliedIn(reader);
  const known = [...knownSteps()].sort();
  return {
    applied: applied.length,
    pending: known.filter(name => !applied.includes(name)),
    unknown: applied.filter(name => !known.includes(name)),
  };
}

/** For whoever would read its rows, or change them: it is as this code knows it. */
export async function mustFit(reader: Reader): Promise<void> {
  const { applied, pending, unknown } = await stepsOf(reader);
  if (unknown.length > 0) throw new NewerDatabase(newer(unknown));
  if (applied === 0) throw new OlderDatabase(empty);
  if (pending.length > 0) throw new OlderDatabase(older(pending));
}

/** A bot has run on it, of whichever version. */
export async function mustBeOurs(reader: Reader): Promise<void> {
  if ((await appliedIn(reader)).length === 0) throw new OlderDatabase(empty);
}

/** Steps that code which doesn't know them must not live with. */
export async function breaksUnknown(db: Db, known: ReadonlySet<string>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from schema_breaks order by name`.execute(db);
  return rows.map(row => row.name).filter(name => !known.has(name));
}

const newer = (unknown: readonly string[]): string =>
  `This database was brought up to date by a newer version of the bot (${unknown.join(', ')}), which this one doesn't know. Start that version again, or put back a copy from before it.`;

const older = (pending: readonly string[]): string =>
  `This database is of an older version of the bot: ${pending.length} steps are to come (${pending[0]} first). They are done at the bot's next start, or now by: npx copbot migrate`;

const empty =
  'The database that DATABASE_URL names holds nothing of this bot. If the bot has never run on it, nothing is kept yet; else DATABASE_URL names another place, or put back a backup (npx copbot restore FILE).';

/** Of the schema that our tables are in, where a database has several: another program may note its own steps in another, under the same name. */
async function homeOf(db: Reader): Promise<string | undefined> {
  return (await dialectOf(db).home?.execute(db))?.rows[0]?.name;
}

async function appliedIn(db: Reader): Promise<readonly string[]> {
  const home = await homeOf(db);
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const isOurs = (schema: string | undefined) => home === undefined || schema === home;
  if (!tables.some(({ name, schema }) => name === 'kysely_migration' && isOurs(schema))) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.map(row => row.name);
}

async function apply(db: Db, steps: Steps): Promise<readonly string[]> {
  const told = Object.fromEntries(
    Object.entries(steps).map(([name, step]) => [name, step.breaking ? saidWith(step, name) : step]),
  );
  const home = await homeOf(db);
  const provider = { getMigrations: async () => told };
  const migrator = new Migrator({ db, provider, ...(home && { migrationTableSchema: home }) });
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

/** Older processes hear of it in the moment it is there. */
const saidWith = (step: Step, name: string): Migration => ({
  async up(db) {
    await step.up(db);
    await sql`insert into schema_breaks (name) values (${name})`.execute(db);
    await dialectOf(db).breaks?.(name).execute(db);
  },
});

async function fillAll(db: Db, steps: Steps): Promise<void> {
  const { rows } = await sql<{ name: string }>`select name from schema_steps where filled = 1`.execute(db);
  const filled = new Set(rows.map(row => row.name));
  for (const [name, { fill }] of Object.entries(steps)) {
    if (!fill || filled.has(name)) continue;
    await fill(db as Kysely<unknown>);
    await sql`insert into schema_steps (name, filled) values (${name}, 1) on conflict (name) do nothing`.execute(db);
  }
}
