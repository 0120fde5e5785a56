import { sql } from 'kysely';
import type { Cop } from '../domain/cop.ts';
import type { CopId, NetworkId, NominationId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import type { MembershipRole } from '../domain/membership.ts';
import type { Nomination } from '../domain/nomination.ts';
import type { Person } from '../domain/person.ts';
import { settleAll } from './asked-rows.ts';
import { besideCop, copFromBeside } from './beside-cop.ts';
import type { Reader, Tx } from './engine.ts';
import { changedOnce, rowOf } from './rows.ts';
import type { Schema } from './schema.ts';

const columns = rowOf<'nominations', Nomination>()({
  id: 'id',
  networkId: 'network_id',
  copId: 'cop_id',
  nomineeId: 'nominee_id',
  nominatorId: 'nominator_id',
  way: 'way',
  words: 'words',
  state: 'state',
  withdrawnAs: 'withdrawn_as',
  decidedAt: 'decided_at',
  version: 'version',
  createdAt: 'created_at',
});

/** A nomination with its CoP; `locking` makes other commands about that CoP wait. */
export async function withCop(
  reader: Reader,
  network: NetworkId,
  id: NominationId,
  locking = false,
): Promise<{ nomination: Nomination; cop: Cop } | undefined> {
  const row = await besideCop(reader, 'nominations', network, id, locking);
  return row && { nomination: columns.from(row), cop: copFromBeside(row) };
}

/** Of one CoP: who was asked and has not answered yet. */
export async function pendingOf(reader: Reader, network: NetworkId, cop: CopId): Promise<readonly Nomination[]> {
  const rows = await reader
    .selectFrom('nominations')
    .selectAll()
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('state', '=', 'pending')
    .orderBy('created_at')
    .execute();
  return rows.map(columns.from);
}

/** Of one CoP: who said yes for three months, to try it. Whether they facilitate it still is looked at when these are over. */
export async function onTrial(reader: Reader, network: NetworkId, cop: CopId): Promise<readonly Nomination[]> {
  const rows = await reader
    .selectFrom('nominations')
    .selectAll()
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('way', '=', sql.lit('trial'))
    .where('state', '=', sql.lit('accepted'))
    .execute();
  return rows.map(columns.from);
}

export interface MightBeAsked {
  readonly person: Person;
  readonly role: MembershipRole | undefined;
  /** They have asked to be let in, or were invited. */
  readonly waits: boolean;
  readonly pending: readonly Nomination[];
}

/** Somebody who might be asked, by their account: who they are if known, what they are in the CoP, whether they wait to be let in or were invited, and who was asked there already. */
export async function candidate(
  reader: Reader,
  network: NetworkId,
  where: { readonly workspace: WorkspaceKey; readonly cop: CopId },
  account: string,
): Promise<MightBeAsked | undefined> {
  const rows = await reader
    .selectFrom('accounts as a')
    .innerJoin('persons as p', 'p.id', 'a.person_id')
    .leftJoin('memberships as m', join =>
      join.onRef('m.person_id', '=', 'p.id').on('m.cop_id', '=', where.cop).on('m.state', '<>', 'left'),
    )
    .leftJoin('nominations as n', join => join.on('n.cop_id', '=', where.cop).on('n.state', '=', 'pending'))
    .selectAll('n')
    .select(['p.id as person', 'p.name', 'm.role'])
    .select(eb => {
      const asked = eb.selectFrom('join_requests as r').select('r.id').where('r.state', '=', 'pending');
      const invited = eb.selectFrom('invitations as i').select('i.id').where('i.state', '=', 'pending');
      return eb
        .or([
          eb.exists(asked.where('r.cop_id', '=', where.cop).whereRef('r.person_id', '=', 'p.id')),
          eb.exists(invited.where('i.cop_id', '=', where.cop).whereRef('i.invitee_id', '=', 'p.id')),
        ])
        .as('waits');
    })
    .where('a.network_id', '=', network)
    .where('a.workspace_id', '=', where.workspace)
    .where('a.external_id', '=', account)
    .execute();
  const [first] = rows;
  if (!first) return undefined;
  const pending = rows.flatMap(row => (row.id === null ? [] : [columns.from(row as Schema['nominations'])]));
  return {
    person: { id: first.person, networkId: network, name: first.name },
    role: first.role ?? undefined,
    waits: Boolean(first.waits),
    pending,
  };
}

export async function add(tx: Tx, nomination: Nomination): Promise<void> {
  await tx.insertInto('nominations').values(columns.of(nomination)).execute();
}

/** Fails with Stale if it was answered meanwhile. */
export async function save(tx: Tx, nomination: Nomination): Promise<void> {
  await changedOnce(tx, 'nominations', nomination, columns.of(nomination));
}

/** The CoP is closed: nobody need answer any more. Or who was asked has left it. */
export async function withdrawAll(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  now: number,
  nominee?: PersonId,
): Promise<readonly Pick<Nomination, 'id' | 'nomineeId' | 'nominatorId'>[]> {
  const answer = { state: 'withdrawn', decided_at: now, ...(nominee && { withdrawn_as: 'gone' as const }) } as const;
  const where = { cop_id: cop, ...(nominee && { nominee_id: nominee }) };
  const rows = await settleAll(tx, 'nominations', network, where, answer);
  return rows.map(row => ({ id: row.id, nomineeId: row.nominee_id, nominatorId: row.nominator_id }));
}
