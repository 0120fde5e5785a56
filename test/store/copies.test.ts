/** What SQLite's file was like before it is brought up to date stays beside it, for a while. */
import { promises as fs, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { copyBefore, tidyCopies } from '../../src/store/copies.ts';
import { openStore, type Store } from '../../src/store/engine.ts';
import { migrate } from '../../src/store/migrate.ts';

const migrationFolder = path.join(import.meta.dirname, '../../migrations');
const day = 24 * 3600_000;
let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'cop-copies-'));
  store = await openStore(`sqlite:${folder}/cop.sqlite`);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});
const copies = () =>
  readdirSync(folder)
    .filter(name => name.includes('.before-'))
    .sort();

it('is copied as it was, for its owner alone, and not where nothing is to be changed', async () => {
  const before: string[] = [];
  const up = () => migrate(store.db, async next => void before.push((await copyBefore(store, next)) ?? ''));
  await new Migrator({ db: store.db, provider: new FileMigrationProvider({ fs, path, migrationFolder }) }).migrateTo(
    '0005-audit',
  );
  await sql`insert into networks (id, name, created_at) values ('n', 'N', 1)`.execute(store.db);
  await up();
  await up();
  expect(before).toEqual([path.join(folder, 'cop.sqlite.before-0006-settings')]);
  const [copy = ''] = before;
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  const old = await openStore(`sqlite:${copy}`);
  expect((await sql`select id from networks`.execute(old.db)).rows).toEqual([{ id: 'n' }]);
  await expect(sql`select 1 from settings`.execute(old.db)).rejects.toThrow(/no such table/);
  await old.close();
});

it('that is empty is not copied', async () => {
  await migrate(store.db, async next => void (await copyBefore(store, next)));
  expect(copies()).toEqual([]);
});

it('keeps the last two copies, for 30 days', () => {
  const now = Date.now();
  for (const [n, age] of [1, 2, 3].entries()) {
    const file = path.join(folder, `cop.sqlite.before-000${n}`);
    writeFileSync(file, '');
    utimesSync(file, new Date(), new Date(now - age * 10 * day));
  }
  tidyCopies(store, now);
  expect(copies()).toEqual(['cop.sqlite.before-0000', 'cop.sqlite.before-0001']);
  tidyCopies(store, now + 11 * day);
  expect(copies()).toEqual(['cop.sqlite.before-0000']);
  tidyCopies(store, now + 31 * day);
  expect(copies()).toEqual([]);
});

it('is not changed where no copy of it can be made', async () => {
  const full: Store = { ...store, copyTo: () => Promise.reject(new Error('no room')) };
  await migrate(store.db);
  await sql`delete from kysely_migration where name = '0021-differences'`.execute(store.db);
  await expect(migrate(store.db, async next => void (await copyBefore(full, next)))).rejects.toThrow(
    /could not be copied .* \(no room\); it is as it was\. Make room/,
  );
  expect(copies()).toEqual([]);
});
