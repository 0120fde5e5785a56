/** The outbox's rows: what is to happen, in which order, and how far it has come. */
import { sql } from 'kysely';
import type { Effect, EffectState, Lane } from '../domain/effect.ts';
import { withoutSealed } from '../domain/effect-without.ts';
import type { CopId, EffectId, NetworkId, WorkspaceKey } from '../domain/ids.ts';
import type { PlatformName } from '../domain/platforms.ts';
import type { Trouble } from '../domain/trouble.ts';
import { workspaceOf } from '../domain/workspace.ts';
import { bitesOf } from './bites.ts';
import { dialectOf, type Reader, type Tx } from './engine.ts';
import { idsFrom } from './ids.ts';
import type { Schema } from './schema.ts';

/** An effect with where it belongs. */
export interface StoredEffect extends Effect {
  readonly networkId: NetworkId;
  readonly copId: CopId;
  readonly workspace: WorkspaceKey;
}

export function effectFrom(row: Schema['effects']): StoredEffect {
  return {
    id: row.id,
    networkId: row.network_id,
    copId: row.cop_id,
    workspace: row.workspace_id,
    lane: row.lane,
    wish: JSON.parse(row.wish),
    state: row.state,
    needs: JSON.parse(row.needs),
    follows: JSON.parse(row.follows),
    batch: row.batch,
    press: row.press ?? undefined,
    onFailure: row.on_failure ? JSON.parse(row.on_failure) : undefined,
    attempts: row.attempts,
    waits: row.waits,
    dueAt: row.due_at,
    intendedAt: row.intended_at ?? undefined,
    error: row.error ? JSON.parse(row.error) : undefined,
  };
}

export async function add(tx: Tx, effects: readonly StoredEffect[]): Promise<void> {
  for (const some of bitesOf(effects))
    await tx
      .insertInto('effects')
      .values(
        some.map(effect => ({
          id: effect.id,
          network_id: effect.networkId,
          cop_id: effect.copId,
          workspace_id: effect.workspace,
          platform: workspaceOf(effect.workspace).platform,
          lane: effect.lane,
          kind: effect.wish.kind,
          wish: JSON.stringify(effect.wish),
          needs: JSON.stringify(effect.needs),
          follows: JSON.stringify(effect.follows),
          batch: effect.batch,
          press: effect.press ?? null,
          on_failure: effect.onFailure ? JSON.stringify(effect.onFailure) : null,
          state: effect.state,
          attempts: 0,
          waits: 0,
          due_at: effect.dueAt,
          intended_at: null,
          claimed_until: null,
          error: null,
          settled_at: null,
        })),
      )
      .execute();
}

/** What is still open in a lane, in order; behind one of them, if it is named. */
export async function openIn(
  reader: Reader,
  lane: Lane,
  most: number,
  behind?: EffectId,
): Promise<readonly StoredEffect[]> {
  const rows = await reader
    .selectFrom('effects')
    .selectAll()
    .where('lane', '=', lane)
    .where('settled_at', 'is', null)
    .$if(behind !== undefined, query => query.where('id', '>', behind as EffectId))
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(effectFrom);
}

/** Lanes with something to do by `now`, of the platforms that this process serves. `left`: whoever had claimed some of it is gone. */
export async function dueLanes(
  reader: Reader,
  now: number,
  platforms: readonly PlatformName[],
): Promise<readonly { readonly lane: Lane; readonly workspace: WorkspaceKey; readonly left?: true }[]> {
  if (platforms.length === 0) return [];
  const left = sql<number>`sum(case when claimed_until < ${dialectOf(reader).now(now)} then 1 else 0 end)`;
  const rows = await reader
    .selectFrom('effects')
    .select(['lane', 'workspace_id', left.as('left')])
    .where('settled_at', 'is', null)
    .where('due_at', '<=', now)
    .where('platform', 'in', platforms)
    .groupBy(['lane', 'workspace_id'])
    .execute();
  return rows.map(row => ({ lane: row.lane, workspace: row.workspace_id, ...(row.left > 0 && { left: true }) }));
}

export async function ofBatch(reader: Reader, batch: string): Promise<readonly StoredEffect[]> {
  const rows = await reader.selectFrom('effects').selectAll().where('batch', '=', batch).orderBy('id').execute();
  return rows.map(effectFrom);
}

/** What is still open in one CoP and needs something else, in order, of whatever press. */
export async function needing(reader: Reader, network: NetworkId, cop: CopId): Promise<readonly StoredEffect[]> {
  const rows = await reader
    .selectFrom('effects')
    .selectAll()
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('settled_at', 'is', null)
    .where('needs', '<>', '[]')
    .orderBy('id')
    .execute();
  return rows.map(effectFrom);
}

/** The private answer of a press, as long as it is kept current. */
export async function answerOf(reader: Reader, batch: string): Promise<StoredEffect | undefined> {
  const row = await reader
    .selectFrom('effects')
    .selectAll()
    .where('batch', '=', batch)
    .where('kind', '=', 'answer')
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return row && effectFrom(row);
}

export async function byId(reader: Reader, network: NetworkId, id: EffectId): Promise<StoredEffect | undefined> {
  const row = await reader
    .selectFrom('effects')
    .selectAll()
    .where('network_id', '=', network)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && effectFrom(row);
}

/** Whether another of its kind, wished for since then, was done in its workspace: there it is heard, and answered. */
export async function otherDoneSince(reader: Reader, effect: StoredEffect, since: number): Promise<boolean> {
  const row = await reader
    .selectFrom('effects')
    .select('id')
    .where('id', '>', idsFrom(since) as EffectId)
    .where('workspace_id', '=', effect.workspace)
    .where('kind', '=', effect.wish.kind)
    .where('state', '=', 'done')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function states(reader: Reader, ids: readonly EffectId[]): Promise<ReadonlyMap<EffectId, EffectState>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.selectFrom('effects').select(['id', 'state']).where('id', 'in', ids).execute();
  return new Map(rows.map(row => [row.id, row.state]));
}

/** Not done yet: when to try again, and whether it may have happened (`intended`) or surely did not. `waits`: it was only told to wait. */
export async function postpone(
  tx: Tx,
  id: EffectId,
  state: 'waiting' | 'intended',
  dueAt: number,
  error: Trouble,
  waits = false,
): Promise<void> {
  await tx
    .updateTable('effects')
    .set({
      state,
      due_at: dueAt,
      claimed_until: null,
      error: JSON.stringify(error),
      ...(state === 'intended' ? {} : { intended_at: null }),
    })
    .$if(waits, q => q.set(eb => ({ waits: eb('waits', '+', 1) })))
    .where('id', '=', id)
    .execute();
}

/** Over, one way or another. Nothing private stays: no reply's token, nothing that one person said to another. */
export async function settle(
  tx: Tx,
  over: readonly StoredEffect[],
  state: 'done' | 'failed' | 'skipped',
  now: number,
  error?: Trouble,
): Promise<void> {
  if (over.length === 0) return;
  const ids = over.map(effect => effect.id);
  await tx
    .updateTable('effects')
    .set({ state, settled_at: now, claimed_until: null, error: error ? JSON.stringify(error) : null })
    .where('id', 'in', ids)
    .where('settled_at', 'is', null)
    .execute();
  for (const { id, wish } of over) {
    const bare = withoutSealed(wish);
    if (bare === wish) continue;
    const kept = { wish: JSON.stringify(bare) };
    await tx.updateTable('effects').set(kept).where('id', '=', id).execute();
  }
}

/** The lanes but this one, in which something of the same press waits for one of these. */
export async function lanesBehind(reader: Reader, these: readonly StoredEffect[], but: Lane): Promise<readonly Lane[]> {
  const { holds } = dialectOf(reader);
  const rows = await reader
    .selectFrom('effects')
    .select('lane')
    .distinct()
    .where('batch', 'in', [...new Set(these.map(one => one.batch))])
    .where('settled_at', 'is', null)
    .where('lane', '<>', but)
    .where(eb => eb.or(these.flatMap(({ id }) => [holds('needs', `"${id}"`), holds('follows', `"${id}"`)])))
    .execute();
  return rows.map(row => row.lane);
}
