/** The clocks of join requests that wait, and who was reminded of what on which day: the database lets nobody be reminded twice. */
import { sql } from 'kysely';
import type { CopId, JoinRequestId, NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import type { PlatformName } from '../domain/platforms.ts';
import { firstLook, type ReminderStep, talkMs, type WaitingClock } from '../domain/reminder.ts';
import { copBeside } from './beside-cop.ts';
import type { Reader, Tx } from './engine.ts';
import { type Asking, askingFrom } from './join-requests.ts';

export interface Due {
  readonly network: NetworkId;
  readonly workspace: WorkspaceKey;
  readonly request: JoinRequestId;
}

/** Requests whose clock is to be looked at by `now`, on the platforms that this process serves; the longest due first. */
export async function due(
  reader: Reader,
  now: number,
  platforms: readonly PlatformName[],
  most: number,
): Promise<readonly Due[]> {
  if (platforms.length === 0) return [];
  const rows = await reader
    .selectFrom('join_requests as r')
    .innerJoin('cops', 'cops.id', 'r.cop_id')
    .select(['r.id', 'r.network_id', 'cops.workspace_id'])
    .where('r.state', '=', sql.lit('pending'))
    .where('r.look_at', '<=', now)
    .where('cops.state', '=', 'open')
    .where('cops.platform', 'in', platforms)
    .orderBy('r.look_at')
    .limit(most)
    .execute();
  return rows.map(row => ({ network: row.network_id, workspace: row.workspace_id, request: row.id }));
}

export async function clockOf(
  reader: Reader,
  network: NetworkId,
  request: JoinRequestId,
): Promise<(WaitingClock & { readonly lookAt: number | undefined }) | undefined> {
  const row = await reader
    .selectFrom('join_requests')
    .select(['created_at', 'held_ms', 'look_at'])
    .where('network_id', '=', network)
    .where('id', '=', request)
    .executeTakeFirst();
  return (
    row && {
      createdAt: row.created_at,
      heldMs: row.held_ms,
      lookAt: row.look_at ?? undefined,
    }
  );
}

export async function lookAgain(
  tx: Tx,
  network: NetworkId,
  request: JoinRequestId,
  at: number | undefined,
): Promise<void> {
  await tx
    .updateTable('join_requests')
    .set({ look_at: at ?? null })
    .where('network_id', '=', network)
    .where('id', '=', request)
    .execute();
}

/** The clock stands still from now on, for as long as a talk lets it; what is left of an earlier stop isn't counted twice. */
export async function hold(tx: Tx, network: NetworkId, request: JoinRequestId, now: number): Promise<void> {
  const until = now + talkMs;
  await tx
    .updateTable('join_requests')
    .set({
      held_ms: sql<number>`held_ms + case when held_until > ${now} then ${until} - held_until else ${talkMs} end`,
      held_until: until,
    })
    .where('network_id', '=', network)
    .where('id', '=', request)
    .execute();
}

/** Nobody was there to answer until now: whoever is from now on has all the time that there is. */
export async function beginAnew(tx: Tx, network: NetworkId, cop: CopId, now: number): Promise<void> {
  await tx
    .updateTable('join_requests')
    .set({ held_ms: sql<number>`${now} - created_at`, look_at: firstLook(now) })
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('state', '=', 'pending')
    .execute();
}

export interface Reminded {
  readonly reader: PersonId | 'support';
  readonly step: ReminderStep;
}

/** Who was reminded of this request, of what. */
export async function ofRequest(
  reader: Reader,
  network: NetworkId,
  request: JoinRequestId,
): Promise<readonly Reminded[]> {
  const rows = await reader
    .selectFrom('reminders')
    .select(['reader', 'step'])
    .where('network_id', '=', network)
    .where('request_id', '=', request)
    .execute();
  return rows.map(row => ({ reader: row.reader as Reminded['reader'], step: row.step }));
}

/** The latest day on which each was reminded of anything. */
export async function lastDays(
  reader: Reader,
  network: NetworkId,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  if (people.length === 0) return new Map();
  const rows = await reader
    .selectFrom('reminders')
    .select(({ fn }) => ['reader', fn.max('day').as('day')])
    .where('network_id', '=', network)
    .where('reader', 'in', people)
    .groupBy('reader')
    .execute();
  return new Map(rows.map(row => [row.reader as PersonId, row.day]));
}

/** False where they were reminded of it before, or of another that day, perhaps by another process just now. */
export async function add(
  tx: Tx,
  network: NetworkId,
  request: JoinRequestId,
  { reader, step, day }: Reminded & { readonly day: string },
  now: number,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('reminders')
    .values({ network_id: network, request_id: request, step, reader, day, sent_at: now })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** What the Support Team was told of and still waits, for somebody who is of it; oldest first. */
export async function knownToSupport(
  reader: Reader,
  network: NetworkId,
  person: PersonId,
  most: number,
): Promise<readonly Asking[]> {
  const rows = await reader
    .selectFrom('reminders as m')
    .innerJoin('join_requests as r', 'r.id', 'm.request_id')
    .innerJoin('cops', 'cops.id', 'r.cop_id')
    .innerJoin('support_people as s', 's.workspace_id', 'cops.workspace_id')
    .innerJoin('persons as p', 'p.id', 'r.person_id')
    .leftJoin('accounts as a', join =>
      join.onRef('a.person_id', '=', 'r.person_id').onRef('a.workspace_id', '=', 'cops.workspace_id'),
    )
    .selectAll('r')
    .select(copBeside)
    .select(['p.name as applicant', 'a.external_id as account'])
    .where('m.network_id', '=', network)
    .where('m.reader', '=', sql.lit('support'))
    .where('r.state', '=', 'pending')
    .where('s.person_id', '=', person)
    .orderBy('r.created_at')
    .limit(most)
    .execute();
  return rows.map(askingFrom);
}
