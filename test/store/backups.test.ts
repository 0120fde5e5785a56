/** Every day a backup, as long as it is wanted: the latest of seven days and of four weeks. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { backingUp } from '../../src/bot/files/back-up.ts';
import type { Clock } from '../../src/jobs/clock.ts';
import { backUp, backupsIn, strangersIn, tidyBackups } from '../../src/store/engine/backups.ts';
import { openStore, type Store } from '../../src/store/engine.ts';
import { migrate } from '../../src/store/migrate.ts';

const hour = 3600_000;
const day = 24 * hour;
const patience = { timeout: 15_000, interval: 5 };
const start = Date.UTC(2026, 2, 3, 3);
let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'cop-backups-'));
  store = await openStore(`sqlite:${folder}/cop.sqlite`);
  await migrate(store.db);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

it('is made at once and a day later, not before; where it can not be, the log names the folder and it is tried again', async () => {
  let now = start;
  let ring = () => {};
  let rings = 0;
  const clock: Clock = {
    now: () => now,
    at: (_at, what) => {
      ring = what;
      rings++;
      return () => {};
    },
  };
  const lines: { sentence: string; fields: Readonly<Record<string, unknown>> }[] = [];
  const note = (fields: Readonly<Record<string, unknown>>, sentence: string) => void lines.push({ fields, sentence });
  const log = { debug: note, info: note, warn: note, error: note };
  const backups = path.join(folder, 'backups');
  writeFileSync(backups, 'in the way');
  const end = backingUp({ store, clock, log }, backups);
  await vi.waitUntil(() => rings === 1, patience);
  expect(lines[0]).toMatchObject({
    fields: { folder: backups },
    sentence: expect.stringMatching(/could not be backed up; tried again in an hour/),
  });
  rmSync(backups);
  const after = async (ms: number, said: number) => {
    now += ms;
    const before = rings;
    ring();
    await vi.waitUntil(() => rings > before, patience);
    expect(lines).toHaveLength(said);
  };
  await after(hour, 2);
  expect(backupsIn(backups, store.url)).toHaveLength(1);
  await after(23 * hour, 2);
  await after(hour, 3);
  expect(readdirSync(backups).sort()).toEqual(['cop-2026-03-03T04-00-00Z.sqlite', 'cop-2026-03-04T04-00-00Z.sqlite']);
  await end();
});

it('is one, though older ones can not be tidied away; that is told for what it is, and tried again within the hour', async () => {
  const rings: (() => void)[] = [];
  let now = start;
  const at: Clock['at'] = (_at, what) => {
    rings.push(what);
    return () => {};
  };
  const lines: string[] = [];
  const note = (_fields: object, sentence: string) => void lines.push(sentence);
  const log = { debug: note, info: note, warn: note, error: note };
  const backups = path.join(folder, 'backups');
  const inTheWay = path.join(backups, 'cop-2026-03-01T03-00-00Z.sqlite.part');
  mkdirSync(path.join(inTheWay, 'of somebody'), { recursive: true });
  const end = backingUp({ store, clock: { now: () => now, at }, log }, backups);
  await vi.waitUntil(() => rings.length === 1, patience);
  expect(lines).toEqual(['the database was backed up', expect.stringMatching(/^older backups could not be tidied/)]);
  rmSync(inTheWay, { recursive: true });
  await backUp(store, backups, start + 60_000);
  now += hour;
  rings[0]?.();
  await vi.waitUntil(() => rings.length === 2, patience);
  expect(lines).toHaveLength(2);
  expect(backupsIn(backups, store.url)).toHaveLength(1);
  await end();
});

it('tidied every day, keeps the latest of each of seven days and four weeks, and touches nothing else', () => {
  const nameAt = (at: number) => `cop-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z.sqlite`;
  writeFileSync(path.join(folder, 'cop-mine.sqlite'), '');
  writeFileSync(path.join(folder, 'other-2020-01-01T00-00-00Z.sqlite'), '');
  for (let days = 0; days < 60; days++) {
    const now = start + days * day;
    for (const hours of [0, 6])
      for (const end of ['', '.key']) writeFileSync(path.join(folder, nameAt(now + hours * hour) + end), '');
    tidyBackups(folder, store.url);
    const made = backupsIn(folder, store.url).map(one => Math.floor(one.at / day));
    const today = Math.floor(start / day) + days;
    expect(made.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6].map(age => today - age).slice(0, days + 1));
    const weeks = made.slice(7).map(one => Math.floor(one / 7));
    expect(new Set(weeks).size).toBe(weeks.length);
    if (days < 35) continue;
    const whole = made.slice(7).filter(one => one % 7 === 6); // a week's last day
    expect(whole).toHaveLength(4);
    expect(weeks.length - whole.length).toBeLessThanOrEqual(1); // of the week that is half among the days
  }
  const names = readdirSync(folder);
  expect(names.filter(one => one.endsWith('.key'))).toHaveLength(backupsIn(folder, store.url).length);
  expect(names).toEqual(expect.arrayContaining(['cop-mine.sqlite', 'other-2020-01-01T00-00-00Z.sqlite']));
});

it('lose nothing to a clock that is years ahead for once, and one is made every day all the same', async () => {
  const clock = { ahead: 0, days: 0 };
  const now = () => start + clock.days * day + clock.ahead;
  const made = () => backupsIn(folder, store.url).map(one => Math.floor((one.at - start) / day));
  const lookOnce = async () => {
    let waits = false;
    const at = () => {
      waits = true;
      return () => {};
    };
    const note = () => {};
    const end = backingUp(
      { store, clock: { now, at }, log: { debug: note, info: note, warn: note, error: note } },
      folder,
    );
    await vi.waitUntil(() => waits, patience);
    await end();
  };
  for (; clock.days < 9; clock.days++) await lookOnce();
  const before = made();
  expect(before.length).toBeGreaterThanOrEqual(7);
  clock.ahead = 3 * 365 * day;
  await lookOnce();
  expect(made()).toEqual([3 * 365 + 9, ...before]);
  clock.ahead = 0;
  await lookOnce();
  await lookOnce();
  expect(made().slice(0, 3)).toEqual([3 * 365 + 9, 9, 8]);
});

it('of another database that is called the same is neither counted, nor tidied away, nor written over', async () => {
  const [backups, elsewhere] = [path.join(folder, 'daily'), path.join(folder, 'elsewhere')];
  mkdirSync(elsewhere);
  const other = await openStore(`sqlite:${elsewhere}/cop.sqlite`);
  await migrate(other.db);
  const theirs = await backUp(other, backups, start);
  expect(backupsIn(backups, store.url)).toEqual([]);
  const ours = [await backUp(store, backups, start), await backUp(store, backups, start + hour)];
  expect(new Set([theirs, ...ours]).size).toBe(3);
  for (const { url } of [store, other]) tidyBackups(backups, url);
  expect(backupsIn(backups, other.url).map(one => one.file)).toEqual([theirs]);
  expect(backupsIn(backups, store.url).map(one => one.file)).toEqual(ours.slice(1));
  expect(strangersIn(backups, store.url).map(one => one.file)).toEqual([theirs]);
  await other.close();
});

it('that was only begun, by a process that was killed, goes a day later with the key beside it; what another is just making stays', async () => {
  const backups = path.join(folder, 'daily');
  const whole = [await backUp(store, backups, start), await backUp(store, backups, start + 2 * day)];
  const half = (days: number) => path.basename(whole[0] ?? '').replace('-03T', `-0${3 + days}T`);
  const begun = [0.5, 1, 2].map(days => (days < 1 ? `${half(0).replace('T03', 'T04')}` : half(days)));
  for (const one of begun) writeFileSync(path.join(backups, `${one}.part`), 'half of it');
  writeFileSync(path.join(backups, `${begun[0]}.key`), 'the key');
  writeFileSync(path.join(backups, 'somebody-2026-03-03T03-00-00Z.sqlite.part'), "another's");
  tidyBackups(backups, store.url);
  expect(readdirSync(backups).sort()).toEqual(
    [...whole.map(one => path.basename(one)), `${begun[2]}.part`, 'somebody-2026-03-03T03-00-00Z.sqlite.part'].sort(),
  );
});

it('of two bots that begin in the same second in one folder each has its own', async () => {
  const [backups, elsewhere] = [path.join(folder, 'daily'), path.join(folder, 'elsewhere')];
  mkdirSync(elsewhere);
  const other = await openStore(`sqlite:${elsewhere}/cop.sqlite`);
  await migrate(other.db);
  const made = await Promise.all([store, other].map(one => backUp(one, backups, start)));
  expect([store, other].map(({ url }) => backupsIn(backups, url).map(one => one.file))).toEqual(made.map(one => [one]));
  expect(readdirSync(backups)).toHaveLength(2);
  await other.close();
});

it('holds all of it, though it is begun while something is just being written', async () => {
  const [writing, written] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const held = store.db.transaction().execute(async () => {
    writing.resolve();
    await written.promise;
  });
  await writing.promise;
  const begun = vi.spyOn(Sqlite.prototype, 'backup');
  let over = false;
  const making = backUp(store, path.join(folder, 'daily'), start).finally(() => {
    over = true;
  });
  await vi.waitUntil(() => over || begun.mock.calls.length > 1, patience);
  begun.mockRestore();
  written.resolve();
  await held;
  const copy = new Sqlite(await making, { readonly: true });
  const count = (of: Sqlite.Database) => of.prepare('select count(*) from sqlite_schema').pluck().get();
  expect(count(copy)).toBe(count(new Sqlite(store.url, { readonly: true })));
  copy.close();
});

it('is none where nothing of the database is in it', async () => {
  const copyTo = async (file: string) => new Sqlite(file).close() as unknown as void;
  await expect(backUp({ url: store.url, copyTo }, path.join(folder, 'daily'), start)).rejects.toThrow(
    /the copy can't be used: .*holds nothing of it/,
  );
  expect(backupsIn(path.join(folder, 'daily'), store.url)).toEqual([]);
});

it('is read without a trace, also with a log of its own, and at once though another has it locked', async () => {
  const backups = path.join(folder, 'daily');
  const [file = ''] = [await backUp(store, backups, start)];
  const names = readdirSync(backups);
  const changed = new Sqlite(file);
  changed.pragma('journal_mode = WAL');
  changed.close();
  expect(backupsIn(backups, store.url)).toHaveLength(1);
  expect(strangersIn(backups, store.url)).toEqual([]);
  expect(readdirSync(backups)).toEqual(names);

  const locked = new Sqlite(file);
  locked.pragma('journal_mode = DELETE');
  locked.exec('begin exclusive');
  const before = performance.now();
  expect(backupsIn(backups, store.url)).toHaveLength(1);
  expect(performance.now() - before).toBeLessThan(3000);
  locked.close();
});

it('is written through no link that lies where it is to be', async () => {
  const [backups, other] = [path.join(folder, 'daily'), path.join(folder, 'of another')];
  writeFileSync(other, 'as it was');
  mkdirSync(backups);
  const named = path.join(backups, 'named.sqlite');
  for (const one of [`${named}.part`, `${named}.key`, `${backups}/cop-2026-03-03T03-00-00Z.sqlite.part`])
    symlinkSync(other, one);
  writeFileSync(`${store.url}.key`, 'the key');
  await backUp(store, backups, start);
  await backUp(store, backups, start, named);
  expect(readFileSync(other, 'utf8')).toBe('as it was');
  expect(readFileSync(`${named}.key`, 'utf8')).toBe('the key');
});

it('of a bot that somebody else runs is for nobody else to read, and so neither counted nor tidied away', async () => {
  const backups = path.join(folder, 'daily');
  const theirs = await backUp(store, backups, start - day);
  chmodSync(theirs, 0);
  const ours = await backUp(store, backups, start);
  for (const one of [folder, backups, store.url, ours, ...['-wal', '-shm'].map(end => store.url + end)])
    chmodSync(one, 0o777);
  await asNobody(async () => {
    expect(backupsIn(backups, store.url).map(one => one.file)).toEqual([ours]);
    expect(strangersIn(backups, store.url).map(one => one.file)).toEqual([theirs]);
  });
});

it('tidies nothing away while it can not tell which are its own', async () => {
  const [backups, none] = [path.join(folder, 'daily'), path.join(folder, 'gone', 'cop.sqlite')];
  for (const at of [start, start + hour]) await backUp(store, backups, at);
  tidyBackups(backups, none);
  expect(readdirSync(backups)).toHaveLength(2);
});

/** Whoever may do anything can read everything: they are nobody for a moment. */
async function asNobody(work: () => Promise<void>): Promise<void> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    process.seteuid?.(0);
  }
}
