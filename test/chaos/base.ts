/** What a world keeps its rows in, on either engine: begun from what was kept, read beside the bot, and kept again at any moment. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Clock } from '../../src/jobs/clock.ts';
import type { Jobs } from '../../src/jobs/jobs.ts';
import { localJobs } from '../../src/jobs/local.ts';
import type { Log } from '../../src/platform/log.ts';
import { openStore, type Store } from '../../src/store/engine.ts';
import { migrate } from '../../src/store/migrate.ts';
import type { Rows } from './look.ts';

/** All rows, as the engine has them. */
export type Image = Buffer | string;

export interface Base {
  readonly store: Store;
  jobs(clock: Clock, log: Log): Promise<Jobs>;
  /** Another than before once something else is committed. */
  version(): number;
  /** What is committed now: nothing is committed that is asked of it from here on until it is kept. */
  image(): Promise<Image>;
  rows(): Promise<Rows>;
  close(): Promise<void>;
}

export interface Ground {
  readonly engine: Store['engine'];
  /** `onWrite`: called when something may have been committed. `isWatched`: an image may be asked for in the midst of things. */
  opens(image: Image | undefined, onWrite: () => void, isWatched: boolean): Promise<Base>;
  stop(): Promise<void>;
}

/** What may have been committed by now. */
export const writes = /^\s*(commit|insert|update|delete|with)/i;

export function onSqlite(): Ground {
  const folder = mkdtempSync(path.join(tmpdir(), 'cop-chaos-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  let bases = 0;
  let blank: Promise<Buffer> | undefined;

  async function migrated(): Promise<Buffer> {
    const file = path.join(folder, 'blank.sqlite');
    const store = await openStore(`sqlite:${file}`);
    await migrate(store.db);
    await store.close();
    return readFileSync(file);
  }

  return {
    engine: 'sqlite',
    async opens(image, onWrite) {
      blank ??= migrated();
      const home = path.join(folder, String(++bases));
      mkdirSync(home);
      const file = path.join(home, 'cop.sqlite');
      writeFileSync(file, image ?? (await blank));
      const store = await openStore(`sqlite:${file}`, sql => writes.test(sql) && onWrite());
      const reader = new Sqlite(file, { readonly: true });
      return {
        store,
        jobs: async (clock, log) => localJobs(clock, log),
        version: () => reader.pragma('data_version', { simple: true }) as number,
        image: async () => reader.serialize(), // at once
        rows: async () => rowsIn(reader),
        async close() {
          reader.close();
          await store.close();
          rmSync(home, { recursive: true, force: true });
        },
      };
    },
    async stop() {
      remove();
      process.off('exit', remove);
    },
  };
}

function rowsIn(reader: Sqlite.Database): Rows {
  const tables = reader
    .prepare<[], { name: string }>(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%'
       and name not like '%_search%' and name <> 'directory'`,
    )
    .all();
  return Object.fromEntries(
    tables.map(({ name }) => [name, reader.prepare<[], Record<string, unknown>>(`select * from "${name}"`).all()]),
  );
}
