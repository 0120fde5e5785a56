/** What waits until somebody has mended something: set aside, found again, brought back. */

import { sql } from 'kysely';
import type { Lane } from '../domain/effect.ts';
import type { CopId, EffectId, NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import type { PlatformName } from '../domain/platforms.ts';
import type { Trouble } from '../domain/trouble.ts';
import { workspaceOf } from '../domain/workspace.ts';
import { postpone } from './effects.ts';
import { dialectOf, type Reader, type Tx } from './engine.ts';
import { kept } from './pieces.ts';

/** As the index of them has it. */
const inTrouble = sql<boolean>`(state = 'parked' or error is not null)`;

const there = (workspace: WorkspaceKey) => [
  sql<boolean>`platform = ${workspaceOf(workspace).platform}`,
  sql<boolean>`workspace_id = ${workspace}`,
];

/** Until somebody has mended something, or `dueAt` comes. `intended`: it may have been begun. */
export async function park(
  tx: Tx,
  id: EffectId,
  state: 'waiting' | 'intended',
  dueAt: number,
  error: Trouble,
): Promise<void> {
  await postpone(tx, id, state, dueAt, error);
  await putOff(tx, [id], dueAt);
}

/** Set aside until a human has mended something, or `dueAt` comes. */
export async function putOff(tx: Tx, ids: readonly EffectId[], dueAt: number): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('effects')
    .set({ state: 'parked', due_at: dueAt })
    .where('id', 'in', ids)
    .where('settled_at', 'is', null)
    .execute();
}

/** Those of them that are set aside, and until when. */
export async function until(reader: Reader, ids: readonly EffectId[]): Promise<Map<EffectId, number>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .selectFrom('effects')
    .select(['id', 'due_at'])
    .where('id', 'in', ids)
    .where('state', '=', 'parked')
    .execute();
  return new Map(rows.map(row => [row.id, row.due_at]));
}

/** Parked ones brought back at once: all of a CoP or a workspace because somebody says it is mended, those of a batch because what they waited for is done, or what is to let somebody in. */
export async function unpark(
  tx: Tx,
  network: NetworkId,
  which:
    | { readonly cop: CopId; readonly admits?: PersonId }
    | { readonly batch: string }
    | { readonly workspace: WorkspaceKey },
  now: number,
): Promise<readonly Lane[]> {
  const rows = await tx
    .updateTable('effects')
    .set({ state: 'waiting', due_at: now })
    .where('network_id', '=', network)
    .where('settled_at', 'is', null)
    .where('state', '=', 'parked')
    .where(eb => {
      if ('cop' in which)
        return eb.and([
          eb('cop_id', '=', which.cop),
          ...(which.admits
            ? [eb('kind', '=', sql.lit('admit')), dialectOf(tx).holds('wish', `"${which.admits}"`)]
            : []),
        ]);
      return 'batch' in which ? eb('batch', '=', which.batch) : eb.and([inTrouble, ...there(which.workspace)]);
    })
    .returning('lane')
    .execute();
  return [...new Set(rows.map(row => row.lane))];
}

/** Parked ones, and those that wait to be tried again, where the bot's own trouble may be over: in a workspace, or on a platform that it is back on. */
export async function unparkAll(
  tx: Tx,
  where: { readonly platform: PlatformName } | { readonly workspace: WorkspaceKey },
  now: number,
): Promise<readonly { readonly lane: Lane; readonly workspace: WorkspaceKey }[]> {
  const rows = await tx
    .updateTable('effects')
    .set({ state: 'waiting', due_at: now })
    .where('settled_at', 'is', null)
    .where(inTrouble)
    .where(eb => ('workspace' in where ? eb.and(there(where.workspace)) : eb('platform', '=', where.platform)))
    .where(eb => eb.or([eb('state', '=', 'parked'), dialectOf(tx).holds('error', kept({ whose: 'bot' }))]))
    .where('claimed_until', 'is', null)
    .returning(['lane', 'workspace_id'])
    .execute();
  const lanes = new Map(rows.map(row => [row.lane, row.workspace_id]));
  return [...lanes].map(([lane, workspace]) => ({ lane, workspace }));
}

/** The CoPs of a workspace in which something else waits for the very same to be mended. */
export async function inTheSame(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
  trouble: Trouble,
  but: EffectId,
): Promise<readonly CopId[]> {
  const rows = await reader
    .selectFrom('effects')
    .select('cop_id')
    .distinct()
    .where('network_id', '=', network)
    .where(eb => eb.and(there(workspace)))
    .where('settled_at', 'is', null)
    .where(inTrouble)
    .where('error', '=', JSON.stringify(trouble))
    .where('id', '<>', but)
    .execute();
  return rows.map(row => row.cop_id);
}

/** Whether something of this CoP waits until somebody has mended what is wrong: they were told of it. Of what merely was not heard of, nobody is. */
export async function waitsForHelp(reader: Reader, network: NetworkId, cop: CopId): Promise<boolean> {
  const row = await reader
    .selectFrom('effects')
    .select('id')
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('settled_at', 'is', null)
    .where('error', 'is not', null)
    .where(eb => eb.not(dialectOf(reader).holds('error', kept({ whose: 'nobody', kind: 'unreachable' }))))
    .where(eb => eb.not(dialectOf(reader).holds('error', kept({ whose: 'nobody', kind: 'unknown-outcome' }))))
    .where(eb => eb.or([eb('state', '=', 'parked'), dialectOf(reader).holds('error', kept({ whose: 'bot' }))])) // it may be being tried again
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
