/** A newer version brings the database up to date while an older one still runs, on a real PostgreSQL. */
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Heed, heedNewer } from '../../src/store/engine/outdated.ts';
import { openStore, type Store } from '../../src/store/engine.ts';
import { breaksUnknown, knownSteps, migrate } from '../../src/store/migrate.ts';
import { engines } from '../support/engines.ts';

const postgres = engines.find(one => one.engine === 'postgres');
const migrations = path.join(import.meta.dirname, '../../migrations');
const patience = { timeout: 20_000, interval: 5 };

describe.skipIf(postgres?.skip)(`a newer version${postgres?.skip ? ` (skipped: ${postgres.skip})` : ''}`, () => {
  let store: Store;
  let folder: string;
  let heed: Heed | undefined;
  beforeEach(async () => {
    store = await openStore((await postgres?.migrated()) ?? '');
    folder = mkdtempSync(path.join(tmpdir(), 'cop-steps-'));
    for (const name of readdirSync(migrations)) symlinkSync(path.join(migrations, name), path.join(folder, name));
  });
  afterEach(async () => {
    await heed?.stop();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function older(everyMs?: number): Promise<() => readonly string[] | undefined> {
    const known = knownSteps();
    heed = heedNewer(store, () => breaksUnknown(store.db, known), everyMs);
    let steps: readonly string[] | undefined;
    void heed.outdated.then(found => {
      steps = found;
    });
    return () => steps;
  }
  const listening = async () =>
    (
      await sql<{ pid: number }>`select pid from pg_stat_activity where datname = current_database()
        and application_name = 'cop-bot newer' and query like 'listen%'`.execute(store.db)
    ).rows.map(row => row.pid);
  async function newer(name: string, { breaking }: { breaking: boolean }): Promise<void> {
    writeFileSync(
      path.join(folder, `${name}.ts`),
      `${breaking ? 'export const breaking = true;\n' : ''}export const up = async () => {};\n`,
    );
    await migrate(store.db, undefined, folder);
  }

  it('that breaks what an older one does is heard of at once', async () => {
    const heard = await older();
    await vi.waitUntil(async () => (await listening()).length === 1, patience);
    await newer('9998-harmless', { breaking: false });
    await newer('9999-breaks', { breaking: true });
    await vi.waitUntil(() => heard() !== undefined, patience);
    expect(heard()).toEqual(['9999-breaks']);
  });

  it('is found when the notice was missed: with the connection made anew, or after the hour', async () => {
    const heard = await older();
    await vi.waitUntil(async () => (await listening()).length === 1, patience);
    await sql`insert into schema_breaks (name) values ('9999-breaks')`.execute(store.db);
    const [pid] = await listening();
    await sql`select pg_terminate_backend(${pid})`.execute(store.db);
    await vi.waitUntil(() => heard() !== undefined, patience);
    await heed?.stop();
    await sql`delete from schema_breaks`.execute(store.db);

    const hourly = await older(20);
    await vi.waitUntil(async () => (await listening()).length > 0, patience);
    expect(hourly()).toBeUndefined();
    await sql`insert into schema_breaks (name) values ('9999-breaks')`.execute(store.db);
    await vi.waitUntil(() => hourly() !== undefined, patience);
  });

  it('that breaks nothing leaves the older one at its work', async () => {
    const heard = await older(20);
    await vi.waitUntil(async () => (await listening()).length === 1, patience);
    await newer('9998-harmless', { breaking: false });
    const asked = async () =>
      (await sql<{ n: number }>`select count(*)::int as n from schema_breaks`.execute(store.db)).rows[0]?.n;
    expect(await asked()).toBe(0);
    expect(heard()).toBeUndefined();
    await newer('9999-breaks', { breaking: true });
    await vi.waitUntil(() => heard() !== undefined, patience);
    expect(heard()).toEqual(['9999-breaks']);
  });
});
