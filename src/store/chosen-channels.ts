/** What became of channels that were chosen for a workspace: whoever chose one is told once, until that is mended. */
import type { Readers } from '../domain/difference.ts';
import type { NetworkId, WorkspaceKey } from '../domain/ids.ts';
import type { Reader, Tx } from './engine.ts';

type Where = readonly [network: NetworkId, workspace: WorkspaceKey, channel: string | undefined];

function noting(table: 'lost_channels' | 'opened_channels', since: 'lost_at' | 'opened_at') {
  return {
    /** False where it was known. */
    async note(tx: Tx, network: NetworkId, workspace: WorkspaceKey, channel: string, now: number): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto(table)
        .values({ network_id: network, workspace_id: workspace, channel_id: channel, [since]: now } as never)
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

  /** False where it was known that it is these. In one statement: two who tell of it at once are heard as one. */
  async note(
    tx: Tx,
    network: NetworkId,
    workspace: WorkspaceKey,
    channel: string,
    now: number,
    readers: Readers,
  ): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('opened_channels')
      .values({ network_id: network, workspace_id: workspace, channel_id: channel, opened_at: now, readers })
      .onConflict(conflict =>
        conflict
          .columns(['workspace_id', 'channel_id'])
          .doUpdateSet({ opened_at: now, readers })
          .where('opened_channels.readers', '!=', readers),
      )
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  },

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
