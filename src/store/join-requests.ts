import { sql } from 'kysely';
import type { Cop } from '../domain/cop.ts';
import type { CopId, JoinRequestId, NetworkId, PersonId } from '../domain/ids.ts';
import type { JoinRequest } from '../domain/join-request.ts';
import { settleAll } from './asked-rows.ts';
import { besideCop, copBeside, copFromBeside } from './beside-cop.ts';
import { type Reader, Stale, type Tx } from './engine.ts';
import { changedOnce, rowOf } from './rows.ts';
import type { Naming } from './schema.ts';

const columns = rowOf<'join_requests', JoinRequest>()({
  id: 'id',
  networkId: 'network_id',
  copId: 'cop_id',
  personId: 'person_id',
  words: 'words',
  question: 'question',
  wordsFor: 'words_for',
  state: 'state',
  withdrawnAs: 'withdrawn_as',
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
  const row = await besideCop(reader, 'join_requests', network, id, locking);
  return row && { request: requestFrom(row), cop: copFromBeside(row) };
}

/** Those of a CoP that nobody has answered yet. */
export const waiting = (
  reader: Reader,
  network: NetworkId,
  cop: CopId,
): Promise<readonly { readonly id: JoinRequestId; readonly personId: PersonId }[]> =>
  reader
    .selectFrom('join_requests')
    .select(['id', 'person_id as personId'])
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('state', '=', 'pending')
    .execute();

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

/** A person's own, newest first: what is open, and the latest answers, but for what came before they were in it otherwise. `unreached`: none of those who decide could be told of it. */
export async function ofPerson(
  reader: Reader,
  network: NetworkId,
  person: PersonId,
  most: number,
): Promise<readonly { request: JoinRequest; cop: Cop; unreached: boolean }[]> {
  const rows = await reader
    .selectFrom('join_requests as r')
    .innerJoin('cops', 'cops.id', 'r.cop_id')
    .selectAll('r')
    .select(copBeside)
    .select(({ exists, selectFrom }) =>
      exists(selectFrom('unreached as u').select('u.since').whereRef('u.request_id', '=', 'r.id')).as('missed'),
    )
    .select(({ exists, selectFrom, not }) =>
      exists(
        selectFrom('memberships as m')
          .select('m.person_id')
          .whereRef('m.cop_id', '=', 'r.cop_id')
          .where('m.role', '=', 'facilitator')
          .where('m.state', '<>', 'left')
          .where(eb =>
            not(
              eb.exists(
                eb
                  .selectFrom('unreached as n')
                  .select('n.since')
                  .whereRef('n.request_id', '=', 'r.id')
                  .whereRef('n.person_id', '=', 'm.person_id'),
              ),
            ),
          ),
      ).as('had'),
    )
    .where('r.network_id', '=', network)
    .where('r.person_id', '=', person)
    .where(({ exists, selectFrom, not }) =>
      not(
        exists(
          selectFrom('memberships as w')
            .select('w.since')
            .whereRef('w.cop_id', '=', 'r.cop_id')
            .whereRef('w.person_id', '=', 'r.person_id')
            .whereRef('w.since', '>', 'r.decided_at')
            .where('w.state', '=', 'left'),
        ),
      ),
    )
    .orderBy('r.created_at', 'desc')
    .limit(most)
    .execute();
  return rows.map(row => ({
    request: requestFrom(row),
    cop: copFromBeside(row),
    unreached: Boolean(row.missed) && !row.had,
  }));
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

const hanging: { readonly [T in Naming<'request_id'>]: true } = { talks: true, reminders: true, unreached: true };

/** As if they had never been made, with all that hangs on them. */
export async function drop(tx: Tx, ids: readonly JoinRequestId[]): Promise<void> {
  for (const table of Object.keys(hanging) as (keyof typeof hanging)[])
    await tx.deleteFrom(table).where('request_id', 'in', ids).execute();
  await tx.deleteFrom('join_requests').where('id', 'in', ids).execute();
}
