import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { openStore, type Store, StoreTaken } from '../../src/store/engine.ts';
import { engines } from '../support/engines.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cop-store-'));
const file = path.join(folder, 'one.sqlite');
const open: Store[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

async function opened(url: string): Promise<Store> {
  const store = await openStore(url);
  open.push(store);
  return store;
}

describe('a SQLite file', () => {
  it.skipIf(process.platform === 'win32')('is made for its owner alone, and what stands beside it too', async () => {
    const own = path.join(folder, 'own.sqlite');
    const { db } = await opened(`sqlite:${own}`);
    await sql`create table words (word text)`.execute(db);
    for (const made of [own, `${own}-wal`, `${own}-shm`]) expect(statSync(made).mode & 0o777).toBe(0o600);
  });

  it('belongs to one process, and is free again when that one has ended', async () => {
    const first = await opened(`sqlite:${file}`);
    await expect(openStore(`sqlite:${file}`)).rejects.toBeInstanceOf(StoreTaken);
    await first.close();
    open.length = 0;
    await opened(`sqlite:${file}`);
  });

  it('is free again when the one that had it was killed', async () => {
    const module = path.join(import.meta.dirname, '../../src/store/engine.ts');
    const script = `const { openStore } = await import(${JSON.stringify(module)}); await openStore(${JSON.stringify(`sqlite:${file}`)}); console.log('mine'); setInterval(() => {}, 1000);`;
    const child = execFile(process.execPath, ['--input-type=module', '-e', script]);
    await new Promise<void>(resolve => child.stdout?.once('data', () => resolve()));
    await expect(openStore(`sqlite:${file}`)).rejects.toBeInstanceOf(StoreTaken);
    const ended = new Promise(resolve => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    await opened(`sqlite:${file}`);
  });

  it('keeps its statements prepared', async () => {
    const { db } = await opened('sqlite::memory:');
    const prepared = vi.spyOn(Sqlite.prototype, 'prepare');
    for (let n = 0; n < 20; n++) await sql`select ${n} as one`.execute(db);
    expect(prepared).toHaveBeenCalledTimes(1);
    prepared.mockRestore();
  });
});

describe.each(engines)('$engine', ({ skip, fresh }) => {
  it.skipIf(skip)('leaves nothing of a migration that fails', async () => {
    const store = await opened(await fresh());
    const migrator = new Migrator({
      db: store.db,
      provider: {
        getMigrations: async () => ({
          '1': {
            up: async db => {
              await db.schema.createTable('half').addColumn('id', 'text').execute();
              throw new Error('no');
            },
          },
        }),
      },
    });
    expect((await migrator.migrateToLatest()).error).toBeInstanceOf(Error);
    await expect(sql`select * from half`.execute(store.db)).rejects.toThrow(/half/);
  });
});
