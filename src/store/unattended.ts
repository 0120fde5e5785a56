/** CoPs that nobody looks after: since when, and whether their members were asked who would. */
import { sql } from 'kysely';
import type { Cop } from '../domain/cop.ts';
import type { CopId, NetworkId, WorkspaceKey } from '../domain/ids.ts';
import { copFrom } from './beside-cop.ts';
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

/** Those that nobody is in, nor on the way into, so that there is nobody to ask. */
export async function emptyIn(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
  most: number,
): Promise<readonly Cop[]> {
  const rows = await reader
    .selectFrom('cops')
    .selectAll()
    .where('network_id', '=', network)
    .where('members', '=', sql.lit(0))
    .where('state', '=', sql.lit('open'))
    .where('closed_at', 'is', null)
    .where('workspace_id', '=', workspace)
    .where('unattended_since', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('memberships as m')
            .select('m.person_id')
            .whereRef('m.cop_id', '=', 'cops.id')
            .whereRef('m.network_id', '=', 'cops.network_id')
            .where('m.state', '<>', 'left'),
        ),
      ),
    )
    .orderBy('name') // as the index of how large they are has it
    .limit(most)
    .execute();
  return rows.map(copFrom);
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
