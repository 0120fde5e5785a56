/** A backup that was made beside the bot is put back after the world has gone on: what the platforms show is found again, people hear what is gone. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import { PgBoss } from 'pg-boss';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { launch } from '../../playground/demo/serve.ts';
import { town } from '../../playground/town.ts';
import { copyBefore, tidyCopies } from '../../src/store/copies.ts';
import { cameBack, cameBackTo } from '../../src/store/engine/restoring.ts';
import { openStore } from '../../src/store/engine.ts';
import { copbot, program } from '../support/copbot.ts';
import { engines } from '../support/engines.ts';
import { newestBinaries } from '../support/postgres.ts';
import { readAt, tokens, undoneAt, up } from '../support/process.ts';
import { askIn, startCop } from '../support/scenes.ts';
import { openFor, platformNames } from '../support/stage.ts';
import { amira, village } from '../support/village.ts';

const patience = { timeout: 40_000, interval: 50 };
const migrationFolder = path.join(import.meta.dirname, '../../migrations');
const root = mkdtempSync(path.join(tmpdir(), 'cop-backup-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Whoever is a member has a private calendar address, as if they had asked for one. */
async function hasFeed(file: string): Promise<void> {
  const database = new Sqlite(file);
  database.exec(
    "insert into calendar_feeds select network_id, person_id, 'a fingerprint', 1 from memberships where state = 'member'",
  );
  database.close();
}

describe.each(platformNames)('on %s', platform => {
  it('is made beside the bot, put back once that is stopped, and told', async () => {
    const folder = path.join(root, platform);
    const playground = await openFor(platform, [town]);
    const env = { ...tokens(playground), DATABASE_URL: `sqlite:${folder}/cop.sqlite`, BACKUP_DIR: `${folder}/daily` };
    let bot = launch(env);
    await up(bot, playground);
    const type = (words: string) => copbot(words, env, folder);
    const [amira, ben, dev] = ['Amira Haddad', 'Ben Okafor', 'Dev Patel'].map(one => playground.person(one));
    if (!amira || !ben || !dev) throw new Error('nobody is there');
    const members = () => readAt(folder, "select 1 from memberships where state = 'member'");
    const documents = () => readAt(folder, "select title from documents where state = 'kept'");
    await startCop(amira);
    await undoneAt(folder);
    expect(readdirSync(`${folder}/daily`).filter(one => /^cop-[\dT-]+Z\.sqlite$/.test(one))).toHaveLength(1);

    await hasFeed(`${folder}/cop.sqlite`);
    const made = await type('backup before.sqlite');
    expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/is copied to .*before\.sqlite/) });
    for (const one of ['before.sqlite', 'before.sqlite.key'])
      expect(statSync(path.join(folder, one)).mode & 0o777).toBe(0o600);

    const opener = platform === 'discord' ? playground.person('Joan Mills') : amira;
    await opener.brings('Ben Okafor', 'cop-wound-care');
    const message = await amira.posts('cop-wound-care', 'Our dressing protocol: https://example.org/protocol');
    await amira.pins(message);
    await askIn(dev);
    await vi.waitUntil(async () => (await members()).length === 2 && (await documents()).length === 1, patience);
    await undoneAt(folder);
    const said = async () => (await amira.reads('cop-wound-care')).filter(one => !one.onlyYou).length; // that her pin is kept she reads again
    const before = await said();

    expect(await type('restore before.sqlite')).toMatchObject({
      code: 3,
      err: expect.stringMatching(/The bot is running/),
    });
    await bot.stop();
    const back = await type('restore before.sqlite');
    expect(back.out).toMatch(
      /cop\.sqlite is as it was at .*What was there is kept in .*replaced-[\s\S]*Now start the bot/,
    );
    expect(back.code).toBe(0);
    expect(await members()).toHaveLength(1);
    expect(await documents()).toEqual([]);

    bot = launch(env);
    await up(bot, playground);
    expect(bot.output()).toMatch(/the database is of an earlier time/);
    await vi.waitUntil(async () => (await members()).length === 2 && (await documents()).length === 1, patience);
    await amira.sees(/What I know of Wound Care is of an earlier time/);
    const ended = await amira.sees(/Your private calendar address[\s\S]*It no longer works/);
    expect(ended.buttons.map(one => one.label)).toEqual(['Give me another address']);
    expect(await readAt(folder, 'select 1 from calendar_feeds')).toEqual([]);
    await undoneAt(folder);
    expect(await said()).toBe(before);
    expect(existsSync(`${folder}/cop.sqlite.restored`)).toBe(false);
    await dev.types('/cop find wound', { in: 'general' });
    await askIn(dev); // hers is gone: she may ask again
    await bot.stop();
    await playground.stop();
  }, 240_000);
});

/** A database of this bot's, a backup of it, and what was written since in a log that nobody has taken in. */
async function killed(name: string) {
  const folder = path.join(root, name);
  const env = { DATABASE_URL: `sqlite:${folder}/cop.sqlite` };
  const file = path.join(folder, 'cop.sqlite');
  await copbot('migrate', env, root);
  writeFileSync(`${file}.key`, 'the key that it had then');
  expect(await copbot('backup kept.sqlite', env, folder)).toMatchObject({ code: 0 });
  const since = new Sqlite(file);
  since.exec('create table since (x)');
  const wal = readFileSync(`${file}-wal`);
  since.close();
  writeFileSync(`${file}-wal`, wal);
  const tables = () => {
    const one = new Sqlite(file);
    const names = one.prepare("select name from sqlite_schema where name in ('since', 'cops')").pluck().all();
    one.close();
    return names;
  };
  return { folder, file, tables, type: (words: string) => copbot(words, env, folder) };
}

it('written over nothing; put back where only the log of the lost one lies, which stays out of it, as its key stays', async () => {
  const { folder, file, tables, type } = await killed('lost');
  for (const one of ['kept.sqlite', 'cop.sqlite'])
    expect(await type(`backup ${one}`)).toMatchObject({ code: 1, err: expect.stringMatching(/is there already/) });
  const kept = readFileSync(`${folder}/kept.sqlite`);
  expect([kept[18], kept[19]]).toEqual([1, 1]); // no log beside it: https://sqlite.org/fileformat.html#file_format_version_numbers
  rmSync(`${folder}/kept.sqlite`);
  expect(await type('backup kept.sqlite')).toMatchObject({ code: 1, err: expect.stringMatching(/\.key is there/) });
  writeFileSync(`${folder}/kept.sqlite`, kept);

  rmSync(file);
  writeFileSync(`${file}.key`, 'the key that it has now');
  writeFileSync(`${file}.restoring`, 'of one that was killed');
  writeFileSync(`${file}.restoring.key`, 'of one that was killed');
  expect(await type('restore kept.sqlite')).toMatchObject({ code: 0 });
  expect(tables()).toEqual(['cops']);
  const names = readdirSync(folder);
  const aside = names.find(one => one.endsWith('Z-wal'))?.replace(/-wal$/, '');
  expect(aside).toMatch(/^cop\.sqlite\.replaced-/);
  expect(readFileSync(`${folder}/${aside}.key`, 'utf8')).toBe('the key that it has now');
  expect(readFileSync(`${file}.key`, 'utf8')).toBe('the key that it had then');
  expect(names.filter(one => /\.restoring|^kept.*-(wal|shm)$/.test(one))).toEqual([]);
}, 120_000);

it('is of when the last thing was done in it, where it was called otherwise, and copied since', async () => {
  const { folder, file, type } = await killed('renamed');
  const backup = new Sqlite(`${folder}/kept.sqlite`);
  backup.pragma('foreign_keys = off');
  const at = Date.UTC(2026, 2, 3, 9, 30);
  backup
    .prepare(
      'insert into audit (id, network_id, at, command, about_kind, workspace_id, press) values (?, ?, ?, ?, ?, ?, ?)',
    )
    .run('01A', '01N', at, 'cop start', 'network', 'slack:T1', 'p');
  backup.close();
  rmSync(`${folder}/kept.sqlite.key`);
  rmSync(`${file}.key`, { force: true });
  const again = await copbot('restore kept.sqlite --json', { DATABASE_URL: `sqlite:${file}` }, folder);
  const told = JSON.parse(again.out);
  expect(told).toEqual({
    file,
    asOf: new Date(at).toISOString(),
    kept: expect.any(String),
    isKeyLost: true,
    workspaces: [],
  });
  expect(existsSync(told.kept)).toBe(true);
  const people = await type('restore kept.sqlite');
  expect(people.out).toContain(`${file} is as it was at 2026-03-03 09:30Z.`);
  expect(people.out).toMatch(/^There is no key beside it \(.*kept\.sqlite\.key\)/);
  const copied = await type('backup another.sqlite --json');
  expect(JSON.parse(copied.out)).toEqual({ file: `${folder}/another.sqlite` });
  expect(JSON.parse(readFileSync(`${file}.restored`, 'utf8'))).toMatchObject({ madeAt: at });
}, 120_000);

it('is put back where the database is, though that is called by a link, as to another disk', async () => {
  const { folder, file, tables, type } = await killed('linked');
  mkdirSync(`${folder}/disk`);
  for (const end of ['', '-wal']) renameSync(`${file}${end}`, `${folder}/disk/cop.sqlite${end}`);
  symlinkSync('disk/cop.sqlite', file);
  expect(await type('restore kept.sqlite')).toMatchObject({ code: 0 });
  expect(realpathSync(file)).toBe(realpathSync(`${folder}/disk/cop.sqlite`));
  expect(tables()).toEqual(['cops']);
  expect(readdirSync(`${folder}/disk`).filter(one => one.includes('.replaced-'))).toHaveLength(2);
  expect([existsSync(`${file}.key`), existsSync(`${file}.restored`)]).toEqual([true, true]);
}, 120_000);

it('broken off while it is made or put back leaves no half, and says so; what a killed one left goes at the next start', async () => {
  const { folder, file, type } = await killed('broken-off');
  const filled = new Sqlite(file);
  filled.exec('create table much (x); insert into much values (randomblob(150000000))');
  filled.close();
  expect(await type('backup much.sqlite')).toMatchObject({ code: 0 });
  const before = readFileSync(`${file}`).length;
  for (const [words, half] of [
    ['backup again.sqlite', `${folder}/again.sqlite.part`],
    ['restore much.sqlite', `${file}.restoring.part`],
  ] as const) {
    const said = await copbot(words, { DATABASE_URL: `sqlite:${file}` }, folder, async child => {
      await vi.waitUntil(() => existsSync(half), { timeout: 30_000, interval: 1 });
      child.kill('SIGINT');
    });
    expect(said, words).toMatchObject({ code: 130, err: expect.stringMatching(/^Broken off: what was not finished/) });
    expect(readdirSync(folder).filter(one => /again|\.restor|\.replaced/.test(one))).toEqual([]);
  }
  expect(readFileSync(file)).toHaveLength(before);
  for (const end of ['copying', 'restoring', 'restoring.part']) writeFileSync(`${file}.${end}`, 'half of it');
  const store = await openStore(`sqlite:${file}`);
  tidyCopies(store, Date.now());
  await store.close();
  expect(readdirSync(folder).filter(one => /\.(copying|restoring)/.test(one))).toEqual([]);
}, 120_000);

it('is told though older ones can not be tidied away, and that they can not', async () => {
  const { folder, file } = await killed('untidy');
  const daily = `${folder}/daily`;
  mkdirSync(`${daily}/cop-2026-03-01T03-00-00Z.sqlite.part/of somebody`, { recursive: true });
  const said = await copbot('backup', { DATABASE_URL: `sqlite:${file}`, BACKUP_DIR: daily }, folder);
  expect(said).toMatchObject({
    code: 1,
    out: expect.stringMatching(/is copied to .*daily/),
    err: expect.stringMatching(/^Older ones could not be tidied away: /),
  });
}, 120_000);

it('that the disk does not take leaves no half, and blames no database for it', async () => {
  const { folder, file } = await killed('no-room');
  const before = readFileSync(file);
  for (const words of ['backup', 'backup here.sqlite', 'restore kept.sqlite']) {
    const limited = ['-c', `ulimit -f 600; exec "$0" ${program} ${words}`, process.execPath];
    const env = { PATH: process.env.PATH, DATABASE_URL: `sqlite:${file}`, BACKUP_DIR: `${folder}/daily` };
    const { status, stderr } = spawnSync('sh', limited, { cwd: folder, env, encoding: 'utf8' });
    expect({ status, stderr }, words).toEqual({
      status: 1,
      stderr: expect.stringMatching(/^It can't be (copied|written): [^\n]*(\n[^\n]*)?$/),
    });
    expect(stderr).not.toMatch(/put back a backup|named by/);
  }
  expect(readFileSync(file)).toEqual(before);
  expect(readdirSync(folder).filter(one => /here|\.restor|\.replaced/.test(one))).toEqual([]);
  expect(readdirSync(`${folder}/daily`)).toEqual([]);
}, 120_000);

it('goes back to a copy from before an upgrade, with the version of then, as to any backup', async () => {
  const folder = path.join(root, 'went-back');
  mkdirSync(folder);
  const file = path.join(folder, 'cop.sqlite');
  const store = await openStore(`sqlite:${file}`);
  const provider = new FileMigrationProvider({ fs, path, migrationFolder });
  await new Migrator({ db: store.db, provider }).migrateTo('0045-going');
  writeFileSync(`${file}.key`, 'the key that it has');
  const before = (await copyBefore(store, '9999-later')) ?? '';
  await store.close();
  const newer = new Sqlite(file);
  newer.exec("insert into kysely_migration values ('9999-later', '')");
  newer.close();
  expect(await copbot('migrate', { DATABASE_URL: `sqlite:${file}` }, folder)).toMatchObject({ code: 1 });
  const back = await copbot(`restore ${before}`, { DATABASE_URL: `sqlite:${file}` }, folder);
  expect(back).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^[^\n]*is as it was at [\s\S]*Now start the bot/),
  });
  expect(cameBack(file)).toBeDefined();
  expect(existsSync(before)).toBe(true);
  expect(await copbot('migrate', { DATABASE_URL: `sqlite:${file}` }, folder)).toMatchObject({ code: 0 });
}, 120_000);

it('puts nothing back where it can not be noted that it was', async () => {
  const { folder, file, tables, type } = await killed('unnoted');
  mkdirSync(`${file}.restored/in the way`, { recursive: true });
  writeFileSync(`${file}.key`, 'the key that it has now');
  expect((await type('restore kept.sqlite')).code).toBe(1);
  expect(tables()).toHaveLength(2);
  expect(readFileSync(`${file}.key`, 'utf8')).toBe('the key that it has now');
  expect(readdirSync(folder).filter(one => one.includes('.replaced-'))).toEqual([]);
}, 120_000);

it('notes nothing of what it could not put back for want of its key', async () => {
  const { file, tables, type } = await killed('unkeyed');
  rmSync(`${path.dirname(file)}/kept.sqlite.key`, { force: true });
  mkdirSync(`${path.dirname(file)}/kept.sqlite.key`);
  expect((await type('restore kept.sqlite')).code).toBe(1);
  expect(tables()).toHaveLength(2);
  expect(cameBack(file)).toBeUndefined();
  writeFileSync(`${file}.restored`, JSON.stringify({ madeAt: 7, at: 9 })); // of one before, that nobody knows of yet
  expect((await type('restore kept.sqlite')).code).toBe(1);
  expect(cameBack(file)).toEqual({ madeAt: 7, at: 9 });
}, 120_000);

it('refuses what is no backup of this bot, and leaves the database as it was', async () => {
  const folder = path.join(root, 'refused');
  const env = { DATABASE_URL: `sqlite:${folder}/cop.sqlite` };
  await copbot('migrate', env, root);
  const before = statSync(`${folder}/cop.sqlite`).ino;
  const make = (name: string, ...sql: string[]) => {
    const one = new Sqlite(path.join(folder, name));
    for (const each of sql) one.exec(each);
    one.close();
  };
  make('else.sqlite', 'create table notes (words text)');
  make('empty.sqlite', 'create table x (y)', 'drop table x');
  make(
    'newer.sqlite',
    'create table kysely_migration (name text, timestamp text)',
    "insert into kysely_migration values ('0001-people', ''), ('9999-later', '')",
  );
  writeFileSync(path.join(folder, 'text.sqlite'), 'These are no rows. '.repeat(200));
  const tried = async (name: string) => copbot(`restore ${folder}/${name}`, env, root);
  for (const [name, words] of [
    ['none.sqlite', /is not there/],
    ['else.sqlite', /belongs to another program: it has the tables notes/],
    ['empty.sqlite', /holds nothing of this bot/],
    ['newer.sqlite', /made by a newer version \(9999-later\)/],
    ['text.sqlite', /can't be used: file is not a database|no SQLite database/],
    ['cop.sqlite', /is the database itself: name a backup/],
  ] as const)
    expect(await tried(name), name).toMatchObject({ code: 1, err: expect.stringMatching(words) });
  expect(statSync(`${folder}/cop.sqlite`).ino).toBe(before);
  expect(await copbot('restore', env, root)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/a backup, or --done/),
  });
  const url = { DATABASE_URL: 'postgres://u@127.0.0.1:1/x' };
  for (const words of ['backup', 'restore cop.dump'])
    expect(await copbot(words, url, root)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/pg_dump[\s\S]*pg_restore[\s\S]*restore --done/),
    });
}, 120_000);

it("is refused where it is another bot's, by the workspaces that both know, unless that is meant", async () => {
  const folder = path.join(root, 'whose');
  const env = { DATABASE_URL: `sqlite:${folder}/cop.sqlite` };
  const type = (words: string) => copbot(words, env, folder);
  await copbot('migrate', env, root);
  const knows = (name: string, ...workspaces: string[]) => {
    const one = new Sqlite(path.join(folder, name));
    for (const each of workspaces) {
      one.prepare('insert into networks values (?, ?, 1)').run(`of ${each}`, each);
      one.prepare('insert into workspaces values (?, ?, 1)').run(each, `of ${each}`);
    }
    one.close();
  };
  for (const each of ['nobodys', 'theirs', 'ours'])
    expect(await type(`backup ${each}.sqlite`)).toMatchObject({ code: 0 });
  knows('theirs.sqlite', 'slack:T1', 'slack:T2');
  const isBack = { code: 0, out: expect.stringMatching(/is as it was at .*\nIt knows slack:T1, slack:T2\.$/m) };
  expect(await type('restore theirs.sqlite')).toMatchObject(isBack); // there is nobody's here yet
  expect(await type('restore nobodys.sqlite')).toMatchObject({ code: 0, out: expect.not.stringMatching(/It knows/) });

  knows('cop.sqlite', 'discord:9');
  knows('ours.sqlite', 'discord:9', 'slack:T1');
  const before = statSync(`${folder}/cop.sqlite`).ino;
  const refused = await type('restore theirs.sqlite');
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toMatch(
    /theirs\.sqlite is another bot's: it knows slack:T1, slack:T2; the database here knows discord:9\. The database is as it was\..*--other/,
  );
  expect(statSync(`${folder}/cop.sqlite`).ino).toBe(before);
  expect(await type('restore theirs.sqlite --other')).toMatchObject(isBack);
  expect(await type('restore ours.sqlite')).toMatchObject({ code: 0 }); // one of both is enough

  writeFileSync(`${folder}/cop.sqlite`, 'cut off');
  rmSync(`${folder}/cop.sqlite-wal`, { force: true });
  expect(await type('restore theirs.sqlite')).toMatchObject({ code: 0 }); // nobody can tell
  expect(await type('restore --done 2026-01-01 --other')).toMatchObject({ code: 2 });
}, 120_000);

describe.each(engines)('put in place by other tools, on $engine', ({ engine, skip, fresh }) => {
  it.skipIf(skip)(
    'is told with --done, and counts as one from a backup',
    async () => {
      const file = `${root}/done/cop.sqlite`;
      const url = engine === 'sqlite' ? `sqlite:${file}` : await fresh();
      const begun = async () => {
        const store = await openStore(url);
        const rows = await store.db.selectFrom('effects').select(['state', 'intended_at']).execute();
        await store.close();
        return rows.filter(one => one.intended_at !== null);
      };
      const { presses, store, request } = await village(url);
      await presses(amira, 'join-request approve', { request });
      await presses(amira, 'calendar give');
      const feeds = async () => {
        const again = await openStore(url);
        const rows = await again.db.selectFrom('calendar_feeds').selectAll().execute();
        await again.close();
        return rows.length;
      };
      await store.close();
      expect(await feeds()).toBe(1);
      expect(await begun()).toEqual([]);
      const type = (words: string) => copbot(words, { DATABASE_URL: url }, root);
      expect(await type('restore --done 2999-01-01')).toMatchObject({
        code: 1,
        err: expect.stringMatching(/yet to come/),
      });
      expect(await type('restore --done 2026-03-03T03:00Z')).toMatchObject({
        code: 0,
        out: expect.stringMatching(/as it was at 2026-03-03 03:00Z[\s\S]*Now start/),
      });
      const madeAt = Date.UTC(2026, 2, 3, 3);
      if (engine === 'sqlite') return expect(cameBack(file)).toMatchObject({ madeAt });
      expect(await feeds()).toBe(1); // ended at the start, which tells whose they were
      const all = await begun();
      expect(all.length).toBeGreaterThan(3);
      expect(new Set(all.map(one => one.intended_at))).toEqual(new Set([madeAt]));
      expect(all.map(one => one.state)).not.toContain('waiting');
      expect(await type('restore --done 2026-03-03T02:00Z')).toMatchObject({ code: 0 }); // the first was a slip
      const again = await openStore(url);
      expect(await cameBackTo(again)).toEqual({ madeAt: Date.UTC(2026, 2, 3, 2), at: expect.any(Number) });
      await again.close();
    },
    60_000,
  );
});

const postgres = engines.find(one => one.engine === 'postgres');
it.skipIf(postgres?.skip)(
  'a dump from before there were private calendar addresses is told with --done, too',
  async () => {
    const url = (await postgres?.fresh()) ?? '';
    const { db, close } = await openStore(url);
    const provider = new FileMigrationProvider({ fs, path, migrationFolder });
    await new Migrator({ db, provider }).migrateTo('0045-going');
    await close();
    expect(await copbot('restore --done 2026-03-03T03:00Z', { DATABASE_URL: url }, root)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/as it was at 2026-03-03 03:00Z[\s\S]*Now start/),
    });
  },
  60_000,
);

const tools = newestBinaries();
it.skipIf(postgres?.skip || !tools)(
  "PostgreSQL's own tools, as it names them, bring all back, wake-ups or not",
  async () => {
    const url = (await postgres?.fresh()) ?? '';
    const boss = new PgBoss({ connectionString: url, schedule: false });
    await boss.start();
    await boss.createQueue('effects-slack', { policy: 'stately' });
    await boss.stop();
    const { store } = await village(url);
    const cops = async () => (await store.db.selectFrom('cops').select('name').execute()).length;
    const before = await cops();
    const { err } = await copbot('backup', { DATABASE_URL: url }, root);
    const run = (tool: string) => {
      const line = err.split('\n').find(one => one.trim().startsWith(tool)) ?? 'false';
      execFileSync('sh', ['-c', line], { cwd: root, env: { PATH: `${tools}:${process.env.PATH}`, DATABASE_URL: url } });
    };
    run('pg_dump');
    await store.db.updateTable('cops').set({ name: 'Called otherwise since' }).execute();
    run('pg_restore'); // fails where that says anything of an error
    expect(await cops()).toBe(before);
    expect(
      await store.db.selectFrom('cops').select('name').where('name', '=', 'Called otherwise since').execute(),
    ).toEqual([]);
    await store.close();
  },
  120_000,
);
