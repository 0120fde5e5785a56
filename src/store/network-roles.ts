/** The roles that a network has added to the five. */
import { type Cop, nameKey } from '../domain/cop.ts';
import type { NetworkRole, Role, RoleKey } from '../domain/core-role.ts';
import type { CarriedRoleId, NetworkId, NetworkRoleId, PersonId } from '../domain/ids.ts';
import { copBeside, copFromBeside } from './beside-cop.ts';
import { dialectOf, type Reader, type Tx } from './engine.ts';
import { changedOnce, rowOf } from './rows.ts';

const columns = rowOf<'network_roles', NetworkRole>()({
  id: 'id',
  networkId: 'network_id',
  name: 'name',
  line: 'line',
  removedAt: 'removed_at',
  version: 'version',
  createdAt: 'created_at',
});

const written = (role: NetworkRole) => ({ ...columns.of(role), name_key: nameKey(role.name) });

/** Those that are offered, the oldest first. */
export async function all(reader: Reader, network: NetworkId): Promise<readonly NetworkRole[]> {
  const rows = await reader
    .selectFrom('network_roles')
    .selectAll()
    .where('network_id', '=', network)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(columns.from);
}

/** One that is offered; `locking`: nobody takes it up meanwhile. */
export async function byId(
  reader: Reader,
  network: NetworkId,
  id: string,
  locking = false,
): Promise<NetworkRole | undefined> {
  const query = reader
    .selectFrom('network_roles')
    .selectAll()
    .where('network_id', '=', network)
    .where('id', '=', id as NetworkRoleId)
    .where('removed_at', 'is', null);
  const row = await (locking ? dialectOf(reader).lock(query) : query).executeTakeFirst();
  return row && columns.from(row);
}

/** Where somebody carries it. */
export async function copsWith(reader: Reader, network: NetworkId, id: NetworkRoleId): Promise<readonly Cop[]> {
  const rows = await reader
    .selectFrom('cops')
    .select(copBeside)
    .where('cops.network_id', '=', network)
    .where('cops.id', 'in', ({ selectFrom }) =>
      selectFrom('core_roles as r')
        .select('r.cop_id')
        .where('r.network_role_id', '=', id)
        .where('r.ended_at', 'is', null),
    )
    .orderBy('cops.id')
    .execute();
  return rows.map(copFromBeside);
}

/** Who carries it, in whatever CoP, and was asked whether they'd like to go on. */
export async function termsOver(
  reader: Reader,
  network: NetworkId,
  id: NetworkRoleId,
  now: number,
): Promise<readonly { readonly id: CarriedRoleId; readonly person: PersonId; readonly cop: Cop }[]> {
  const rows = await reader
    .selectFrom('core_roles as r')
    .innerJoin('cops', 'cops.id', 'r.cop_id')
    .select(['r.id', 'r.person_id'])
    .select(copBeside)
    .where('r.network_id', '=', network)
    .where('r.network_role_id', '=', id)
    .where('r.ended_at', 'is', null)
    .where('r.ends_at', '<=', now)
    .orderBy('r.id')
    .execute();
  return rows.map(row => ({ id: row.id, person: row.person_id, cop: copFromBeside(row) }));
}

/** Whether anybody of the network carries it, in whatever CoP. */
export async function isCarried(reader: Reader, network: NetworkId, id: NetworkRoleId): Promise<boolean> {
  const row = await reader
    .selectFrom('core_roles')
    .select('id')
    .where('network_id', '=', network)
    .where('network_role_id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function add(tx: Tx, role: NetworkRole): Promise<void> {
  await tx.insertInto('network_roles').values(written(role)).execute();
}

/** Fails with Stale if it was changed since it was read. */
export async function save(tx: Tx, role: NetworkRole): Promise<void> {
  await changedOnce(tx, 'network_roles', role, written(role));
}

/** The words of a network's own role beside others, in one query that joins `network_roles as o` on the left. */
export const ownBeside = ['o.name as own_name', 'o.line as own_line'] as const;

export const roleFromBeside = (row: {
  readonly role: RoleKey;
  readonly own_name: string | null;
  readonly own_line: string | null;
}): Role => ({
  key: row.role,
  own: row.own_name === null ? undefined : { name: row.own_name, line: row.own_line ?? '' },
});
