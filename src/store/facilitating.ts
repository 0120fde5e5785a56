/** Who looks after which CoP, and how that passes on. */
import { sql } from 'kysely';
import type { CopId, NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import type { MembershipRole } from '../domain/membership.ts';
import type { Known } from '../domain/person.ts';
import type { Reader, Tx } from './engine.ts';
import * as memberships from './memberships.ts';

/** Of one CoP, the longest first. */
export const ofCop = (
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  workspace: WorkspaceKey,
): Promise<readonly Known[]> => memberships.everybody(reader, network, cop, workspace, 'facilitator');

/** The same, with since when. */
export async function sinceWhen(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  workspace: WorkspaceKey,
): Promise<readonly (Known & { readonly since: number })[]> {
  const all = await ofCop(reader, network, cop, workspace);
  const rows = await reader
    .selectFrom('memberships')
    .select(['person_id', 'since', 'facilitates_since'])
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('role', '=', 'facilitator')
    .execute();
  const since = new Map(rows.map(row => [row.person_id, row.facilitates_since ?? row.since]));
  return all.map(one => ({ ...one, since: since.get(one.id) ?? 0 })).sort((a, b) => a.since - b.since);
}

const ofWorkspace = (reader: Reader, workspace: WorkspaceKey) =>
  reader
    .selectFrom('memberships as m')
    .innerJoin('cops', 'cops.id', 'm.cop_id')
    .where('cops.workspace_id', '=', workspace)
    .where('cops.space_id', 'is not', null)
    .where('cops.closed_at', 'is', null)
    .where('m.role', '=', 'facilitator')
    .where('m.state', '<>', 'left');

/** Whether they facilitate any CoP of this workspace. */
export const facilitatesAny = async (
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
  person: PersonId,
): Promise<boolean> => (await facilitatedBy(reader, network, workspace, person)) !== undefined;

/** One of the CoPs of this workspace that they facilitate. */
export async function facilitatedBy(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
  person: PersonId,
): Promise<CopId | undefined> {
  const row = await ofWorkspace(reader, workspace)
    .select('m.cop_id')
    .where('m.network_id', '=', network)
    .where('m.person_id', '=', person)
    .orderBy('m.cop_id')
    .limit(1)
    .executeTakeFirst();
  return row?.cop_id;
}

/** Who facilitates something here, each with one of the CoPs. */
export async function inWorkspace(
  reader: Reader,
  network: NetworkId,
  workspace: WorkspaceKey,
): Promise<readonly { readonly person: PersonId; readonly cop: CopId }[]> {
  const rows = await ofWorkspace(reader, workspace)
    .select(eb => ['m.person_id as person', eb.fn.min('m.cop_id').as('cop')])
    .where('m.network_id', '=', network)
    .groupBy('m.person_id')
    .execute();
  return rows.map(row => ({ person: row.person, cop: row.cop as CopId }));
}

/** Whoever facilitates it now has done so, whatever becomes of that. */
const wasOne = sql<number | null>`case when role = 'facilitator' then 1 else once_facilitated end`;

export async function setRole(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  person: PersonId,
  role: MembershipRole,
  now?: number,
): Promise<void> {
  await tx
    .updateTable('memberships')
    .set({ role, facilitates_since: now ?? null, once_facilitated: wasOne })
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('person_id', '=', person)
    .execute();
}

/** Who facilitates each of these CoPs, with their accounts where it lives; the longest first. */
export async function ofCops(
  reader: Reader,
  network: NetworkId,
  cops: readonly CopId[],
): Promise<ReadonlyMap<CopId, readonly Pick<Known, 'name' | 'accountId'>[]>> {
  if (cops.length === 0) return new Map();
  const rows = await reader
    .selectFrom('memberships as m')
    .innerJoin('cops as c', 'c.id', 'm.cop_id')
    .innerJoin('persons as p', 'p.id', 'm.person_id')
    .leftJoin('accounts as a', join =>
      join.onRef('a.person_id', '=', 'm.person_id').onRef('a.workspace_id', '=', 'c.workspace_id'),
    )
    .select(['m.cop_id', 'p.name', 'a.external_id'])
    .where('m.network_id', '=', network)
    .where('m.cop_id', 'in', cops)
    .where('m.role', '=', 'facilitator')
    .where('m.state', '<>', 'left')
    .orderBy('m.since')
    .orderBy('p.id')
    .execute();
  const found = new Map<CopId, Pick<Known, 'name' | 'accountId'>[]>();
  for (const row of rows)
    found.set(row.cop_id, [
      ...(found.get(row.cop_id) ?? []),
      { name: row.name, accountId: row.external_id ?? undefined },
    ]);
  return found;
}

/** What one of them was, the other is from now on. */
export async function handRoleOver(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  from: PersonId,
  to: PersonId,
  now: number,
): Promise<void> {
  await tx
    .updateTable('memberships')
    .set(eb => ({
      role: eb
        .case()
        .when('person_id', '=', to)
        .then<MembershipRole>('facilitator')
        .else<MembershipRole>('member')
        .end(),
      facilitates_since: eb.case().when('person_id', '=', to).then<number | null>(now).else<number | null>(null).end(),
      once_facilitated: wasOne,
    }))
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('person_id', 'in', [from, to])
    .execute();
}
