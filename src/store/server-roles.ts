/** Server roles (Discord's) that go with the roles of CoPs, and who was given one for it. */
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

/** Who is to have which, by what they carry now. */
export async function due(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
): Promise<{ readonly give: readonly Grant[]; readonly take: readonly Grant[] }> {
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
  const given = await reader
    .selectFrom('server_role_grants')
    .select(['external_id as serverRole', 'person_id as person'])
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .execute();
  const among = (one: Grant, all: readonly Grant[]): boolean =>
    all.some(other => other.person === one.person && other.serverRole === one.serverRole);
  return { give: wanted.filter(one => !among(one, given)), take: given.filter(one => !among(one, wanted)) };
}

export async function given(
  tx: Tx,
  network: NetworkId,
  workspace: WorkspaceKey,
  { serverRole, person }: Grant,
): Promise<void> {
  await tx
    .insertInto('server_role_grants')
    .values({ network_id: network, workspace_id: workspace, external_id: serverRole, person_id: person })
    .onConflict(conflict => conflict.columns(['workspace_id', 'external_id', 'person_id']).doNothing())
    .execute();
}

export async function taken(
  tx: Tx,
  network: NetworkId,
  workspace: WorkspaceKey,
  { serverRole, person }: Grant,
): Promise<void> {
  await tx
    .deleteFrom('server_role_grants')
    .where('network_id', '=', network)
    .where('workspace_id', '=', workspace)
    .where('external_id', '=', serverRole)
    .where('person_id', '=', person)
    .execute();
}
