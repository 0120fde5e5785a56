/** `copbot restore`: puts a backup in the place of the database; what was there stays beside it. */
import { existsSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { backUp, madeAt } from '../store/engine/backups.ts';
import { byItsName } from '../store/engine/by-its-name.ts';
import { copyAnew } from '../store/engine/made-anew.ts';
import {
  type CameBack,
  cameBack,
  lastNoted,
  notBack,
  noteCameBack,
  noteCameBackIn,
} from '../store/engine/restoring.ts';
import { fileOf } from '../store/engine/sqlite.ts';
import { writeWhole } from '../store/engine/write-whole.ts';
import { holdStore, openReading, StoreTaken, Unusable } from '../store/engine.ts';
import { stepsOf } from '../store/migrate.ts';
import { ownWays } from './backup.ts';
import { BotRuns, type Counter } from './counter.ts';
import { moment } from './some.ts';
import { when } from './table.ts';
import { unwritten } from './unwritten.ts';
import { isAnothers, knownIn } from './whose.ts';

interface Options {
  readonly done?: number;
  readonly other?: boolean;
  readonly json?: boolean;
}

export function restore(program: Command, counter: Counter): void {
  program
    .command('restore')
    .argument('[file]', 'a backup')
    .option('--done <date>', 'it is in place already, put there by other tools: a backup of then', moment)
    .addOption(new Option('--other', "though it is another bot's, of other workspaces").conflicts('done'))
    .summary('put a backup in the place of the database')
    .description(
      'Puts a backup in the place of the database, with the bot stopped. It is looked at first; what was there is kept beside it. At its next start the bot finds members and pins again from the platforms, looks for what it may have done since before it does it, and tells those who facilitate what is gone.',
    )
    .option('--json', 'the same for machines')
    .action(async (typed: string | undefined, { done, other, json }: Options, own: Command) => {
      const { databaseUrl } = counter.config();
      if ((typed === undefined) === (done === undefined))
        own.error('error: it takes a backup, or --done with the time of one that is in place already');
      if (done !== undefined) return wasPutBack(counter, done, databaseUrl, json);
      if (databaseUrl.startsWith('sqlite:'))
        return putBack(counter, counter.pathOf(typed ?? ''), databaseUrl, { other, json });
      counter.refuse(ownWays);
    });
}

/** What the bot can't see by itself is noted, and done at the start. */
async function wasPutBack(counter: Counter, madeAt: number, url: string, json?: boolean): Promise<void> {
  if (madeAt > counter.now) return counter.refuse(`${when(madeAt)} is yet to come: when was that backup made?`);
  const cameBack = { madeAt, at: counter.now };
  await counter.alone(async ({ db, shared }) => {
    if (shared) await noteCameBackIn(db, cameBack);
    else noteCameBack(fileOf(url), cameBack);
  });
  counter.tell(json, { asOf: new Date(madeAt) }, () => {
    counter.say(
      `Noted: the database is as it was at ${when(madeAt)}. What it had still to do then is looked for on the platforms before it is done.`,
    );
    counter.say(next);
  });
}

const next =
  'Now start the bot. It finds members and pins again by itself, and tells those who facilitate what is gone.';

async function putBack(counter: Counter, from: string, url: string, { other, json }: Options): Promise<void> {
  const trouble = isSame(from, fileOf(url)) ? 'is the database itself: name a backup.' : await troubleWith(from);
  if (trouble) return counter.refuse(`${from} ${trouble} The database is as it was.`);
  const workspaces = await knownIn(`sqlite:${from}`);
  const ours = other ? [] : await knownIn(url);
  if (isAnothers(workspaces, ours)) return counter.refuse(ofAnother(from, workspaces, ours));
  const hold = await holdStore(url).catch((error: unknown) => {
    throw error instanceof StoreTaken ? new BotRuns() : error;
  });
  try {
    const file = fileOf(url);
    const there = byItsName(file); // a link to it goes on leading there, as to another disk
    const made = madeAt(from) ?? (await writtenBy(from));
    const [ready, aside] = [`${there}.restoring`, asideOf(there, counter.now)];
    const lacks = await copied(from, ready, counter.now).catch(unwritten);
    if (lacks) return counter.refuse(`${lacks}. The database is as it was.`);
    const noted = cameBack(file);
    noteCameBack(file, { madeAt: made, at: counter.now }); // first: where it can't be, all stays as it is
    const isKeyLost = orAsBefore(file, noted, () => !takeKey(from, file, aside, counter));
    const kept = putAside(there, aside);
    renameSync(ready, there);
    counter.tell(json, { file, asOf: new Date(made), kept: kept ? aside : null, isKeyLost, workspaces }, () => {
      if (isKeyLost)
        counter.say(`There is no key beside it (${from}.key): what waited to be said in it is lost, and nothing else.`);
      counter.say(`${file} is as it was at ${when(made)}.${kept ? ` What was there is kept in ${aside}.` : ''}`);
      if (workspaces.length > 0) counter.say(`It knows ${listed(workspaces)}.`);
      counter.say(next);
    });
  } finally {
    hold.letGo();
  }
}

/** Nothing was put back: then no note says so either, but what one said before. */
function orAsBefore<T>(file: string, noted: CameBack | undefined, take: () => T): T {
  try {
    return take();
  } catch (error) {
    if (noted) noteCameBack(file, noted);
    else notBack(file);
    throw error;
  }
}

const listed = (workspaces: readonly string[]): string => workspaces.join(', ');

const ofAnother = (from: string, theirs: readonly string[], ours: readonly string[]): string =>
  `${from} is another bot's: it knows ${listed(theirs)}; the database here knows ${listed(ours)}. The database is as it was. If it is meant all the same: --other`;

const isSame = (one: string, other: string): boolean =>
  existsSync(one) && existsSync(other) && realpathSync(one) === realpathSync(other);

/** Looked at before anything is moved. */
async function troubleWith(file: string): Promise<string | undefined> {
  if (!existsSync(file)) return 'is not there.';
  try {
    const store = await openReading(`sqlite:${file}`);
    try {
      const says = await store.broken?.();
      if (says) return `can't be used: ${says}.`;
      const { applied, unknown } = await stepsOf(store.db);
      if (applied === 0) return 'holds nothing of this bot.';
      return unknown.length === 0
        ? undefined
        : `was made by a newer version (${unknown.join(', ')}): restore it with that one.`;
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof Unusable) return "can't be used: it is no SQLite database, or can't be read.";
    const { code = '', message } = error as { code?: string; message: string };
    if (code.startsWith('SQLITE_READONLY'))
      return 'has to be in a folder that you may write, to be read: copy it to one, with what lies beside it, and name that.';
    if (code.startsWith('SQLITE_')) return `can't be used: ${message}.`;
    throw error;
  }
}

/** Of one that is called otherwise: by then it was written, but when it was copied or fetched its time became that. */
async function writtenBy(file: string): Promise<number> {
  const written = Math.floor(statSync(file).mtimeMs);
  const store = await openReading(`sqlite:${file}`);
  try {
    return Math.min(written, (await lastNoted(store.db)) ?? written);
  } finally {
    await store.close();
  }
}

async function copied(from: string, to: string, now: number): Promise<void> {
  for (const end of ['', '.key', '-wal', '-shm', '-journal']) rmSync(`${to}${end}`, { force: true }); // of one that was killed
  const store = await openReading(`sqlite:${from}`);
  try {
    await backUp({ url: from, copyTo: store.copyTo }, '', now, to);
    rmSync(`${to}.key`, { force: true }); // it goes by another way
  } finally {
    await store.close();
  }
}

const asideOf = (file: string, now: number): string =>
  `${file}.replaced-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}Z`;

/** What there is of it, in the state in which it was left, broken or not: of a log that stays, SQLite would write what it holds into the backup. */
function putAside(file: string, aside: string): boolean {
  rmSync(`${file}-shm`, { force: true }); // SQLite makes it anew from the log
  const there = ['', '-wal', '-journal'].filter(end => existsSync(`${file}${end}`));
  for (const end of there) renameSync(`${file}${end}`, `${aside}${end}`);
  return there.length > 0;
}

/** What waits to be said in it is sealed with the key that it was made with; what was put aside, with the one that was here. Whether there is one. */
function takeKey(from: string, file: string, aside: string, counter: Counter): boolean {
  const [theirs, ours] = [`${from}.key`, `${file}.key`];
  if (!existsSync(theirs)) return existsSync(ours) || !!counter.config().secretKey;
  const key = readFileSync(theirs);
  if (existsSync(ours)) {
    if (readFileSync(ours).equals(key)) return true;
    copyAnew(ours, `${aside}.key`);
  }
  writeWhole(ours, key);
  return true;
}
