/**
 * The one look-up that knows no network yet: a press in a direct message on Discord tells no server, so the record it names must
 * say where it belongs. Answers a place, never the record.
 */
import type { NetworkId, WorkspaceKey } from '../domain/ids.ts';
import type { Reader } from './engine.ts';

const tables = {
  cop: 'cops',
  talk: 'talks',
  'join-request': 'join_requests',
  nomination: 'nominations',
  'first-conversation': 'first_conversations',
  invitation: 'invitations',
  document: 'documents',
  'carried-role': 'core_roles',
  'role-suggestion': 'role_suggestions',
} as const;
export type Placed = keyof typeof tables;

export async function placeOf(
  reader: Reader,
  noun: Placed,
  id: string,
): Promise<{ networkId: NetworkId; workspace: WorkspaceKey } | undefined> {
  if (noun === 'cop') {
    const row = await reader
      .selectFrom('cops')
      .select(['network_id', 'workspace_id'])
      .where('id', '=', id as never)
      .executeTakeFirst();
    return row && { networkId: row.network_id, workspace: row.workspace_id };
  }
  const row = await reader
    .selectFrom(`${tables[noun] as 'join_requests'} as record`)
    .innerJoin('cops', 'cops.id', 'record.cop_id')
    .select(['cops.network_id', 'cops.workspace_id'])
    .where('record.id', '=', id as never)
    .executeTakeFirst();
  return row && { networkId: row.network_id, workspace: row.workspace_id };
}
