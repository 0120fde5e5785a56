/**
 * Slack gives a channel another id when it is shared with another organisation, and knows it by the old one no more; it is the same with
 * all that stands in it. docs.slack.dev/reference/events/channel_id_changed
 */
import { sql } from 'kysely';
import type { CopId, NetworkId, WorkspaceKey } from '../domain/ids.ts';
import { dialectOf, type Tx } from './engine.ts';

export interface Renumbered {
  readonly from: string;
  readonly to: string;
}

/** Wherever it is written down. `cop`: whose space it is or was, if it is one. */
export async function renumber(
  tx: Tx,
  network: NetworkId,
  workspace: WorkspaceKey,
  cop: CopId | undefined,
  ids: Renumbered,
): Promise<void> {
  const { from, to } = ids;
  for (const column of ['support_channel', 'forum_channel'] as const)
    await tx
      .updateTable('settings')
      .set({ [column]: to, version: sql`version + 1` })
      .where('network_id', '=', network)
      .where('workspace_id', '=', workspace)
      .where(column, '=', from)
      .execute();
  for (const table of ['posts', 'lost_channels', 'opened_channels'] as const)
    await tx
      .updateTable(table)
      .set({ channel_id: to })
      .where('network_id', '=', network)
      .where('workspace_id', '=', workspace)
      .where('channel_id', '=', from)
      .execute();
  await renumberEffects(tx, network, workspace, ids);
  if (!cop) return;
  for (const column of ['space_id', 'former_space_id'] as const)
    await tx
      .updateTable('cops')
      .set({ [column]: to, version: sql`version + 1` })
      .where('network_id', '=', network)
      .where('id', '=', cop)
      .where(column, '=', from)
      .execute();
  await renumberDocuments(tx, network, cop, ids);
}

async function renumberDocuments(tx: Tx, network: NetworkId, cop: CopId, { from, to }: Renumbered): Promise<void> {
  const begins = `${from}/`;
  await tx
    .updateTable('documents')
    .set({
      message_key: sql`${`${to}/`} || substr(message_key, ${sql.lit(begins.length + 1)})`,
      place: sql`case when place = ${from} then ${to} else place end`,
      permalink: sql`replace(replace(permalink, ${`/${from}/`}, ${`/${to}/`}), ${`&cid=${from}`}, ${`&cid=${to}`})`, // of a reply, both
      version: sql`version + 1`,
    })
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where(dialectOf(tx).startsWith('message_key', begins))
    .execute();
}

/** What waits to be done there, by whichever CoP, why it has to, and what follows should it fail. */
async function renumberEffects(
  tx: Tx,
  network: NetworkId,
  workspace: WorkspaceKey,
  { from, to }: Renumbered,
): Promise<void> {
  const inPlace = (column: 'wish' | 'error' | 'on_failure') =>
    sql<string>`replace(${sql.ref(column)}, ${JSON.stringify(from)}, ${JSON.stringify(to)})`;
  await tx
    .updateTable('effects')
    .set({ wish: inPlace('wish'), error: inPlace('error'), on_failure: inPlace('on_failure') })
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('settled_at', 'is', null)
    .execute();
}
