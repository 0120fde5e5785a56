/** Whom somebody thinks of for a role. */
import { sql } from 'kysely';
import type { Cop } from '../domain/cop.ts';
import { isCoreRole, type Role, type RoleKey, type RoleSuggestion } from '../domain/core-role.ts';
import type { CopId, NetworkId, NetworkRoleId, PersonId, RoleSuggestionId, WorkspaceKey } from '../domain/ids.ts';
import { settleAll } from './asked-rows.ts';
import { besideCop, copBeside, copFromBeside } from './beside-cop.ts';
import type { Reader, Tx } from './engine.ts';
import { ownBeside, roleFromBeside } from './network-roles.ts';
import { changedOnce, rowOf } from './rows.ts';
import type { Schema } from './schema.ts';

const columns = rowOf<'role_suggestions', RoleSuggestion>()({
  id: 'id',
  networkId: 'network_id',
  copId: 'cop_id',
  role: 'role',
  personId: 'person_id',
  suggesterId: 'suggester_id',
  words: 'words',
  state: 'state',
  decidedAt: 'decided_at',
  version: 'version',
  createdAt: 'created_at',
});

/** A suggestion with its CoP and the role's words; `locking` makes other commands about that CoP wait. */
export async function withCop(
  reader: Reader,
  network: NetworkId,
  id: RoleSuggestionId,
  locking = false,
): Promise<{ suggestion: RoleSuggestion; cop: Cop; role: Role } | undefined> {
  const row = await besideCop(reader, 'role_suggestions', network, id, locking, query =>
    query.leftJoin('network_roles as o', 'o.id', 'own.network_role_id').select(ownBeside),
  );
  return row && { suggestion: columns.from(row), cop: copFromBeside(row), role: roleFromBeside(row) };
}

/** The CoPs a person is in, with what they are there, and the roles they are asked to carry in them; not what is closed. */
export async function besideCopsOf(reader: Reader, network: NetworkId, person: PersonId) {
  const rows = await reader
    .selectFrom('memberships as m')
    .innerJoin('cops', 'cops.id', 'm.cop_id')
    .leftJoin('role_suggestions as s', join =>
      join.onRef('s.cop_id', '=', 'm.cop_id').onRef('s.person_id', '=', 'm.person_id').on('s.state', '=', 'pending'),
    )
    .leftJoin('network_roles as o', 'o.id', 's.network_role_id')
    .selectAll('s')
    .select(copBeside)
    .select(ownBeside)
    .select(['m.role as membership_role', 'm.state as membership'])
    .where('m.network_id', '=', network)
    .where('m.person_id', '=', person)
    .where('m.state', '<>', 'left')
    .where('cops.state', '<>', sql.lit('not-started'))
    .where('cops.closed_at', 'is', null)
    .orderBy('cops.name')
    .orderBy('s.created_at')
    .execute();
  const cops = new Map(
    rows.map(row => [row.cop__id, { cop: copFromBeside(row), role: row.membership_role, membership: row.membership }]),
  );
  const suggestions = rows.flatMap(row => {
    const { id, role, own_name, own_line } = row;
    if (id === null || role === null) return [];
    const suggestion = columns.from(row as Schema['role_suggestions']);
    return [{ suggestion, cop: copFromBeside(row), role: roleFromBeside({ role, own_name, own_line }) }];
  });
  return { cops: [...cops.values()], suggestions };
}

/** Who was asked to carry a role and has yet to answer, in whatever CoP. */
export async function pendingFor(
  reader: Reader,
  network: NetworkId,
  role: NetworkRoleId,
): Promise<readonly { suggestion: RoleSuggestion; cop: Cop }[]> {
  const rows = await reader
    .selectFrom('role_suggestions as s')
    .innerJoin('cops', 'cops.id', 's.cop_id')
    .selectAll('s')
    .select(copBeside)
    .where('s.network_id', '=', network)
    .where('s.network_role_id', '=', role)
    .where('s.state', '=', 'pending')
    .orderBy('s.id')
    .execute();
  return rows.map(row => ({ suggestion: columns.from(row), cop: copFromBeside(row) }));
}

/** Somebody who might be asked, by their account: how they stand to the CoP and the role. */
export interface Candidate {
  readonly person: PersonId;
  readonly name: string;
  readonly isIn: boolean;
  readonly carries: boolean;
  readonly asked: boolean;
}

/** The role's words, if it is offered, and the candidate, if they are known. */
export async function candidate(
  reader: Reader,
  network: NetworkId,
  where: { readonly workspace: WorkspaceKey; readonly cop: CopId },
  key: string,
  account: string,
): Promise<{ readonly role: Role | undefined; readonly candidate: Candidate | undefined }> {
  const role = key as RoleKey;
  const row = await reader
    .selectFrom('cops as c')
    .leftJoin('network_roles as o', join =>
      join
        .onRef('o.network_id', '=', 'c.network_id')
        .on('o.id', '=', key as NetworkRoleId)
        .on('o.removed_at', 'is', null),
    )
    .leftJoin('accounts as a', join =>
      join.onRef('a.workspace_id', '=', 'c.workspace_id').on('a.external_id', '=', account),
    )
    .leftJoin('persons as p', 'p.id', 'a.person_id')
    .leftJoin('memberships as m', join =>
      join.onRef('m.cop_id', '=', 'c.id').onRef('m.person_id', '=', 'p.id').on('m.state', '<>', 'left'),
    )
    .leftJoin('core_roles as r', join =>
      join
        .onRef('r.cop_id', '=', 'c.id')
        .onRef('r.person_id', '=', 'p.id')
        .on('r.role', '=', role)
        .on('r.ended_at', 'is', null),
    )
    .leftJoin('role_suggestions as s', join =>
      join
        .onRef('s.cop_id', '=', 'c.id')
        .onRef('s.person_id', '=', 'p.id')
        .on('s.role', '=', role)
        .on('s.state', '=', 'pending'),
    )
    .select(ownBeside)
    .select(['p.id as person', 'p.name', 'm.state as membership', 'r.id as carried', 's.id as asked'])
    .where('c.network_id', '=', network)
    .where('c.workspace_id', '=', where.workspace)
    .where('c.id', '=', where.cop)
    .executeTakeFirst();
  if (!row) return { role: undefined, candidate: undefined };
  return {
    role: isCoreRole(key) || row.own_name !== null ? roleFromBeside({ ...row, role }) : undefined,
    candidate:
      row.person === null
        ? undefined
        : {
            person: row.person,
            name: row.name ?? '',
            isIn: row.membership !== null,
            carries: row.carried !== null,
            asked: row.asked !== null,
          },
  };
}

export async function add(tx: Tx, suggestion: RoleSuggestion): Promise<void> {
  const own = isCoreRole(suggestion.role) ? null : suggestion.role;
  await tx
    .insertInto('role_suggestions')
    .values({ ...columns.of(suggestion), network_role_id: own })
    .execute();
}

/** Fails with Stale if it was answered meanwhile. */
export async function save(tx: Tx, suggestion: RoleSuggestion): Promise<void> {
  await changedOnce(tx, 'role_suggestions', suggestion, columns.of(suggestion));
}

export interface Settled {
  readonly id: RoleSuggestionId;
  readonly personId: PersonId;
  readonly suggesterId: PersonId;
}

/** They took it up by themselves, have left, or it isn't offered any more: nobody need answer. Answers which. */
export async function settle(
  tx: Tx,
  network: NetworkId,
  which:
    | { readonly id: RoleSuggestionId }
    | { readonly cop: CopId; readonly person: PersonId | undefined }
    | { readonly role: RoleKey },
  state: 'accepted' | 'withdrawn',
  now: number,
): Promise<readonly Settled[]> {
  const those =
    'cop' in which
      ? { cop_id: which.cop, ...(which.person !== undefined && { person_id: which.person }) }
      : 'role' in which
        ? { network_role_id: which.role as NetworkRoleId }
        : which;
  const settled = await settleAll(tx, 'role_suggestions', network, those, { state, decided_at: now });
  return settled.map(row => ({ id: row.id, personId: row.person_id, suggesterId: row.suggester_id }));
}
