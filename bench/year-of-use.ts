/** A year of some CoPs, as far as it leaves rows: people ask in and are let in, documents are saved, and all of it is done on the platform. */
import { sql } from 'kysely';
import * as effects from '../src/store/effects.ts';
import type { Store } from '../src/store/engine.ts';
import * as posts from '../src/store/posts.ts';
import { pruning } from '../src/store/prune.ts';

const day = 24 * 3600_000;

/** Who presses what, as at a desk: no platform answers. */
export interface Desk {
  readonly store: Store;
  presses(
    who: { id: string; name: string; workspace: string },
    command: string,
    options?: Record<string, string>,
  ): Promise<string>;
  passes(ms: number): void;
}

interface Year {
  readonly cops: number;
  /** How often in it each CoP is asked in, and a document is saved. */
  readonly times: number;
  readonly pruned: boolean;
  /** By the desk's clock. */
  readonly begun: number;
}

const member = (id: string) => ({ id, name: `Person ${id}`, workspace: 'here' });

export async function yearOfUse(desk: Desk, { cops, times, pruned, begun }: Year): Promise<void> {
  const { db } = desk.store;
  const prune = pruning();
  let now = begun;
  const pass = (ms: number) => {
    desk.passes(ms);
    now += ms;
  };
  for (let n = 0; n < cops; n++) {
    await desk.presses(member(`f${n}`), 'cop start', { name: `CoP ${n}`, domain: 'Whatever it cares about' });
    pass(3600_000);
  }
  const started = await db.selectFrom('cops').select(['id', 'starter_id']).orderBy('id').execute();
  for (const [n, { id }] of started.entries())
    await db
      .updateTable('cops')
      .set({ state: 'open', space_id: `C${n}`, space_name: `cop-${n}` })
      .where('id', '=', id)
      .execute();
  await allDone(desk.store, now);
  for (let time = 0; time < times; time++) {
    for (const [n, { id }] of started.entries()) {
      await desk.presses(member(`m${n}-${time}`), 'join-request make', { cop: id, words: 'Hello' });
      const request = await db
        .selectFrom('join_requests')
        .select('id')
        .where('state', '=', 'pending')
        .executeTakeFirstOrThrow();
      await desk.presses(member(`f${n}`), 'join-request approve', { request: request.id });
    }
    await allDone(desk.store, now);
    pass(Math.floor((365 * day) / times));
    if (pruned) while ((await prune(db, now)) > 0);
  }
}

/** Everything that is due is done, and stands where it was posted. */
async function allDone({ db }: Store, now: number): Promise<void> {
  for (const { lane } of await effects.dueLanes(db, now, ['discord', 'slack'])) {
    const open = (await effects.openIn(db, lane, 1000)).filter(one => one.dueAt <= now);
    await db.transaction().execute(async tx => {
      await effects.settle(tx, open, 'done', now);
      for (const { id, networkId, workspace, wish } of open)
        if (wish.kind === 'post') {
          const post = { effectId: id, workspace, channelId: 'C', messageId: id, language: 'en' } as const;
          await posts.add(tx, networkId, post, wish.message, wish.about);
        }
    });
  }
}

/** How many rows each table has that has any. */
export async function rowsIn({ db }: Store): Promise<Readonly<Record<string, number>>> {
  const tables = await db.introspection.getTables();
  const counted: [string, number][] = [];
  for (const { name } of tables) {
    if (/_search/.test(name)) continue;
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.ref(name)}`.execute(db);
    counted.push([name, Number(rows[0]?.count ?? 0)]);
  }
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
}
