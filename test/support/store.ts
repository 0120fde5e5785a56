/** Stores with every table in them, copied from one that was migrated before: migrating anew for each test costs forty times as much. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { openStore, type Store } from '../../src/store/engine.ts';
import { migrate } from '../../src/store/migrate.ts';
import { record } from './plans/recorder.ts';
import { giveBack, isCopy } from './postgres.ts';

type OnQuery = Parameters<typeof openStore>[1];
const inMemory = 'sqlite::memory:';

let migrated: Promise<Buffer> | undefined;

/** Wherever it is to be, with every table in it; `image` instead of an empty one, in memory. */
export async function migratedStore(url = inMemory, onQuery?: OnQuery, image?: Buffer): Promise<Store> {
  if (url === inMemory) {
    migrated ??= migratedImage();
    return planned(await openStore(url, onQuery, { image: image ?? (await migrated) }));
  }
  const store = planned(await openStore(url, onQuery));
  await reached(store);
  if (!isCopy(url)) await migrate(store.db);
  const close = async () => {
    await store.close();
    giveBack(url);
  };
  return { ...store, close };
}

/** A server on a busy machine takes longer for a first connection than a person would wait: it stays in the pool. */
async function reached({ db }: Pick<Store, 'db'>, tries = 10): Promise<void> {
  try {
    await sql`select 1`.execute(db);
  } catch (error) {
    if (tries === 0 || !/connection timeout/.test(String(error))) throw error;
    await reached({ db }, tries - 1);
  }
}

const planned = (store: Store): Store => ({ ...store, db: store.db.withPlugin(record(store.engine)) });

async function migratedImage(): Promise<Buffer> {
  const store = await openStore(inMemory);
  await migrate(store.db);
  const image = await imageOf(store);
  await store.close();
  return image;
}

/** A database in memory as it is now, for others to begin with. */
export async function imageOf({ db }: Store): Promise<Buffer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cop-image-'));
  const file = path.join(folder, 'image.sqlite');
  try {
    await sql`vacuum into ${file}`.execute(db);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
