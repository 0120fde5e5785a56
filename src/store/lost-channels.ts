/** Channels that were chosen for a workspace and can't be got into: each is told once, until it is back. */
import type { NetworkId, WorkspaceKey } from '../domain/ids.ts';
import type { Reader, Tx } from './engine.ts';

/** False where it was known. */
export async function lose(
  tx: Tx,
  network: NetworkId,
  workspace: WorkspaceKey,
  channel: string,
  now: number,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('lost_channels')
    .values({ network_id: network, workspace_id: workspace, channel_id: channel, lost_at: now })
    .onConflict(conflict => conflict.columns(['workspace_id', 'channel_id']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Whether it was lost until now. */
export async function isBack(
  tx: Tx,
  network: NetworkId,
  workspace: WorkspaceKey,
  channel: string | undefined,
): Promise<boolean> {
  if (channel === undefined) return false;
  const { numDeletedRows } = await tx
    .deleteFrom('lost_channels')
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('channel_id', '=', channel)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function isLost(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
  channel: string | undefined,
): Promise<boolean> {
  if (channel === undefined) return false;
  const row = await reader
    .selectFrom('lost_channels')
    .select('lost_at')
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('channel_id', '=', channel)
    .executeTakeFirst();
  return row !== undefined;
}
