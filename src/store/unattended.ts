/** CoPs that nobody looks after: since when, and whether their members were asked who would. */
import type { CopId, NetworkId, WorkspaceKey } from '../domain/ids.ts';
import type { Reader, Tx } from './engine.ts';

/** Nobody looks after it from now on. False where that was known. */
export async function leftAlone(tx: Tx, network: NetworkId, id: CopId, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('cops')
    .set({ unattended_since: now })
    .where(eb => eb.and({ network_id: network, id }))
    .where('unattended_since', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Those that nobody looks after, in the order in which everybody locks several. */
export async function inWorkspace(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
): Promise<readonly { readonly id: CopId }[]> {
  return reader
    .selectFrom('cops')
    .select('id')
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('unattended_since', 'is not', null)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** Somebody does again. False where somebody did. */
export async function lookedAfter(tx: Tx, network: NetworkId, id: CopId): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('cops')
    .set({ unattended_since: null, members_asked_at: null })
    .where(eb => eb.and({ network_id: network, id }))
    .where('unattended_since', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function areMembersAsked(reader: Reader, network: NetworkId, id: CopId): Promise<boolean> {
  const row = await reader
    .selectFrom('cops')
    .select('members_asked_at')
    .where(eb => eb.and({ network_id: network, id }))
    .executeTakeFirst();
  return row !== undefined && row.members_asked_at !== null;
}

/** They are asked who would. False where they were. */
export async function membersAsked(tx: Tx, network: NetworkId, id: CopId, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('cops')
    .set({ members_asked_at: now })
    .where(eb => eb.and({ network_id: network, id }))
    .where('unattended_since', 'is not', null)
    .where('members_asked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
