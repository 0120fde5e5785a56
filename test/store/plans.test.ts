/** What holds after every test (support/plans): that the store reads no more than it must, on either engine. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../src/store/engine.ts';
import { engines } from '../support/engines.ts';
import { faultOf } from '../support/plans/judge.ts';
import { onPostgres, onSqlite } from '../support/plans/plans.ts';
import { faults, record } from '../support/plans/recorder.ts';
import { fill } from '../support/plans/reference.ts';
import { migratedStore } from '../support/store.ts';

describe.each(engines)('on $engine', ({ engine, skip, migrated }) => {
  describe.skipIf(skip)(`a statement${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let db: Db;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ db, close } = await migratedStore(await migrated()));
      if (engine === 'postgres') await fill(db as never);
    });
    afterAll(() => close());

    it.each([
      ['select * from cops', /walks all of cops/],
      ['select * from cops where network_id = $1 and domain = $2', /walks cops by network_id alone/],
      ['select * from cops where network_id = $1 and id = $2', undefined],
      ['select * from memberships where network_id = $1 and cop_id = $2', undefined],
      [
        'select * from memberships where network_id = $1 and since > $2',
        /walks memberships by network_id alone|walks all of memberships/,
      ],
      ['update effects set due_at = $1 where lane like $2', /walks all of effects|walks effects by settled_at/],
      ['delete from posts where channel_id = $1 and message_id = $2', /walks all of posts|walks posts by/],
      ['select * from settings', undefined],
      ["select * from join_requests where cop_id = $1 and state = 'pending'", undefined],
    ])('%s', async (statement, fault) => {
      const looks =
        engine === 'postgres'
          ? await onPostgres(db as never, statement, ['a1', 'b2'])
          : await onSqlite(
              db as never,
              statement.replace(/\$\d/g, '?'),
              statement.match(/\$\d/g)?.map(() => 'x') ?? [],
            );
      const found = looks.flatMap(look => faultOf(look) ?? []).join();
      if (fault) expect(found).toMatch(fault);
      else expect(found).toBe('');
    });
  });
});

it('that is planted in the store is named with its function and its engine, once', async () => {
  const { db, close } = await migratedStore();
  const asking = (from: readonly string[]) => db.withPlugin(record('sqlite', () => from));
  for (const domain of ['x', 'y'])
    await asking(['planted (src/store/cops.ts:7)'])
      .selectFrom('cops')
      .select('slug')
      .where('domain', '=', domain)
      .execute();
  await asking([]).selectFrom('cops').select('name').execute(); // a test's own
  const found = await faults();
  expect(found).toHaveLength(engines[1]?.skip ? 1 : 2);
  expect(found[0]).toMatch(/^planted \(src\/store\/cops.ts:7\) on sqlite walks all of cops:\n {2}select "slug"/);
  expect(await faults()).toEqual([]);
  await close();
});
