/** Channels that were chosen for a workspace and that everybody there can read: each is told once, until it is closed again. */
import type { NetworkId, WorkspaceKey } from '../domain/ids.ts';
import type { Reader, Tx } from './engine.ts';

/** False where it was known. */
export async function open(
  tx: Tx,
  network: NetworkId,
  workspace: WorkspaceKey,
  channel: string,
  now: number,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('opened_channels')
    .values({ network_id: network, workspace_id: workspace, channel_id: channel, opened_at: now })
    .onConflict(conflict => conflict.columns(['workspace_id', 'channel_id']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Whether it was open until now. */
export async function isClosed(
  tx: Tx,
  network: NetworkId,
  workspace: WorkspaceKey,
  channel: string | undefined,
): Promise<boolean> {
  if (channel === undefined) return false;
  const { numDeletedRows } = await tx
    .deleteFrom('opened_channels')
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('channel_id', '=', channel)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function isOpen(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
  channel: string | undefined,
): Promise<boolean> {
  if (channel === undefined) return false;
  const row = await reader
    .selectFrom('opened_channels')
    .select('opened_at')
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('channel_id', '=', channel)
    .executeTakeFirst();
  return row !== undefined;
}
