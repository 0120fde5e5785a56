/** CoPs that are closed, for those who may open them again. */
import type { Cop } from '../domain/cop.ts';
import type { CopId, NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import { copFrom } from './beside-cop.ts';
import type { Reader } from './engine.ts';

/** Whoever names one means any of them, and not the last few alone. */
const most = 500;

/** Those that they facilitated, to the end or before; of the Support Team, all in its workspace. The last that was closed comes first. */
export async function reopenable(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
  person: PersonId,
): Promise<readonly Cop[]> {
  if (await isOfSupport(reader, network, workspace, person)) return lastClosedIn(reader, workspace);
  const rows = await reader
    .selectFrom('memberships as m')
    .innerJoin('cops', 'cops.id', 'm.cop_id')
    .selectAll('cops')
    .where('m.network_id', '=', network)
    .where('m.person_id', '=', person)
    .where(eb => eb.or([eb('m.role', '=', 'facilitator'), eb('m.once_facilitated', '=', 1)]))
    .where('m.state', '<>', 'left')
    .where('cops.workspace_id', '=', workspace)
    .where('cops.closed_at', 'is not', null)
    .where('cops.gone_at', 'is', null)
    .orderBy('cops.closed_at', 'desc')
    .limit(most)
    .execute();
  return rows.map(copFrom);
}

/** Who facilitated it, to the end or before, and is still in it. */
export async function facilitatedBefore(reader: Reader, network: NetworkId, cop: CopId): Promise<readonly PersonId[]> {
  const rows = await reader
    .selectFrom('memberships')
    .select('person_id')
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('state', '<>', 'left')
    .where(eb => eb.or([eb('role', '=', 'facilitator'), eb('once_facilitated', '=', 1)]))
    .orderBy('person_id')
    .execute();
  return rows.map(row => row.person_id);
}

/** Of which it was said when they go. */
export const toldToGo = (
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
): Promise<readonly { readonly id: CopId }[]> =>
  reader
    .selectFrom('cops')
    .select('id')
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('closed_at', 'is not', null)
    .where('goes_at', 'is not', null)
    .where('gone_at', 'is', null)
    .orderBy('id')
    .execute();

async function isOfSupport(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
  person: PersonId,
): Promise<boolean> {
  const row = await reader
    .selectFrom('support_people')
    .select('person_id')
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return row !== undefined;
}

async function lastClosedIn(reader: Reader, workspace: WorkspaceKey): Promise<readonly Cop[]> {
  const rows = await reader
    .selectFrom('cops')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('closed_at', 'is not', null)
    .where('gone_at', 'is', null)
    .orderBy('closed_at', 'desc')
    .limit(most)
    .execute();
  return rows.map(copFrom);
}
