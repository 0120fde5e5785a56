/** What is to be looked at by and by: at most one clock for a record and a step of its life. */
import { type ClockStepOf, ofWorkspace, type SetClock } from '../domain/clock.ts';
import type { Consequence } from '../domain/consequence.ts';
import type { Cop } from '../domain/cop.ts';
import type { CopId, NetworkId, WorkspaceKey } from '../domain/ids.ts';
import type { PlatformName } from '../domain/platforms.ts';
import type { RecordKind, Records } from '../domain/record.ts';
import { bitesOf } from './bites.ts';
import type { Reader, Tx } from './engine.ts';

/** A clock with where it belongs. */
export type StoredClock = SetClock & {
  readonly networkId: NetworkId;
  readonly copId: CopId;
  readonly workspace: WorkspaceKey;
};

/** One that is set already goes by this from now on. */
export const set = (tx: Tx, cop: Pick<Cop, 'id' | 'networkId'>, clock: SetClock): Promise<void> =>
  setEach(tx, cop, [clock]);

/** The same for many, in few statements. */
export async function setEach(tx: Tx, cop: Pick<Cop, 'id' | 'networkId'>, all: readonly SetClock[]): Promise<void> {
  for (const some of bitesOf(all))
    await tx
      .insertInto('clocks')
      .values(some.map(clock => rowOf(cop, clock)))
      .onConflict(conflict =>
        conflict.columns(['about_id', 'step']).doUpdateSet(eb => ({
          due_at: eb.ref('excluded.due_at'),
          consequence: eb.ref('excluded.consequence'),
          minding: eb.ref('excluded.minding'),
        })),
      )
      .execute();
}

const rowOf = (cop: Pick<Cop, 'id' | 'networkId'>, { about, step, dueAt, does, minding }: SetClock) => ({
  ...{ network_id: cop.networkId, cop_id: cop.id, about_kind: about.kind, about_id: about.id, step },
  ...{ due_at: dueAt, consequence: JSON.stringify(does), minding: minding ?? null },
});

interface Of<K extends RecordKind> {
  readonly kind: K;
  readonly id: Records[K];
}

/** A record's clock for one step; without a step, all that it has. */
export async function stop<K extends RecordKind>(
  tx: Tx,
  network: NetworkId,
  { id }: Of<K>,
  step?: ClockStepOf<K>,
): Promise<void> {
  await tx
    .deleteFrom('clocks')
    .where('network_id', '=', network)
    .where('about_id', '=', id)
    .$if(step !== undefined, query => query.where('step', '=', step as string))
    .execute();
}

/** Of a CoP that ends, and of all that belongs to it. */
export async function stopAll(tx: Tx, network: NetworkId, cop: CopId): Promise<void> {
  await tx
    .deleteFrom('clocks')
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('step', 'not in', ofWorkspace)
    .execute();
}

/** What is the workspace's is set in the name of another CoP from now on: that one goes. */
export async function handOn(
  tx: Tx,
  network: NetworkId,
  from: CopId,
  to: Pick<Cop, 'id' | 'networkId'>,
): Promise<void> {
  const rows = await tx
    .deleteFrom('clocks')
    .where('network_id', '=', network)
    .where('about_id', '=', from)
    .where('step', 'in', ofWorkspace)
    .returningAll()
    .execute();
  const handed = rows.map(row => {
    const does = JSON.parse(row.consequence) as Consequence;
    return {
      ...{ about: { kind: 'cop', id: to.id }, step: row.step, dueAt: row.due_at, minding: row.minding ?? undefined },
      does: { ...does, options: { ...does.options, cop: to.id } },
    } as SetClock;
  });
  await setEach(tx, to, handed);
}

/** Due by `now`, on the platforms that this process serves; the longest due first. */
export async function due(
  reader: Reader,
  now: number,
  platforms: readonly PlatformName[],
  most: number,
): Promise<readonly StoredClock[]> {
  if (platforms.length === 0) return [];
  const rows = await reader
    .selectFrom('clocks')
    .innerJoin('cops', 'cops.id', 'clocks.cop_id')
    .selectAll('clocks')
    .select('cops.workspace_id')
    .where('clocks.due_at', '<=', now)
    .where('cops.platform', 'in', platforms)
    .orderBy('clocks.due_at')
    .orderBy('clocks.about_id')
    .orderBy('clocks.step')
    .limit(most)
    .execute();
  return rows.map(
    row =>
      ({
        networkId: row.network_id,
        copId: row.cop_id,
        workspace: row.workspace_id,
        about: { kind: row.about_kind, id: row.about_id },
        step: row.step,
        dueAt: row.due_at,
        does: JSON.parse(row.consequence),
        minding: row.minding ?? undefined,
      }) as StoredClock,
  );
}

/** When it is to ring. */
export async function dueAt<K extends RecordKind>(
  reader: Reader,
  network: NetworkId,
  { id }: Of<K>,
  step: ClockStepOf<K>,
): Promise<number | undefined> {
  const row = await reader
    .selectFrom('clocks')
    .select('due_at')
    .where('network_id', '=', network)
    .where('about_id', '=', id)
    .where('step', '=', step)
    .executeTakeFirst();
  return row?.due_at;
}

/** It rings, once: false where it was moved or stopped meanwhile, or has rung elsewhere. */
export async function take(tx: Tx, clock: StoredClock): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('clocks')
    .where('about_id', '=', clock.about.id)
    .where('step', '=', clock.step)
    .where('due_at', '=', clock.dueAt)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Not now; unless it was moved or stopped meanwhile. */
export async function putOff(tx: Tx, clock: StoredClock, until: number): Promise<void> {
  await tx
    .updateTable('clocks')
    .set({ due_at: until })
    .where('about_id', '=', clock.about.id)
    .where('step', '=', clock.step)
    .where('due_at', '=', clock.dueAt)
    .execute();
}
