/** Server roles (Discord's) that go with the roles of CoPs, and who was given one for it. */
import type { Cop } from '../domain/cop.ts';
import type { RoleKey } from '../domain/core-role.ts';
import type { NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import type { Reader, Tx } from './engine.ts';

export interface Grant {
  readonly serverRole: string;
  readonly person: PersonId;
}

export async function ofWorkspace(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
): Promise<ReadonlyMap<RoleKey, string>> {
  const rows = await reader
    .selectFrom('server_roles')
    .select(['role', 'external_id'])
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .execute();
  return new Map(rows.map(row => [row.role, row.external_id]));
}

/** None: it goes with no server role any more. */
export async function choose(
  tx: Tx,
  network: NetworkId,
  workspace: WorkspaceKey,
  role: RoleKey,
  serverRole: string | undefined,
): Promise<void> {
  await tx
    .deleteFrom('server_roles')
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('role', '=', role)
    .execute();
  if (serverRole)
    await tx
      .insertInto('server_roles')
      .values({ network_id: network, workspace_id: workspace, role, external_id: serverRole })
      .execute();
}

interface Due {
  readonly give: readonly Grant[];
  readonly take: readonly Grant[];
}

/** Who is to have which, by what they carry now, of those who are or were in this CoP. */
export async function due(reader: Reader, cop: Pick<Cop, 'id' | 'networkId' | 'workspace'>): Promise<Due> {
  const { id, networkId: network, workspace } = cop;
  const wanted = await reader
    .selectFrom('memberships as m') // first: only who has to do with this CoP is looked at (sqlite.org/optoverview.html#crossjoin)
    .crossJoin('core_roles as r')
    .innerJoin('cops as c', 'c.id', 'r.cop_id')
    .innerJoin('server_roles as s', join => join.on('s.workspace_id', '=', workspace).onRef('s.role', '=', 'r.role'))
    .select(['s.external_id as serverRole', 'r.person_id as person'])
    .distinct()
    .where('m.cop_id', '=', id)
    .whereRef('r.person_id', '=', 'm.person_id')
    .where('r.network_id', '=', network)
    .where('r.ended_at', 'is', null)
    .where('c.workspace_id', '=', workspace)
    .execute();
  const ofCop = reader.selectFrom('memberships').select('person_id').where('cop_id', '=', id);
  return between(wanted, await have(reader, cop).where('person_id', 'in', ofCop).execute());
}

/** Of everybody in its workspace. */
export async function dueToAll(reader: Reader, cop: Pick<Cop, 'networkId' | 'workspace'>): Promise<Due> {
  const { networkId: network, workspace } = cop;
  const wanted = await reader
    .selectFrom('server_roles as s')
    .innerJoin('core_roles as r', 'r.role', 's.role')
    .innerJoin('cops as c', join => join.onRef('c.id', '=', 'r.cop_id').onRef('c.workspace_id', '=', 's.workspace_id'))
    .select(['s.external_id as serverRole', 'r.person_id as person'])
    .distinct()
    .where('s.network_id', '=', network)
    .where('s.workspace_id', '=', workspace)
    .where('r.network_id', '=', network)
    .where('r.ended_at', 'is', null)
    .execute();
  return between(wanted, await have(reader, cop).execute());
}

const have = (reader: Reader, { networkId: network, workspace }: Pick<Cop, 'networkId' | 'workspace'>) =>
  reader
    .selectFrom('server_role_grants')
    .select(['external_id as serverRole', 'person_id as person'])
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace);

function between(toHave: readonly Grant[], having: readonly Grant[]): Due {
  const key = ({ serverRole, person }: Grant): string => `${serverRole} ${person}`;
  const [wants, has] = [new Set(toHave.map(key)), new Set(having.map(key))];
  return { give: toHave.filter(one => !has.has(key(one))), take: having.filter(one => !wants.has(key(one))) };
}

export async function given(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
  { serverRole, person }: Grant,
): Promise<void> {
  await reader
    .insertInto('server_role_grants')
    .values({ network_id: network, workspace_id: workspace, external_id: serverRole, person_id: person })
    .onConflict(conflict => conflict.columns(['workspace_id', 'external_id', 'person_id']).doNothing())
    .execute();
}

export async function taken(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
  { serverRole, person }: Grant,
): Promise<void> {
  await reader
    .deleteFrom('server_role_grants')
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('external_id', '=', serverRole)
    .where('person_id', '=', person)
    .execute();
}
