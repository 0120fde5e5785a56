/** What was kept for later before there was one table for it rings when it would have. */
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

describe.each(engines)('$engine', ({ skip, fresh }) => {
  it.skipIf(skip)(`carries over what was meant for later${skip ? ` (skipped: ${skip})` : ''}`, async () => {
    const { db, close } = await openStore(await fresh());
    const provider = new FileMigrationProvider({ fs, path, migrationFolder });
    await new Migrator({ db, provider }).migrateTo('0023-stand-ins');
    const insert = (table: string, row: Record<string, string | number | null>) =>
      sql`insert into ${sql.ref(table)} (${sql.join(Object.keys(row).map(name => sql.ref(name)))}) values (${sql.join(Object.values(row))})`.execute(
        db,
      );
    await insert('networks', { id: 'n', name: 'N', created_at: 1 });
    await insert('workspaces', { id: 'slack:T', network_id: 'n', created_at: 1 });
    await insert('persons', { id: 'p', network_id: 'n', name: 'Amira', created_at: 1 });
    const cop = { name: 'A', name_key: 'a', slug: 'a', domain: 'x', folded: 'x', space_id: 'C', platform: 'slack' };
    const state = { state: 'open', starter_id: 'p', version: 1, created_at: 1 };
    const place = { network_id: 'n', workspace_id: 'slack:T' };
    await insert('cops', { id: 'c', ...place, ...cop, ...state });
    const asks = { network_id: 'n', cop_id: 'c', person_id: 'p', version: 1, created_at: 1 };
    await insert('join_requests', { id: 'waits', ...asks, state: 'pending', look_at: 30 });
    await insert('join_requests', { id: 'all-said', ...asks, person_id: 'p', state: 'withdrawn', look_at: 20 });
    let n = 0;
    const effect = (kind: string, wish: object, dueAt: number, more = {}) =>
      insert('effects', {
        id: `e${++n}`,
        ...place,
        cop_id: 'c',
        platform: 'slack',
        lane: 'cop:c',
        kind,
        wish: JSON.stringify({ kind, cop: 'c', ...wish }),
        needs: '[]',
        batch: 'b',
        state: 'waiting',
        attempts: 0,
        due_at: dueAt,
        ...more,
      });
    const term = (ends: string) => ({ command: 'role term-over', options: { carried: 'r', ends }, minding: 'p' });
    await effect('consider', term('10'), 10);
    await effect('consider', term('90'), 90);
    await effect('consider', { command: 'nomination unanswered', options: { nomination: 'm' }, minding: 'p' }, 40);
    await effect('consider', { command: 'stand-in counts', options: { standIn: 's' } }, 50);
    await effect('consider', { command: 'nomination unanswered', options: { nomination: 'over' } }, 5, {
      state: 'done',
      settled_at: 6,
    });
    const welcome = { message: 'cop-welcome', about: { kind: 'cop', id: 'c' } };
    await effect('revise', welcome, 70);
    await effect('revise', welcome, 0);
    await effect('revise', { ...welcome, message: 'nomination' }, 80);

    await migrate(db);
    const rows = await clocks.due(db, 1000, ['slack'], 10);
    expect(rows.map(({ about, step, dueAt, does, minding }) => [about, step, dueAt, does, minding])).toEqual([
      [
        { kind: 'join-request', id: 'waits' },
        'waits',
        30,
        { command: 'join-request waits', options: { request: 'waits' } },
        undefined,
      ],
      [
        { kind: 'nomination', id: 'm' },
        'silence',
        40,
        { command: 'nomination unanswered', options: { nomination: 'm' } },
        'p',
      ],
      [
        { kind: 'stand-in', id: 's' },
        'counts',
        50,
        { command: 'stand-in counts', options: { standIn: 's' } },
        undefined,
      ],
      [{ kind: 'cop', id: 'c' }, 'offers', 70, { command: 'role offers-begin', options: { cop: 'c' } }, undefined],
      [{ kind: 'carried-role', id: 'r' }, 'term', 90, { command: 'role term-over', options: { carried: 'r' } }, 'p'],
    ]);
    const left = await db.selectFrom('effects').select(['kind', 'due_at']).orderBy('id').execute();
    expect(left).toEqual([
      { kind: 'revise', due_at: 0 },
      { kind: 'revise', due_at: 80 },
    ]);
    await close();
  });
});
