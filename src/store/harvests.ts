/** What a CoP leaves behind, read off its rows. */
import type { Role } from '../domain/core-role.ts';
import type { CopId, DocumentId, NetworkId, PersonId } from '../domain/ids.ts';
import type { Reader, Tx } from './engine.ts';
import { ownBeside, roleFromBeside } from './network-roles.ts';

export interface OnceCarried {
  readonly role: Role;
  readonly personId: PersonId;
  readonly name: string;
  readonly since: number;
  readonly until: number | undefined;
}

/** Every role that was ever carried in it, the longest ago first. */
export async function roles(reader: Reader, network: NetworkId, cop: CopId): Promise<readonly OnceCarried[]> {
  const rows = await reader
    .selectFrom('core_roles as own')
    .innerJoin('persons as p', 'p.id', 'own.person_id')
    .leftJoin('network_roles as o', 'o.id', 'own.network_role_id')
    .selectAll('own')
    .select('p.name')
    .select(ownBeside)
    .where('own.network_id', '=', network)
    .where('own.cop_id', '=', cop)
    .orderBy('own.since')
    .orderBy('own.id')
    .execute();
  return rows.map(row => ({
    role: roleFromBeside(row),
    personId: row.person_id,
    name: row.name,
    since: row.since,
    until: row.ended_at ?? undefined,
  }));
}

/** How often each of its papers was opened, the most first; those that nobody opened are left out. */
export async function mostOpened(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  most: number,
): Promise<readonly { readonly id: DocumentId; readonly times: number }[]> {
  const rows = await reader
    .selectFrom('documents')
    .select(['id', 'opened'])
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('state', '=', 'kept')
    .where('opened', '>', 0)
    .orderBy('opened', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(row => ({ id: row.id, times: row.opened }));
}

/** Once more, by nobody's name. */
export async function opened(tx: Tx, network: NetworkId, document: DocumentId): Promise<void> {
  await tx
    .updateTable('documents')
    .set(eb => ({ opened: eb('opened', '+', 1) }))
    .where('network_id', '=', network)
    .where('id', '=', document)
    .execute();
}
