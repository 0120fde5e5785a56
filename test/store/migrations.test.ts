/** A database that was in use is brought up to date with all that is in it. */
import { promises as fs, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import { expect, it } from 'vitest';
import { lane } from '../../src/domain/effect.ts';
import type { CopId } from '../../src/domain/ids.ts';
import * as clocks from '../../src/store/clocks.ts';
import * as effects from '../../src/store/effects.ts';
import { cameBackTo } from '../../src/store/engine/restoring.ts';
import { openStore, type Store } from '../../src/store/engine.ts';
import { migrate, NewerDatabase, stepsOf } from '../../src/store/migrate.ts';
import { engines } from '../support/engines.ts';

const migrationFolder = path.join(import.meta.dirname, '../../migrations');

it('keeps what stands in a table that is made anew, and what points to it', async () => {
  const { db, close } = await openStore('sqlite::memory:');
  const provider = new FileMigrationProvider({ fs, path, migrationFolder });
  await new Migrator({ db, provider }).migrateTo('0005-audit');
  const insert = (table: string, row: Record<string, string | number>) =>
    sql`insert into ${sql.ref(table)} (${sql.join(Object.keys(row).map(name => sql.ref(name)))}) values (${sql.join(Object.values(row))})`.execute(
      db,
    );
  await insert('networks', { id: 'n', name: 'N', created_at: 1 });
  await insert('workspaces', { id: 'slack:T', network_id: 'n', created_at: 1 });
  await insert('persons', { id: 'p', network_id: 'n', name: 'Amira', created_at: 1 });
  const cop = { name: 'Wound Care', name_key: 'woundcare', slug: 'wound-care', domain: 'x', folded: 'x' };
  const state = { state: 'open', starter_id: 'p', version: 1, created_at: 1 };
  await insert('cops', { id: 'c', network_id: 'n', workspace_id: 'slack:T', ...cop, ...state });
  const membership = { state: 'member', role: 'facilitator', since: 1 };
  await insert('memberships', { network_id: 'n', cop_id: 'c', person_id: 'p', ...membership });

  expect(await migrate(db)).toContain('0006-settings');
  expect(await db.selectFrom('cops').select(['id', 'state']).execute()).toEqual([{ id: 'c', state: 'open' }]);
  expect(await db.selectFrom('memberships').select('cop_id').execute()).toEqual([{ cop_id: 'c' }]);
  expect((await sql`pragma foreign_key_check`.execute(db)).rows).toEqual([]);
  await db.updateTable('cops').set({ state: 'proposed' }).execute();
  await expect(db.deleteFrom('cops').execute()).rejects.toThrow(/FOREIGN KEY/);
  await expect(insert('cops', { id: 'd', network_id: 'n', workspace_id: 'slack:T', ...cop, ...state })).rejects.toThrow(
    /UNIQUE/,
  );
  await close();
});

it('has the welcome of CoPs that were there before name their open roles, three months after their start', async () => {
  const { db, close } = await openStore('sqlite::memory:');
  const provider = new FileMigrationProvider({ fs, path, migrationFolder });
  await new Migrator({ db, provider }).migrateTo('0009-library');
  await sql`insert into networks (id, name, created_at) values ('n', 'N', 1)`.execute(db);
  await sql`insert into workspaces (id, network_id, created_at) values ('slack:T', 'n', 1)`.execute(db);
  await sql`insert into persons (id, network_id, name, created_at) values ('p', 'n', 'Amira', 1)`.execute(db);
  const [cop, unopened] = ['C'.repeat(26) as CopId, 'D'.repeat(26) as CopId];
  for (const [id, space] of [
    [cop, 'C1'],
    [unopened, null],
  ])
    await sql`insert into cops (id, network_id, workspace_id, name, name_key, slug, domain, folded, state, space_id, starter_id, version, created_at)
      values (${id}, 'n', 'slack:T', ${id}, ${id}, ${id}, 'x', 'x', 'open', ${space}, 'p', 1, 1000)`.execute(db);
  await migrate(db);
  expect(await effects.openIn(db, lane.cop(cop), 10)).toEqual([]);
  const [clock, ...others] = await clocks.due(db, Number.MAX_SAFE_INTEGER, ['slack'], 10);
  expect(clock).toMatchObject({ copId: cop, about: { kind: 'cop', id: cop }, dueAt: 1000 + 92 * 24 * 3600_000 });
  expect(clock?.does).toEqual({ command: 'role offers-begin', options: { cop } });
  expect(others).toEqual([]);
  await close();
});

it('refuses a database that a newer version has brought up to date, and changes nothing of it', async () => {
  const { db, close } = await openStore('sqlite::memory:');
  await migrate(db);
  await sql`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', 'x')`.execute(db);
  await expect(migrate(db)).rejects.toThrow(/newer version of the bot \(9999-from-the-future\)/);
  await expect(migrate(db)).rejects.toBeInstanceOf(NewerDatabase);
  await close();
});

it('writes rows anew again where that was interrupted', async () => {
  const { db, close } = await openStore('sqlite::memory:');
  await migrate(db);
  expect(await migrate(db)).toEqual([]);
  const filled = () => sql<{ name: string }>`select name from schema_steps`.execute(db);
  const before = (await filled()).rows;
  expect(before.length).toBeGreaterThan(0);
  await sql`delete from schema_steps`.execute(db);
  await migrate(db);
  expect((await filled()).rows).toEqual(before);
  await close();
});

const postgres = engines.find(one => one.engine === 'postgres');
it.skipIf(postgres?.skip)(
  'lets two processes begin on an empty database at once',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'cop-steps-'));
    writeFileSync(path.join(folder, '0001-people.mjs'), 'export const up = async () => {};');
    const url = (await postgres?.fresh()) ?? '';
    const both = [await openStore(url), await openStore(url)];
    for (let times = 0; times < 40; times++) {
      await Promise.all(both.map(({ db }) => migrate(db, undefined, folder)));
      for (const one of ['schema_steps', 'schema_breaks', 'kysely_migration', 'kysely_migration_lock'])
        await sql`drop table ${sql.ref(one)}`.execute((both[0] as Store).db);
    }
    for (const { close } of both) await close();
    rmSync(folder, { recursive: true });
  },
  60_000,
);

it.skipIf(postgres?.skip)(
  'takes no steps of another program for its own, nor what it notes of a backup, which has a schema beside it',
  async () => {
    const store = await openStore((await postgres?.fresh()) ?? '');
    const { db, close } = store;
    await sql`create schema albums`.execute(db);
    await sql`create table albums.came_back (made_at bigint)`.execute(db);
    for (const one of ['kysely_migration', 'kysely_migration_lock'])
      await sql`create table ${sql.ref(`albums.${one}`)} (name text)`.execute(db);
    await sql`insert into albums.kysely_migration values ('1-albums')`.execute(db);
    expect(await stepsOf(db)).toMatchObject({ applied: 0, unknown: [] });
    await migrate(db);
    expect(await stepsOf(db)).toMatchObject({ pending: [], unknown: [] });
    expect(await cameBackTo(store)).toBeUndefined();
    await close();
  },
  60_000,
);
