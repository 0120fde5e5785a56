/** The spaces of a workspace that are CoPs', or were. */
import { sql } from 'kysely';
import type { Cop } from '../domain/cop.ts';
import type { CopId, WorkspaceKey } from '../domain/ids.ts';
import { copFrom } from './beside-cop.ts';
import type { Reader } from './engine.ts';

/** The CoP of a space, as far as a look has to know it. */
export type SpaceOf = Pick<Cop, 'networkId' | 'id'> & { readonly space: string };

/** The spaces in a workspace whose CoPs were closed. */
export async function closedIn(reader: Reader, workspace: WorkspaceKey): Promise<readonly SpaceOf[]> {
  const rows = await reader
    .selectFrom('cops')
    .select(['network_id', 'id', 'space_id'])
    .where('workspace_id', '=', workspace)
    .where('space_id', 'is not', null)
    .where('closed_at', 'is not', null)
    .execute();
  return rows.map(row => ({ networkId: row.network_id, id: row.id, space: row.space_id as string }));
}

/** CoPs of a workspace that have a space and aren't closed, so many of them behind one: for looking after what was missed while the bot was away. */
export async function withSpaceIn(
  reader: Reader,
  workspace: WorkspaceKey,
  { behind, most }: { readonly behind: CopId | undefined; readonly most: number },
): Promise<readonly Cop[]> {
  const rows = await reader
    .selectFrom('cops')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('space_id', 'is not', null)
    .where('state', '=', sql.lit('open'))
    .where('closed_at', 'is', null)
    .$if(behind !== undefined, query => query.where('id', '>', behind as CopId))
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(copFrom);
}

/** Which of these channels are known to be a CoP's space. */
export async function spacesAmong(
  reader: Reader,
  workspace: WorkspaceKey,
  channels: readonly string[],
): Promise<readonly string[]> {
  if (channels.length === 0) return [];
  const rows = await reader
    .selectFrom('cops')
    .select('space_id')
    .where('workspace_id', '=', workspace)
    .where('space_id', 'in', channels)
    .execute();
  return rows.map(row => row.space_id as string);
}
