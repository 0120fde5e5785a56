/** Copies of SQLite's file that are made while the bot is at work: in a folder of their own, the latest of each day and week. */
import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import type { Store } from '../engine.ts';
import { bornOf, copyBornOf } from './born.ts';
import { canBeOpened } from './can-be-opened.ts';
import { copyAnew, isMadeAnew, noHalf } from './made-anew.ts';
import { makeFolder } from './make-folder.ts';
import { readSqlite } from './sqlite.ts';
import { Unusable } from './unusable.ts';

const day = 24 * 3600_000;
const daysKept = 7;
const weeksKept = 4;

export interface Backup {
  readonly file: string;
  readonly at: number;
}

const keyOf = (file: string): string => `${file}.key`;

/** `cop-2026-11-26T03-00-00Z.sqlite`: sorts by time, and can be a name anywhere. */
const nameFor = (url: string, at: number): string =>
  `${path.basename(url, '.sqlite')}-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z.sqlite`;

const named = /-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.sqlite$/;

function timeOf(name: string): number | undefined {
  const [, date, hours, minutes, seconds] = named.exec(name) ?? [];
  return (date && Date.parse(`${date}T${hours}:${minutes}:${seconds}Z`)) || undefined;
}

/** When one was made, as its name tells; else nothing. */
export const madeAt = (file: string): number | undefined => timeOf(path.basename(file));

/** Of this database, the latest first. Two bots may have one folder, and databases that are called the same. */
export function backupsIn(folder: string, url: string): readonly Backup[] {
  const own = bornOf(url);
  return calledAs(folder, url).filter(({ file }) => !isOfAnother(file, own));
}

/** Of others that are called as this one is: another bot's, or of one from before it was begun anew. */
export function strangersIn(folder: string, url: string): readonly Backup[] {
  const own = bornOf(url);
  return calledAs(folder, url).filter(({ file }) => isOfAnother(file, own));
}

/** One that is broken is taken for its own, as its name says; not one that is for somebody else alone to read, as each of theirs is. */
function isOfAnother(file: string, own: string | undefined): boolean {
  if (!canBeOpened(file, 'r')) return true;
  const born = copyBornOf(file);
  return born !== undefined && own !== undefined && born !== own;
}

function calledAs(folder: string, url: string): readonly Backup[] {
  const begins = `${path.basename(url, '.sqlite')}-`;
  return (existsSync(folder) ? readdirSync(folder) : [])
    .filter(name => name.startsWith(begins))
    .flatMap(name => {
      const at = timeOf(name);
      return at === undefined || name.length !== nameFor(url, at).length ? [] : [{ file: path.join(folder, name), at }];
    })
    .sort((a, b) => b.at - a.at);
}

/** Made where it isn't there; fails where nothing can be written into it. */
export function mustTakeBackups(folder: string): void {
  makeFolder(folder, 0o700);
  const probe = path.join(folder, `.${randomUUID()}`);
  writeFileSync(probe, '', { mode: 0o600, flag: 'wx' });
  rmSync(probe);
}

/** Whole, looked at, and for its owner alone, before it has its name; with the key that it is read with, if that is a file. */
export async function backUp(
  store: Pick<Store, 'url' | 'copyTo'>,
  folder: string,
  now: number,
  to?: string,
): Promise<string> {
  const { url, copyTo } = store;
  if (!copyTo) throw new Error('this database has ways of its own: pg_dump');
  makeFolder(to === undefined ? folder : path.dirname(to), 0o700);
  const file = to ?? begunIn(folder, url, now);
  if (to !== undefined) begun(to);
  const part = partOf(file);
  return noHalf(part, async () => {
    await copyTo(part);
    await breath();
    await mustBeWhole(part, url);
    onDisk(part);
    await breath(); // it may have been broken off meanwhile, which nobody heard
    if (existsSync(keyOf(url))) copyAnew(keyOf(url), keyOf(file));
    renameSync(part, file);
    return file;
  });
}

const partOf = (file: string): string => `${file}.part`;

/** Nobody else's by now, though another bot may have this folder, and begin in the same second. */
function begunIn(folder: string, url: string, at: number): string {
  const file = path.join(folder, nameFor(url, at));
  const isOurs = !existsSync(file) && isMadeAnew(partOf(file));
  if (isOurs && !existsSync(file)) return file;
  if (isOurs) rmSync(partOf(file)); // the other one has just ended
  return begunIn(folder, url, at + 1000);
}

/** Named by who asks for it: what one that was killed left under that name goes. */
function begun(file: string): void {
  rmSync(partOf(file), { force: true });
  if (!isMadeAnew(partOf(file))) throw new Error(`${partOf(file)} is just being made by another process`);
}

async function mustBeWhole(file: string, original: string): Promise<void> {
  const born = bornOf(original);
  if (born !== undefined && copyBornOf(file) !== born)
    throw new Unusable(`the copy can't be used: it isn't of ${original}, or holds nothing of it`);
  const copy = readSqlite(`sqlite:${file}`);
  try {
    const broken = await copy.broken?.();
    if (broken) throw new Unusable(`the copy can't be used: ${broken}`);
  } finally {
    await copy.close();
  }
}

function onDisk(file: string): void {
  const opened = openSync(file, 'r+');
  fsyncSync(opened);
  closeSync(opened);
}

/**
 * The latest of each of the last seven days that have one, and of each of four weeks before; what else is of ours goes. Counted by what is
 * there and not from now: a clock that is wrong for once takes none away. Weeks are the calendar's: what stands for one does so tomorrow too.
 */
export function tidyBackups(folder: string, url: string): void {
  if (bornOf(url) === undefined) return; // whose they are can't be told just now
  tidyHalves(folder, url);
  const days = new Set<number>();
  const weeks = new Set<number>();
  const isHalfAmongDays = (week: number) => week === weekOf(Math.min(...days));
  for (const { file, at } of backupsIn(folder, url)) {
    const made = Math.floor(at / day);
    const week = weekOf(made);
    const whole = [...weeks].filter(one => !isHalfAmongDays(one)).length;
    if (days.has(made) || weeks.has(week)) removed(file);
    else if (days.size < daysKept) days.add(made);
    else if (whole < weeksKept) weeks.add(week);
    else removed(file);
  }
}

/** What a process that was killed had copied by half: nobody would ever ask for it, and all that people have deleted since is in it. */
function tidyHalves(folder: string, url: string): void {
  const [latest] = backupsIn(folder, url);
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const [, whole = ''] = /^(.+)\.(part|part-wal|part-shm|part-journal)$/.exec(name) ?? [];
    const at = timeOf(whole);
    if (at === undefined || whole !== path.basename(nameFor(url, at)) || !latest || at > latest.at - day) continue;
    rmSync(path.join(folder, name), { force: true });
    if (!existsSync(path.join(folder, whole))) rmSync(keyOf(path.join(folder, whole)), { force: true });
  }
}

const weekOf = (day: number): number => Math.floor(day / 7);

function removed(file: string): void {
  for (const one of [file, keyOf(file)]) rmSync(one, { force: true });
}
