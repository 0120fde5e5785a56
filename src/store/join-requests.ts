import { sql } from 'kysely';
import type { Cop } from '../domain/cop.ts';
import type { CopId, JoinRequestId, NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import type { JoinRequest } from '../domain/join-request.ts';
import type { Known } from '../domain/person.ts';
import { settleAll } from './asked-rows.ts';
import { besideCop, copBeside, copFromBeside } from './beside-cop.ts';
import { type Reader, Stale, type Tx } from './engine.ts';
import { changedOnce, rowOf } from './rows.ts';

const columns = rowOf<'join_requests', JoinRequest>()({
  id: 'id',
  networkId: 'network_id',
  copId: 'cop_id',
  personId: 'person_id',
  words: 'words',
  question: 'question',
  wordsFor: 'words_for',
  state: 'state',
  decidedBy: 'decided_by',
  decidedAt: 'decided_at',
  reason: 'reason',
  version: 'version',
  createdAt: 'created_at',
});

export const requestFrom = columns.from;

/** A request with its CoP; `locking` makes other commands about that CoP wait. */
export async function withCop(
  reader: Reader,
  network: NetworkId,
  id: JoinRequestId,
  locking = false,
): Promise<{ request: JoinRequest; cop: Cop } | undefined> {
  const row = await besideCop(reader, 'join_requests', network, id, locking).executeTakeFirst();
  return row && { request: requestFrom(row), cop: copFromBeside(row) };
}

export async function pendingOf(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  person: PersonId,
): Promise<JoinRequest | undefined> {
  const row = await reader
    .selectFrom('join_requests')
    .selectAll()
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('person_id', '=', person)
    .where('state', '=', 'pending')
    .executeTakeFirst();
  return row && requestFrom(row);
}

/** What waits for an answer there and was asked no earlier, oldest first. */
export async function pendingSince(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  since: number,
): Promise<readonly JoinRequest[]> {
  const rows = await reader
    .selectFrom('join_requests')
    .selectAll()
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('state', '=', 'pending')
    .where('created_at', '>=', since)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(requestFrom);
}

/** A person's own, newest first: what is open, and the latest answers. */
export async function ofPerson(
  reader: Reader,
  network: NetworkId,
  person: PersonId,
  most: number,
): Promise<readonly { request: JoinRequest; cop: Cop }[]> {
  const rows = await reader
    .selectFrom('join_requests as r')
    .innerJoin('cops', 'cops.id', 'r.cop_id')
    .selectAll('r')
    .select(copBeside)
    .where('r.network_id', '=', network)
    .where('r.person_id', '=', person)
    .orderBy('r.created_at', 'desc')
    .limit(most)
    .execute();
  return rows.map(row => ({ request: requestFrom(row), cop: copFromBeside(row) }));
}

/** Somebody asks in; with their name, and their account in the CoP's workspace. */
export interface Asking {
  readonly request: JoinRequest;
  readonly cop: Cop;
  readonly applicant: { readonly name: string; readonly accountId: string | undefined };
}

export const askingFrom = (
  row: Parameters<typeof requestFrom>[0] &
    Parameters<typeof copFromBeside>[0] & { readonly applicant: string; readonly account: string | null },
): Asking => ({
  request: requestFrom(row),
  cop: copFromBeside(row),
  applicant: { name: row.applicant, accountId: row.account ?? undefined },
});

/** What waits for a facilitator's answer, oldest first. */
export async function waitingFor(
  reader: Reader,
  network: NetworkId,
  facilitator: PersonId,
  most: number,
): Promise<readonly Asking[]> {
  const rows = await reader
    .selectFrom('join_requests as r')
    .innerJoin('cops', 'cops.id', 'r.cop_id')
    .innerJoin('memberships as m', 'm.cop_id', 'r.cop_id')
    .innerJoin('persons as p', 'p.id', 'r.person_id')
    .leftJoin('accounts as a', join =>
      join.onRef('a.person_id', '=', 'r.person_id').onRef('a.workspace_id', '=', 'cops.workspace_id'),
    )
    .selectAll('r')
    .select(copBeside)
    .select(['p.name as applicant', 'a.external_id as account'])
    .where('m.network_id', '=', network)
    .where('m.person_id', '=', facilitator)
    .where('m.role', '=', 'facilitator')
    .where('m.state', '<>', 'left')
    .where('r.state', '=', sql.lit('pending'))
    .orderBy('r.created_at')
    .limit(most)
    .execute();
  return rows.map(askingFrom);
}

export async function add(tx: Tx, request: JoinRequest): Promise<void> {
  await tx
    .insertInto('join_requests')
    .values({ ...columns.of(request), held_ms: 0, held_until: null })
    .execute();
}

/** Fails with Stale if somebody decided it meanwhile. */
export async function save(tx: Tx, request: JoinRequest): Promise<void> {
  await changedOnce(tx, 'join_requests', request, columns.of(request));
}

const approvedBy = (by: PersonId, now: number) => ({ state: 'approved', decided_by: by, decided_at: now }) as const;

/** Several at once, by one who invites them. Fails with Stale if one was decided meanwhile. */
export async function approveAll(
  tx: Tx,
  network: NetworkId,
  ids: readonly JoinRequestId[],
  by: PersonId,
  now: number,
): Promise<void> {
  const settled = await settleAll(tx, 'join_requests', network, { id: ids }, approvedBy(by, now));
  if (settled.length !== ids.length) throw new Stale();
}

/** They are in by an invitation: what they had asked for is answered by that, by who invited them. */
export async function settle(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  person: PersonId,
  by: PersonId,
  now: number,
): Promise<JoinRequestId | undefined> {
  const which = { cop_id: cop, person_id: person };
  const [settled] = await settleAll(tx, 'join_requests', network, which, approvedBy(by, now));
  return settled?.id;
}

/** Those that nobody had answered when it was closed. */
export async function lapsedAt(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  closedAt: number,
): Promise<readonly JoinRequest[]> {
  const rows = await reader
    .selectFrom('join_requests')
    .selectAll()
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('state', '=', 'withdrawn')
    .where('decided_by', 'is', null)
    .where('decided_at', '=', closedAt)
    .orderBy('created_at')
    .execute();
  return rows.map(requestFrom);
}

/** Whose request nobody had answered when it was closed the last time, and who has not asked again. */
export async function lapsedLast(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  workspace: WorkspaceKey,
): Promise<readonly Known[]> {
  const latest = reader
    .selectFrom('join_requests')
    .select(({ fn }) => fn.max('decided_at').as('at'))
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('state', '=', 'withdrawn')
    .where('decided_by', 'is', null);
  const rows = await reader
    .selectFrom('join_requests as r')
    .innerJoin('persons as p', 'p.id', 'r.person_id')
    .leftJoin('accounts as a', join =>
      join.onRef('a.person_id', '=', 'r.person_id').on('a.workspace_id', '=', workspace),
    )
    .select(['p.id', 'p.name', 'a.external_id'])
    .where('r.network_id', '=', network)
    .where('r.cop_id', '=', cop)
    .where('r.state', '=', 'withdrawn')
    .where('r.decided_by', 'is', null)
    .where('r.decided_at', '=', latest)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('join_requests as again')
            .select('again.id')
            .whereRef('again.cop_id', '=', 'r.cop_id')
            .whereRef('again.person_id', '=', 'r.person_id')
            .whereRef('again.created_at', '>', 'r.created_at'),
        ),
      ),
    )
    .orderBy('r.created_at')
    .execute();
  return rows.map(row => ({
    id: row.id,
    networkId: network,
    name: row.name,
    accountId: row.external_id ?? undefined,
    role: undefined,
  }));
}

/** The CoP is closed: nobody answers any more, and nobody took them back. Answers whose. */
export async function lapseAll(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  now: number,
): Promise<readonly Pick<JoinRequest, 'id' | 'personId'>[]> {
  const rows = await tx
    .updateTable('join_requests')
    .set(eb => ({ state: 'withdrawn' as const, decided_at: now, version: eb('version', '+', 1) }))
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('state', '=', 'pending')
    .returning(['id', 'person_id'])
    .execute();
  return rows.map(row => ({ id: row.id, personId: row.person_id }));
}
