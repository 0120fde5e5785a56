/** What whoever runs the bot is told of the database: by `copbot audit`, and by `copbot check`. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WorkspaceKey } from '../../src/domain/ids.ts';
import * as audit from '../../src/store/audit.ts';
import { deeds } from '../../src/store/audit-told.ts';
import { consistency } from '../../src/store/consistency.ts';
import { erase } from '../../src/store/erasing.ts';
import { recordTables } from '../../src/store/tenancy.ts';
import { mo, type Village, village } from '../support/village.ts';

let it_: Village;
beforeEach(async () => {
  it_ = await village();
});
afterEach(() => it_.store.close());

const all = { since: 0, most: 100, command: undefined, cop: undefined };

it('what somebody forgotten did is not told as the bot’s doing', async () => {
  const { db } = it_.store;
  await it_.presses(mo, 'cop statement', { cop: it_.cop });
  const about = { kind: 'cop', id: it_.cop } as const;
  const where = { workspace: 'discord:here' as WorkspaceKey, press: 'by itself' };
  const { network_id: network } = await db
    .selectFrom('workspaces')
    .selectAll()
    .where('id', '=', where.workspace)
    .executeTakeFirstOrThrow();
  await db
    .transaction()
    .execute(tx => audit.note(tx, network, { actor: undefined, command: 'cop goes-soon', about, ...where }, 2));
  const before = await deeds(db, all);
  expect(before.filter(one => one.who === 'Mo').length).toBeGreaterThan(0);
  const { id, network_id } = await db
    .selectFrom('persons')
    .selectAll()
    .where('name', '=', 'Mo')
    .executeTakeFirstOrThrow();
  await db.transaction().execute(tx => erase(tx, network_id, id, it_.bot.clock.now()));
  const after = await deeds(db, all);
  expect(after.map(one => one.who)).toEqual(before.map(one => (one.who === 'Mo' ? undefined : one.who)));
  expect(after.map(one => one.forgotten)).toEqual(before.map(one => one.who === 'Mo'));
  expect(after.filter(one => one.who === undefined && !one.forgotten).map(one => one.command)).toEqual([
    'cop goes-soon',
  ]);
});

it.each(['cop', ...Object.keys(recordTables)])('a clock about a %s that is not there is found', async kind => {
  const { db } = it_.store;
  const { network_id, id } = await db
    .selectFrom('cops')
    .select(['network_id', 'id'])
    .where('id', '=', it_.cop as never)
    .executeTakeFirstOrThrow();
  const about = { about_kind: kind as never, about_id: '01ARZ3NDEKTSV4RRFFQ69GNONE' };
  const rings = { step: 's', due_at: 1, consequence: '{}', minding: null };
  const found = async () => (await consistency(db, 1)).find(one => /every clock/.test(one.holds))?.many;
  expect(await found()).toBe(0);
  await db
    .insertInto('clocks')
    .values({ network_id, cop_id: id, ...about, ...rings })
    .execute();
  expect(await found()).toBe(1);
});
