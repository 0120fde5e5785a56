/** What became of channels that were chosen for a workspace: whoever chose one is told once, until that is mended. */
import type { Readers } from '../domain/difference.ts';
import type { NetworkId, WorkspaceKey } from '../domain/ids.ts';
import type { Reader, Tx } from './engine.ts';

type Where = readonly [network: NetworkId, workspace: WorkspaceKey, channel: string | undefined];

function noting(table: 'lost_channels' | 'opened_channels', since: 'lost_at' | 'opened_at') {
  return {
    /** False where it was known. */
    async note(
      tx: Tx,
      network: NetworkId,
      workspace: WorkspaceKey,
      channel: string,
      now: number,
      more: { readonly readers?: Readers } = {},
    ): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto(table)
        .values({ network_id: network, workspace_id: workspace, channel_id: channel, [since]: now, ...more } as never)
        .onConflict(conflict => conflict.columns(['workspace_id', 'channel_id']).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },

    /** Whether it was so until now. */
    async isOver(tx: Tx, ...[network, workspace, channel]: Where): Promise<boolean> {
      if (channel === undefined) return false;
      const { numDeletedRows } = await tx
        .deleteFrom(table)
        .where('network_id', '=', network)
        .where('workspace_id', '=', workspace)
        .where('channel_id', '=', channel)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },

    async isSo(reader: Reader, ...[network, workspace, channel]: Where): Promise<boolean> {
      if (channel === undefined) return false;
      const row = await reader
        .selectFrom(table)
        .select('channel_id')
        .where('network_id', '=', network)
        .where('workspace_id', '=', workspace)
        .where('channel_id', '=', channel)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

/** They can't be got into. */
export const lost = noting('lost_channels', 'lost_at');
/** Chosen for few, and others can read them. */
export const opened = {
  ...noting('opened_channels', 'opened_at'),

  async by(reader: Reader, ...[network, workspace, channel]: Where): Promise<Readers | undefined> {
    if (channel === undefined) return undefined;
    const row = await reader
      .selectFrom('opened_channels')
      .select('readers')
      .where('network_id', '=', network)
      .where('workspace_id', '=', workspace)
      .where('channel_id', '=', channel)
      .executeTakeFirst();
    return row?.readers;
  },
};
