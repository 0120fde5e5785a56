/** An offer to look after a CoP that waited before there were reminders is reminded of, too. */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import { describe, expect, it } from 'vitest';
import * as clocks from '../../src/store/clocks.ts';
import { openStore } from '../../src/store/engine.ts';
import { migrate } from '../../src/store/migrate.ts';
import { engines } from '../support/engines.ts';

const migrationFolder = path.join(import.meta.dirname, '../../migrations');
const twoDays = 2 * 24 * 3600_000;

describe.each(engines)('$engine', ({ skip, fresh }) => {
  it.skipIf(skip)(`sets the clock of what waits and has none${skip ? ` (skipped: ${skip})` : ''}`, async () => {
    const { db, close } = await openStore(await fresh());
    const provider = new FileMigrationProvider({ fs, path, migrationFolder });
    await new Migrator({ db, provider }).migrateTo('0050-shared-channels');
    const insert = (table: string, row: Record<string, string | number | null>) =>
      sql`insert into ${sql.ref(table)} (${sql.join(Object.keys(row).map(name => sql.ref(name)))}) values (${sql.join(Object.values(row))})`.execute(
        db,
      );
    await insert('networks', { id: 'n', name: 'N', created_at: 1 });
    await insert('workspaces', { id: 'slack:T', network_id: 'n', created_at: 1 });
    await insert('persons', { id: 'p', network_id: 'n', name: 'Mo', created_at: 1 });
    const place = { network_id: 'n', workspace_id: 'slack:T', platform: 'slack' };
    const state = { state: 'open', starter_id: 'p', version: 1, created_at: 1 };
    const [a, b, c] = ['A', 'B', 'C'].map(one => one.repeat(26)) as [string, string, string];
    for (const id of [a, b, c])
      await insert('cops', {
        id,
        name: id,
        name_key: id,
        slug: id,
        domain: 'x',
        folded: id,
        space_id: id,
        ...place,
        ...state,
      });
    const offered = { network_id: 'n', person_id: 'p', version: 1 };
    await insert('stand_ins', { id: 'old', cop_id: a, ...offered, state: 'pending', created_at: 5 });
    await insert('stand_ins', { id: 'new', cop_id: b, ...offered, state: 'pending', created_at: 6 });
    await insert('stand_ins', { id: 'over', cop_id: c, ...offered, state: 'declined', created_at: 7 });
    const does = { command: 'stand-in counts', options: { standIn: 'new' } };
    const about = { about_kind: 'stand-in', about_id: 'new', step: 'counts' };
    await insert('clocks', { network_id: 'n', cop_id: b, ...about, due_at: 9, consequence: JSON.stringify(does) });

    await migrate(db);
    const rows = await clocks.due(db, twoDays * 2, ['slack'], 10);
    expect(rows.map(one => [one.copId, one.about, one.step, one.dueAt, one.does])).toEqual([
      [b, { kind: 'stand-in', id: 'new' }, 'counts', 9, does],
      [
        a,
        { kind: 'stand-in', id: 'old' },
        'counts',
        twoDays + 5,
        { command: 'stand-in counts', options: { standIn: 'old' } },
      ],
    ]);
    await close();
  });
});
