/** Who has opened the Home of the bot: theirs is kept current. */
import { sql } from 'kysely';
import type { Lane } from '../domain/effect.ts';
import type { NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import type { Reader, Tx } from './engine.ts';

/** Asked again does nothing. */
export async function remember(
  tx: Tx,
  network: NetworkId,
  workspace: WorkspaceKey,
  person: PersonId,
  now: number,
): Promise<void> {
  await tx
    .insertInto('homes')
    .values({ network_id: network, workspace_id: workspace, person_id: person, since: now })
    .onConflict(conflict => conflict.columns(['workspace_id', 'person_id']).doNothing())
    .execute();
}

/** Those of these people who look at one, and for whom no drawing waits already: that one will show this too. */
export async function toBeDrawn(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
  people: readonly PersonId[],
): Promise<readonly PersonId[]> {
  if (people.length === 0) return [];
  const rows = await reader
    .selectFrom('homes as h')
    .select('h.person_id')
    .where('h.network_id', '=', network)
    .where('h.workspace_id', '=', workspace)
    .where('h.person_id', 'in', people)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('effects as e')
            .select('e.id')
            .where('e.lane', '=', sql<Lane>`'home:' || h.person_id`)
            .where('e.settled_at', 'is', null)
            .where('e.state', '=', 'waiting'),
        ),
      ),
    )
    .execute();
  return rows.map(row => row.person_id);
}
