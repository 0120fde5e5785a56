/** Somebody who is to be named to the bot by an administrator. */
import type { NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import type { Person } from '../domain/person.ts';
import type { Reader } from './engine.ts';
import { whoIs } from './people.ts';

export async function byId(reader: Reader, network: NetworkId, id: PersonId): Promise<readonly Person[]> {
  const rows = await reader
    .selectFrom('persons')
    .select(['id', 'name'])
    .where('network_id', '=', network)
    .where('id', '=', id)
    .execute();
  return rows.map(row => ({ id: row.id, networkId: network, name: row.name }));
}

/** By the id of their account in a workspace; else who is called so, whoever they are. */
export async function peopleCalled(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
  who: string,
): Promise<readonly Person[]> {
  const known = await whoIs(reader, workspace, who);
  if (known?.person) return [known.person];
  if (who === '') return [];
  const rows = await reader
    .selectFrom('persons')
    .select(['id', 'name'])
    .where('network_id', '=', network)
    .where('name', '=', who)
    .limit(2)
    .execute();
  return rows.map(row => ({ id: row.id, networkId: network, name: row.name }));
}
