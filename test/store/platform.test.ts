/** Whose process does what: each row says its platform, those of a database that was in use as well. */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { CompiledQuery, sql } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import { describe, expect, it } from 'vitest';
import type { CopId, NetworkId, WorkspaceKey } from '../../src/domain/ids.ts';
import * as directory from '../../src/store/directory.ts';
import * as effects from '../../src/store/effects.ts';
import { type Db, openStore } from '../../src/store/engine.ts';
import { migrate } from '../../src/store/migrate.ts';
import * as people from '../../src/store/people.ts';
import * as spaces from '../../src/store/spaces.ts';
import { engines } from '../support/engines.ts';

const migrationFolder = path.join(import.meta.dirname, '../../migrations');
/** More than are filled at once. */
const many = 10_050;
const [here, there] = ['C'.repeat(26), 'D'.repeat(26)];

async function inUse(db: Db): Promise<void> {
  const provider = new FileMigrationProvider({ fs, path, migrationFolder });
  await new Migrator({ db, provider }).migrateTo('0018-trouble');
  const run = (text: string) => sql.raw(text).execute(db);
  await run(`insert into networks (id, name, created_at) values ('n', 'N', 1)`);
  await run(`insert into workspaces (id, network_id, created_at) values ('slack:T', 'n', 1), ('discord:9', 'n', 1)`);
  await run(`insert into persons (id, network_id, name, created_at) values ('p', 'n', 'Amira', 1)`);
  await run(`insert into persons (id, network_id, name, created_at) values ('q', 'n', 'Amira', 1)`);
  await run(`insert into accounts (workspace_id, external_id, network_id, person_id)
    values ('slack:T', 'U1', 'n', 'p'), ('discord:9', 'U1', 'n', 'q')`);
  for (const [id, workspace] of [
    [here, 'slack:T'],
    [there, 'discord:9'],
  ])
    await run(`insert into cops
      (id, network_id, workspace_id, name, name_key, slug, domain, folded, state, space_id, starter_id, version, created_at)
      values ('${id}', 'n', '${workspace}', '${id}', '${id}', '${id}', 'x', lower('${id}'), 'open', '${id}1', 'p', 1, 1)`);
  await run(`insert into memberships (network_id, cop_id, person_id, state, role, since)
    values ('n', '${here}', 'p', 'member', 'facilitator', 1)`);
  await run(`insert into effects
    (id, network_id, cop_id, workspace_id, lane, kind, wish, needs, batch, state, attempts, waits, due_at, settled_at)
    with recursive up(n) as (select 1 union all select n + 1 from up where n < ${many})
    select n, 'n', case n when ${many} then '${there}' else '${here}' end, case n when ${many} then 'discord:9' else 'slack:T' end,
      case n when ${many} then 'cop:d' else 'cop:c' end, 'pin', '{}', '[]', 'b', 'done', 0, 0, 1,
      case when n in (7, ${many}) then null else 1 end from up`);
}

describe.each(engines)('$engine', ({ engine, skip, fresh }) => {
  describe.skipIf(skip)(`a database that was in use${skip ? ` (skipped: ${skip})` : ''}`, () => {
    it('counts the members of its CoPs, and lists them', async () => {
      const { db, close } = await openStore(await fresh());
      await inUse(db);
      await migrate(db);
      const found = await directory.find(db, 'n' as NetworkId, ['ccc'], 9);
      expect(found.map(one => [one.cop.id, one.members])).toEqual([[here, 1]]);
      await close();
    });

    it('tells of every row which platform it is for, and what is due is found by that', async () => {
      const asked: { text: string; parameters: readonly unknown[] }[] = [];
      const { db, close } = await openStore(await fresh(), (text, parameters) => asked.push({ text, parameters }));
      await inUse(db);
      await migrate(db);
      const filled = db.selectFrom('effects').select(({ fn }) => ['platform', fn.countAll<number>().as('count')]);
      expect(await filled.groupBy('platform').orderBy('platform').execute()).toEqual([
        { platform: 'discord', count: 1 },
        { platform: 'slack', count: many - 1 },
      ]);
      for (const [platform, its] of [
        ['discord', there],
        ['slack', here],
      ] as const) {
        const [workspace, ...others] = await people.workspacesOn(db, platform);
        expect([workspace, others]).toEqual([expect.stringMatching(`^${platform}:`), []]);
        expect(await people.workspacesWith(db, platform, 'U1')).toEqual([workspace]);
        const found = await spaces.withSpaceIn(db, workspace as WorkspaceKey, { behind: undefined, most: 9 });
        expect(found.map(cop => cop.id)).toEqual([its]);
        expect(await spaces.withSpaceIn(db, workspace as WorkspaceKey, { behind: its as CopId, most: 9 })).toEqual([]);
      }

      if (engine === 'postgres') await sql`vacuum analyze`.execute(db);
      expect(await effects.dueLanes(db, 2, ['discord'])).toEqual([{ lane: 'cop:d', workspace: 'discord:9' }]);
      const { text, parameters } = asked.at(-1) ?? { text: '', parameters: [] };
      expect(await effects.dueLanes(db, 2, ['slack', 'discord'])).toHaveLength(2);
      const explain = engine === 'postgres' ? 'explain' : 'explain query plan';
      const { rows } = await db.executeQuery(CompiledQuery.raw(`${explain} ${text}`, [...parameters]));
      expect(JSON.stringify(rows)).toContain('effects_due');
      await close();
    });
  });
});
