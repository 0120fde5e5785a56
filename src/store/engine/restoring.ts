/**
 * A database that comes from a backup: what was still to be done when that was made may have been done since. So each of it counts as
 * begun, and is looked for on the platform before it is done. That it came from a backup stands in a file beside it, or in itself where it
 * is on a server, until people know.
 */
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { sql } from 'kysely';
import type { Db, Store, Tx } from '../engine.ts';
import { fileOf } from './sqlite.ts';
import { lostWal } from './unusable.ts';
import { writeWhole } from './write-whole.ts';

export interface CameBack {
  /** When the backup was made. */
  readonly madeAt: number;
  /** When it took the database's place. */
  readonly at: number;
}

const noteOf = (file: string): string => `${file}.restored`;

/** In the database, before a bot works on it: each counts as begun when the backup was made. */
export async function mayHaveBegun(db: Db | Tx, madeAt: number): Promise<void> {
  await db
    .updateTable('effects')
    .set(eb => ({
      state: eb.case().when('state', '=', 'waiting').then('intended').else(eb.ref('state')).end() as never,
      intended_at: eb.fn.coalesce('intended_at', sql<number>`${madeAt}`),
      claimed_until: null,
    }))
    .where('settled_at', 'is', null)
    .execute();
}

/** When the last thing was done that is noted in it: what comes later isn't in it. Nothing, where it is too old to tell. */
export async function lastNoted(db: Db): Promise<number | undefined> {
  const { rows } = await sql<{ last: number | null }>`select max(x) as last from (
    select max(at) as x from audit union all select max(settled_at) from effects union all select max(intended_at) from effects
  ) as all_times`
    .execute(db)
    .catch(() => ({ rows: [] }));
  return rows[0]?.last ?? undefined;
}

export const noteCameBack = (file: string, cameBack: CameBack): void =>
  writeWhole(noteOf(file), JSON.stringify(cameBack));

export const notBack = (file: string): void => rmSync(noteOf(file), { force: true });

/** That there is a note says most of it: where it can't be read, it is of when it was written. */
export function cameBack(file: string): CameBack | undefined {
  const note = noteOf(file);
  if (!existsSync(note)) return undefined;
  const written = Math.floor(statSync(note).mtimeMs);
  try {
    const { madeAt, at } = JSON.parse(readFileSync(note, 'utf8')) as Partial<CameBack>;
    if (typeof madeAt === 'number' && typeof at === 'number') return { madeAt, at };
  } catch {
    // cut, or written over by hand
  }
  return { madeAt: written, at: written };
}

/** Where what was written last is gone with the file that it stood in, that is noted too: it is of an earlier time, like a backup. */
export function walIsLost(url: string, now: number): boolean {
  const file = fileOf(url);
  if (file === url || !existsSync(file) || !lostWal(file)) return false;
  if (!cameBack(file)) noteCameBack(file, { madeAt: Math.floor(statSync(file).mtimeMs), at: now });
  return true;
}

/** Of a server's, at once, with no bot at it: those that start then may be several. Its table is made with it, since what was put back may be of an older version. */
export const noteCameBackIn = (db: Db, { madeAt, at }: CameBack): Promise<void> =>
  db.transaction().execute(async tx => {
    await mayHaveBegun(tx, madeAt);
    await sql`create table if not exists came_back (made_at bigint not null, at bigint not null)`.execute(tx);
    await sql`delete from came_back`.execute(tx);
    await sql`insert into came_back (made_at, at) values (${madeAt}, ${at})`.execute(tx);
  });

async function notedIn(db: Db): Promise<CameBack | undefined> {
  const { rows: tables } = await sql<{ name: string | null }>`select to_regclass('came_back')::text as name`.execute(
    db,
  );
  if (!tables[0]?.name) return undefined;
  const { rows } = await sql<CameBack>`select made_at as "madeAt", at from came_back`.execute(db);
  return rows[0];
}

/** At a start. */
export async function cameBackTo({ shared, db, url }: Store): Promise<CameBack | undefined> {
  if (shared) return notedIn(db);
  return url === ':memory:' ? undefined : cameBack(url);
}

export async function cameBackIsKnown({ shared, db, url }: Store, { at }: CameBack): Promise<void> {
  if (shared) await sql`delete from came_back where at = ${at}`.execute(db);
  else notBack(url);
}
