/** A talk that is under way goes on with what either side has left, as if they had taken turns. */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/engine.ts';
import { migrate } from '../../src/store/migrate.ts';
import { engines } from '../support/engines.ts';

const migrationFolder = path.join(import.meta.dirname, '../../migrations');

describe.each(engines)('$engine', ({ skip, fresh }) => {
  it.skipIf(skip)(`knows how often each side has written${skip ? ` (skipped: ${skip})` : ''}`, async () => {
    const { db, close } = await openStore(await fresh());
    const provider = new FileMigrationProvider({ fs, path, migrationFolder });
    await new Migrator({ db, provider }).migrateTo('0051-offers-waiting');
    const insert = (table: string, row: Record<string, string | number>) =>
      sql`insert into ${sql.ref(table)} (${sql.join(Object.keys(row).map(name => sql.ref(name)))}) values (${sql.join(Object.values(row))})`.execute(
        db,
      );
    const ours = { network_id: 'n', created_at: 1 };
    await insert('networks', { id: 'n', name: 'N', created_at: 1 });
    await insert('workspaces', { id: 'slack:T', ...ours });
    const cop = { name: 'Wound Care', name_key: 'woundcare', slug: 'wound-care', domain: 'x', folded: 'x' };
    const place = { workspace_id: 'slack:T', platform: 'slack', state: 'open', starter_id: 'p', version: 1 };
    await insert('persons', { id: 'p', name: 'Amira', ...ours });
    await insert('cops', { id: 'c', ...cop, ...place, ...ours });
    for (const [id, turns] of [
      ['one', 1],
      ['two', 2],
      ['five', 5],
    ] as const) {
      await insert('persons', { id, name: id, ...ours });
      await insert('join_requests', { id, cop_id: 'c', person_id: id, state: 'pending', version: 1, ...ours });
      await insert('talks', { id, cop_id: 'c', request_id: id, facilitator_id: 'p', turns, ...ours });
    }

    await migrate(db);
    expect(await db.selectFrom('talks').select(['turns', 'applicant_turns']).orderBy('turns').execute()).toEqual([
      { turns: 1, applicant_turns: 0 },
      { turns: 2, applicant_turns: 1 },
      { turns: 5, applicant_turns: 2 },
    ]);
    await close();
  });
});
