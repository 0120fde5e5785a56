/** Bad disks and old files: what whoever runs the bot reads, and that nothing was changed. */
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptForgotten } from '../../src/bot/forgetting/list.ts';
import { keepMarkKeys } from '../../src/bot/forgetting/mark-keys.ts';
import { secretsOf } from '../../src/secret.ts';
import { isWithheld, withheld } from '../../src/store/engine/beside.ts';
import { cameBack, walIsLost } from '../../src/store/engine/restoring.ts';
import { ofFile } from '../../src/store/engine/unusable.ts';
import { holdStore, openReading, openStore, Unusable } from '../../src/store/engine.ts';
import { migrate, NewerDatabase } from '../../src/store/migrate.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cop-disk-'));
  file = path.join(folder, 'cop.sqlite');
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

async function opened(url = `sqlite:${file}`): Promise<void> {
  const store = await openStore(url, undefined, { checked: true });
  await store.close();
}
async function ours(): Promise<void> {
  const store = await openStore(`sqlite:${file}`);
  await migrate(store.db);
  await store.close();
}
const refused = async (url?: string): Promise<string> => {
  const error = await opened(url).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(Unusable);
  return (error as Error).message;
};
/** Whoever may do anything can write everywhere: they are nobody for a moment. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

it('a folder that can not be made is named, with DATABASE_URL', async () => {
  writeFileSync(path.join(folder, 'taken'), '');
  const message = await refused(`sqlite:${folder}/taken/data/cop.sqlite`);
  expect(message).toMatch(/taken\/data\/cop\.sqlite, named by DATABASE_URL, can not be opened or made \(ENOTDIR/);
  expect(message).toMatch(/or name another in DATABASE_URL/);
});

it('a disk that is away, whatever the system calls it; and what is no matter of files stays as it was', () => {
  const said = (code: string) => ofFile(file, Object.assign(new Error('x'), { code }));
  for (const code of ['ENOTCONN', 'EHOSTDOWN', 'ESTALE', 'EREMOTEIO', 'ENODEV'])
    expect(said(code)).toMatchObject({ name: 'Unusable', message: expect.stringMatching(/the disk that it is on/) });
  expect(said('ERR_INVALID_ARG_TYPE')).not.toBeInstanceOf(Unusable);
  expect(ofFile(file, new TypeError('a bug'))).toBeInstanceOf(TypeError);
});

it('a folder that nobody may write in, and a file that can only be read', async () => {
  await ours();
  chmodSync(file, 0o444);
  chmodSync(`${file}.lock`, 0o666);
  chmodSync(folder, 0o777);
  expect(await asNobody(() => refused())).toMatch(
    /can be read, but not written \(SQLITE_READONLY.*the right to write it/,
  );
  chmodSync(folder, 0o555);
  rmSync(`${file}.lock`, { force: true });
  expect(await asNobody(() => refused())).toMatch(/can not be opened or made \(SQLITE_CANTOPEN/);
});

it('what somebody else made: the file itself, or the lock beside it, which would keep nobody out', async () => {
  await ours();
  chmodSync(folder, 0o777);
  chmodSync(file, 0o600);
  chmodSync(`${file}.lock`, 0o666);
  if (process.geteuid?.() === 0)
    expect(await asNobody(() => refused())).toMatch(
      /can not be opened.*the right to read and write it, and its folder/,
    );
  chmodSync(file, 0o666);
  for (const mode of [0o444, 0o000]) {
    chmodSync(`${file}.lock`, mode);
    const message = await asNobody(() => refused());
    expect(message).toMatch(/cop\.sqlite\.lock, which keeps a second process .* can not be written \(SQLITE_/);
    expect(message).toMatch(/Give it, like the database and its folder, to whoever runs the bot/);
  }
});

it('the key and the list of who is forgotten, where they are somebody else’s', async () => {
  const written = [`${file}.key`, `${file}.forgotten`, `${file}.forgotten.key`] as const;
  for (const one of written) {
    writeFileSync(one, `${'k'.repeat(43)} 1\n`);
    chmodSync(one, 0o400);
  }
  chmodSync(folder, 0o755);
  const [key, list, marks] = written;
  const read = {
    [key]: async () => secretsOf({} as never, { engine: 'sqlite', url: file }, silent),
    [list]: () => keptForgotten(list),
    [marks]: async () => keepMarkKeys(list, [], silent),
  };
  for (const [one, reading] of Object.entries(read)) {
    chmodSync(one, 0o000);
    const error = await asNobody(() => reading().catch((error: unknown) => error));
    expect(error, one).toBeInstanceOf(Unusable);
    expect((error as Error).message).toMatch(/, which belongs with the database, can not be .*EACCES.*Give it/);
  }
  chmodSync(list, 0o444);
  await expect(asNobody(() => keptForgotten(list))).rejects.toThrow(/forgotten, which belongs .*can not be/); // told before somebody is forgotten
  await expect(asNobody(async () => withheld(file))).resolves.toEqual(written);
  for (const one of written) chmodSync(one, 0o666);
  await expect(asNobody(async () => withheld(file))).resolves.toEqual([]);
});

it('the list of who is forgotten, where nothing is beside a database on a server, and nothing can be', async () => {
  const list = path.join(folder, 'data/forgotten');
  for (const mode of [0o555, 0o777]) {
    chmodSync(folder, mode);
    if (mode === 0o777) mkdirSync(path.dirname(list), 0o755);
    await expect(asNobody(() => keptForgotten(list))).rejects.toThrow(
      /data\/forgotten, which belongs .*EACCES.*Give it/,
    ); // told before somebody is forgotten
  }
  chmodSync(path.dirname(list), 0o777);
  expect(await asNobody(() => keptForgotten(list))).toEqual([]);
  expect(readdirSync(path.dirname(list))).toEqual([]);
  expect(isWithheld(list)).toBe(false);
  mkdirSync(list);
  expect(isWithheld(list)).toBe(true);
});

it('a disk that takes no more: first what may be had on it, then a backup, which would lose something', () => {
  const full = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_WRITE' }); // what SQLite makes of EDQUOT
  expect((ofFile(file, full) as Error).message).toMatch(
    /takes no more .*a quota.*only if it is broken, put back a backup/,
  );
});

it('a folder in its place', async () => {
  mkdirSync(file);
  expect(await refused()).toMatch(/can not be opened or made/);
});

it('what is no database, what is somebody else’s, and what is empty', async () => {
  writeFileSync(file, 'These are the minutes of the meeting. '.repeat(100));
  const before = readFileSync(file);
  expect(await refused()).toMatch(/is broken \(file is not a database\)|is no SQLite database/);
  expect(readFileSync(file)).toEqual(before);
  rmSync(file);
  const other = new Sqlite(file);
  other.exec('create table recipes (words text)');
  other.close();
  expect(await refused()).toMatch(/belongs to another program: it has the tables recipes, .*Nothing in it was changed/);
  rmSync(file);
  writeFileSync(file, '');
  await opened();
});

it('one that was cut, and one with a page overwritten', async () => {
  await ours();
  const whole = readFileSync(file);
  truncateSync(file, Math.floor(whole.length / 2 / 4096) * 4096);
  expect(await refused()).toMatch(
    /is broken \(.+\)\. Keep it aside, and put back a backup with "npx copbot restore FILE"/,
  );
  const scribbled = Buffer.from(whole);
  for (let page = 4; page < 40; page++) scribbled.fill(0xaa, page * 4096, page * 4096 + 4096);
  writeFileSync(file, scribbled);
  expect(await refused()).toMatch(/is broken/);
  expect(readFileSync(file)).toEqual(scribbled);
});

it('one that another program has locked, and one that another process of the bot has', async () => {
  await ours();
  const other = new Sqlite(file);
  other.exec('begin immediate');
  expect(await refused()).toMatch(/is locked by another program \(SQLITE_BUSY.*End what has it open/);
  other.close();
  const hold = await holdStore(`sqlite:${file}`);
  await expect(opened()).rejects.toThrow(/is in use by another process of this bot/);
  hold.letGo();
  await opened();
});

it('one that is newer than the code', async () => {
  await ours();
  const store = await openStore(`sqlite:${file}`, undefined, { checked: true });
  await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '')`.execute(store.db);
  await expect(migrate(store.db)).rejects.toThrow(NewerDatabase);
  await store.close();
});

it('one whose -wal is gone is noticed, once; whoever only read it leaves no such trace', async () => {
  await ours();
  const url = `sqlite:${file}`;
  const reading = await openReading(url);
  await sql`select count(*) from cops`.execute(reading.db);
  await reading.close();
  expect(walIsLost(url, 1)).toBe(false);
  const killed = new Sqlite(file);
  killed.exec("insert into networks (id, name, created_at) values ('n', 'N', 1)");
  for (const end of ['', '-wal', '-shm']) copyFileSync(`${file}${end}`, `${folder}/left.sqlite${end}`);
  killed.close();
  const left = `sqlite:${folder}/left.sqlite`;
  expect(walIsLost(left, 5)).toBe(false);
  rmSync(`${folder}/left.sqlite-wal`);
  expect(walIsLost(left, 5)).toBe(true);
  expect(cameBack(`${folder}/left.sqlite`)).toMatchObject({ at: 5 });
  const note = `${folder}/left.sqlite.restored`;
  writeFileSync(note, readFileSync(note, 'utf8').slice(0, 9));
  const written = Math.floor(statSync(note).mtimeMs);
  expect(cameBack(`${folder}/left.sqlite`)).toEqual({ madeAt: written, at: written });
  await opened(left);
  expect(walIsLost(left, 9)).toBe(false);
});

it('that another process has under another name is as taken, and its lost log as lost', async () => {
  const link = path.join(folder, 'elsewhere.sqlite');
  const held = await openStore(`sqlite:${file}`);
  symlinkSync(file, link);
  await expect(opened(`sqlite:${link}`)).rejects.toThrow(/is in use by another process of this bot/);
  await held.close();
  const byLink = await openStore(`sqlite:${link}`);
  await expect(opened()).rejects.toThrow(/is in use by another process of this bot/);
  await byLink.close();
  rmSync(`${file}-wal`, { force: true });
  writeFileSync(`${file}-shm`, '');
  expect(walIsLost(`sqlite:${link}`, Date.now())).toBe(true);
});

it('that a link leads to before it is there is made for its owner alone, and taken by either name from then on', async () => {
  const [disk, link] = [path.join(folder, 'disk'), path.join(folder, 'link.sqlite')];
  mkdirSync(disk);
  symlinkSync('disk/between.sqlite', link);
  symlinkSync('cop.sqlite', path.join(disk, 'between.sqlite'));
  const byLink = await openStore(`sqlite:${link}`);
  for (const one of [link, `${disk}/cop.sqlite`])
    await expect(opened(`sqlite:${one}`), one).rejects.toThrow(/is in use by another process of this bot/);
  expect(statSync(`${disk}/cop.sqlite`).mode & 0o777).toBe(0o600);
  await byLink.close();
});
