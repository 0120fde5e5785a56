/** Who is in the Facilitators' forum as one who facilitates, and who of them left it by hand. */
import type { NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import type { Reader, Tx } from './engine.ts';

/** In it, whatever was before. */
export async function letIn(
  tx: Tx,
  network: NetworkId,
  workspace: WorkspaceKey,
  person: PersonId,
  now: number,
): Promise<void> {
  await tx
    .insertInto('forum_people')
    .values({ network_id: network, workspace_id: workspace, person_id: person, since: now, left_at: null })
    .onConflict(conflict => conflict.columns(['workspace_id', 'person_id']).doUpdateSet({ left_at: null }))
    .execute();
}

/** They facilitate nothing any more; or, unless one is named, the forum is another. */
export async function forget(tx: Tx, network: NetworkId, workspace: WorkspaceKey, person?: PersonId): Promise<void> {
  let query = tx.deleteFrom('forum_people').where('network_id', '=', network).where('workspace_id', '=', workspace);
  if (person) query = query.where('person_id', '=', person);
  await query.execute();
}

/** By hand. False where they weren't known to be in it. */
export async function leave(
  tx: Tx,
  network: NetworkId,
  workspace: WorkspaceKey,
  person: PersonId,
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('forum_people')
    .set({ left_at: now })
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', person)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** All who were let in, and whether they have left by hand. */
export async function all(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
): Promise<ReadonlyMap<PersonId, 'in' | 'left'>> {
  const rows = await reader
    .selectFrom('forum_people')
    .select(['person_id', 'left_at'])
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .execute();
  return new Map(rows.map(row => [row.person_id, row.left_at === null ? 'in' : 'left']));
}

/** Whether they were let in, and have left by hand. */
export async function of(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
  person: PersonId,
): Promise<'in' | 'left' | undefined> {
  const row = await reader
    .selectFrom('forum_people')
    .select('left_at')
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return row && (row.left_at === null ? 'in' : 'left');
}
