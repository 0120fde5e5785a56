/** What was in the libraries before they kept more is there afterwards, and is found. */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import { describe, expect, it } from 'vitest';
import * as documents from '../../src/store/documents.ts';
import { openStore } from '../../src/store/engine.ts';
import { migrate } from '../../src/store/migrate.ts';
import { engines } from '../support/engines.ts';

const migrationFolder = path.join(import.meta.dirname, '../../migrations');

describe.each(engines)('$engine', ({ skip, fresh }) => {
  it.skipIf(skip)('brings the documents along', async () => {
    const store = await openStore(await fresh());
    const { db } = store;
    const migrator = new Migrator({ db, provider: new FileMigrationProvider({ fs, path, migrationFolder }) });
    expect((await migrator.migrateTo('0005-audit')).error).toBeUndefined();
    await sql`insert into networks (id, name, created_at) values ('N', 'n', 1)`.execute(db);
    await sql`insert into workspaces (id, network_id, created_at) values ('slack:T1', 'N', 1)`.execute(db);
    await sql`insert into persons (id, network_id, name, created_at) values ('P', 'N', 'Amira', 1)`.execute(db);
    await sql`insert into cops (id, network_id, workspace_id, name, name_key, slug, domain, folded, state, starter_id, version, created_at)
      values ('C', 'N', 'slack:T1', 'Wound Care', 'woundcare', 'wound-care', 'x', 'x', 'open', 'P', 1, 1)`.execute(db);
    await sql`insert into documents (id, network_id, cop_id, title, kind, permalink, message_key, shared_by, shared_at, saved_by,
      saved_at, untitled, folded, version)
      values ('D', 'N', 'C', 'Café protocol.pdf', 'file', 'https://x', 'C1/1', 'P', 1, 'P', 2, 0, 'cafe protocol.pdf', 3)`.execute(
      db,
    );
    await sql`insert into documents (id, network_id, cop_id, title, kind, permalink, message_key, shared_by, shared_at, saved_by,
      saved_at, untitled, folded, version)
      values ('E', 'N', 'C', '傷口護理指南', 'file', 'https://y', 'C1/2', 'P', 1, 'P', 2, 0, '傷口護理指南', 1)`.execute(
      db,
    );
    await migrate(db);
    const within = await documents.find(db, 'N' as never, 'C' as never, '護理', { from: 0, most: 5 });
    expect(within.map(one => one.id)).toEqual(['E']);
    const [found] = await documents.find(db, 'N' as never, 'C' as never, 'CAFE pdf', { from: 0, most: 5 });
    expect(found).toMatchObject({
      id: 'D',
      title: 'Café protocol.pdf',
      stewardId: 'P',
      state: 'kept',
      version: 3,
      tags: [],
    });
    await store.close();
  });
});
