/** Who carries which role in a CoP. */
import type { Cop } from '../domain/cop.ts';
import { type CarriedRole, isCoreRole, type Role } from '../domain/core-role.ts';
import type {
  CarriedRoleId,
  CopId,
  NetworkId,
  NetworkRoleId,
  PersonId,
  RoleSuggestionId,
  WorkspaceKey,
} from '../domain/ids.ts';
import type { Known } from '../domain/person.ts';
import { besideCop, copFromBeside } from './beside-cop.ts';
import { dialectOf, type Reader, type Tx } from './engine.ts';
import { ownBeside, roleFromBeside } from './network-roles.ts';
import { changedOnce, rowOf } from './rows.ts';
import type { Schema } from './schema.ts';

const columns = rowOf<'core_roles', CarriedRole>()({
  id: 'id',
  networkId: 'network_id',
  copId: 'cop_id',
  personId: 'person_id',
  role: 'role',
  since: 'since',
  endsAt: 'ends_at',
  endedAt: 'ended_at',
  version: 'version',
});

/** Who carries it, with their account in the CoP's workspace. */
export interface Carrier {
  readonly carried: CarriedRole;
  readonly person: Known;
}

/** All roles that are carried in a CoP, the longest first. Who is no longer in it carries none. */
export async function ofCop(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  workspace: WorkspaceKey,
): Promise<readonly Carrier[]> {
  const rows = await reader
    .selectFrom('core_roles as r')
    .innerJoin('memberships as m', join =>
      join.onRef('m.cop_id', '=', 'r.cop_id').onRef('m.person_id', '=', 'r.person_id').on('m.state', '<>', 'left'),
    )
    .innerJoin('persons as p', 'p.id', 'r.person_id')
    .leftJoin('accounts as a', join =>
      join.onRef('a.person_id', '=', 'r.person_id').on('a.workspace_id', '=', workspace),
    )
    .selectAll('r')
    .select(['p.name', 'm.role as membership', 'a.external_id'])
    .where('r.network_id', '=', network)
    .where('r.cop_id', '=', cop)
    .where('r.ended_at', 'is', null)
    .orderBy('r.since')
    .orderBy('r.id')
    .execute();
  return rows.map(row => ({
    carried: columns.from(row),
    person: {
      id: row.person_id,
      networkId: network,
      name: row.name,
      accountId: row.external_id ?? undefined,
      role: row.membership,
    },
  }));
}

/** One that is or was carried, with its CoP and the role's words; `locking` makes other commands about that CoP wait. */
export async function withCop(
  reader: Reader,
  network: NetworkId,
  id: CarriedRoleId,
  locking = false,
): Promise<{ carried: CarriedRole; cop: Cop; role: Role } | undefined> {
  const row = await besideCop(reader, 'core_roles', network, id, locking, query =>
    query.leftJoin('network_roles as o', 'o.id', 'own.network_role_id').select(ownBeside),
  );
  return row && { carried: columns.from(row), cop: copFromBeside(row), role: roleFromBeside(row) };
}

/** What a person would find who takes up a role: its words, who carries it already, and whether they are asked to. */
export interface Vacancy {
  readonly role: Role;
  readonly carriers: readonly Carrier[];
  readonly asked: RoleSuggestionId | undefined;
}

/** Nothing for a role that isn't offered. */
export async function vacancy(
  reader: Reader,
  network: NetworkId,
  { id, workspace }: Pick<Cop, 'id' | 'workspace'>,
  key: string,
  person: PersonId,
): Promise<Vacancy | undefined> {
  const rows = await reader
    .selectFrom('cops as c')
    .leftJoin('network_roles as o', join =>
      join
        .onRef('o.network_id', '=', 'c.network_id')
        .on('o.id', '=', key as NetworkRoleId)
        .on('o.removed_at', 'is', null),
    )
    .leftJoin('role_suggestions as s', join =>
      join
        .onRef('s.cop_id', '=', 'c.id')
        .on('s.role', '=', key as NetworkRoleId)
        .on('s.person_id', '=', person)
        .on('s.state', '=', 'pending'),
    )
    .leftJoin('core_roles as r', join =>
      join
        .onRef('r.cop_id', '=', 'c.id')
        .on('r.role', '=', key as NetworkRoleId)
        .on('r.ended_at', 'is', null),
    )
    .leftJoin('persons as p', 'p.id', 'r.person_id')
    .leftJoin('accounts as a', join =>
      join.onRef('a.person_id', '=', 'r.person_id').on('a.workspace_id', '=', workspace),
    )
    .selectAll('r')
    .select(ownBeside)
    .select(['s.id as asked', 'p.name', 'a.external_id'])
    .where('c.network_id', '=', network)
    .where('c.id', '=', id)
    .orderBy('r.since')
    .execute();
  const [first] = rows;
  if (!first || (!isCoreRole(key) && first.own_name === null)) return undefined;
  const carriers = rows.flatMap(row =>
    row.person_id === null
      ? []
      : [
          {
            carried: columns.from(row as Schema['core_roles']),
            person: {
              id: row.person_id,
              networkId: network,
              name: row.name ?? '',
              accountId: row.external_id ?? undefined,
              role: 'member' as const,
            },
          },
        ],
  );
  const role = roleFromBeside({ ...first, role: key as Role['key'] });
  return { role, carriers, asked: first.asked ?? undefined };
}

/** False where the role is no longer offered: an own one can't be taken up while it is taken away. */
export async function add(tx: Tx, carried: CarriedRole): Promise<boolean> {
  const row = { ...columns.of(carried), network_role_id: isCoreRole(carried.role) ? null : carried.role };
  if (isCoreRole(carried.role)) {
    await tx.insertInto('core_roles').values(row).execute();
    return true;
  }
  const offered = tx
    .selectFrom('network_roles')
    .select(eb => Object.entries(row).map(([name, value]) => eb.val(value).as(name)))
    .where('network_id', '=', carried.networkId)
    .where('id', '=', carried.role)
    .where('removed_at', 'is', null);
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('core_roles')
    .columns(Object.keys(row) as (keyof Schema['core_roles'])[])
    .expression(dialectOf(tx).share(offered))
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Fails with Stale if it was changed since it was read. */
export async function save(tx: Tx, carried: CarriedRole): Promise<void> {
  await changedOnce(tx, 'core_roles', carried, columns.of(carried));
}

/** Whoever leaves a CoP carries nothing there any more; where nobody is named, everybody. Answers what ended. */
export async function endAll(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  person: PersonId | undefined,
  now: number,
): Promise<readonly { readonly id: CarriedRoleId; readonly personId: PersonId }[]> {
  const rows = await tx
    .updateTable('core_roles')
    .set(eb => ({ ended_at: now, version: eb('version', '+', 1) }))
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .$if(person !== undefined, query => query.where('person_id', '=', person as PersonId))
    .where('ended_at', 'is', null)
    .returning(['id', 'person_id'])
    .execute();
  return rows.map(row => ({ id: row.id, personId: row.person_id }));
}

/** Terms that ran out since then, about which nobody has been asked, end now. */
export async function endNow(tx: Tx, network: NetworkId, cop: CopId, since: number, now: number): Promise<void> {
  await tx
    .updateTable('core_roles')
    .set(eb => ({ ends_at: now, version: eb('version', '+', 1) }))
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', since)
    .where('ends_at', '<', now)
    .execute();
}

/** What ended with their going goes on, once it turns out that perhaps they didn't. Answers what does. */
export async function takeUpAgain(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  people: readonly PersonId[],
  since: number,
): Promise<readonly CarriedRole[]> {
  const rows = await tx
    .updateTable('core_roles')
    .set(eb => ({ ended_at: null, version: eb('version', '+', 1) }))
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('person_id', 'in', people)
    .where('ended_at', '>', since)
    .returningAll()
    .execute();
  return rows.map(columns.from);
}
