/** How long join requests have waited, and who was reminded of what on which day: the database lets nobody be reminded twice. */
import { sql } from 'kysely';
import type { CopId, JoinRequestId, NetworkId, PersonId } from '../domain/ids.ts';
import { type ReminderStep, talkMs, type WaitingClock } from '../domain/reminder.ts';
import { copBeside } from './beside-cop.ts';
import type { Reader, Tx } from './engine.ts';
import { type Asking, askingFrom } from './join-requests.ts';

export async function clockOf(
  reader: Reader,
  network: NetworkId,
  request: JoinRequestId,
): Promise<WaitingClock | undefined> {
  const row = await reader
    .selectFrom('join_requests')
    .select(['created_at', 'held_ms'])
    .where('network_id', '=', network)
    .where('id', '=', request)
    .executeTakeFirst();
  return row && { createdAt: row.created_at, heldMs: row.held_ms };
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

/** Nobody was there to answer until now: whoever is from now on has all the time that there is. Answers which wait. */
export async function beginAnew(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  now: number,
): Promise<readonly { readonly id: JoinRequestId; readonly personId: PersonId }[]> {
  return tx
    .updateTable('join_requests')
    .set({ held_ms: sql<number>`${now} - created_at` })
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('state', '=', 'pending')
    .returning(['id', 'person_id as personId'])
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

/** It never reached them: another may, at the next step. */
export async function takeBack(
  tx: Tx,
  network: NetworkId,
  request: JoinRequestId,
  reader: PersonId,
  step: ReminderStep,
): Promise<void> {
  await tx
    .deleteFrom('reminders')
    .where('network_id', '=', network)
    .where('request_id', '=', request)
    .where('reader', '=', reader)
    .where('step', '=', step)
    .execute();
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
    .crossJoin('join_requests as r') // in this order: of those that wait, few were told of (sqlite.org/optoverview.html#crossjoin)
    .innerJoin('cops', 'cops.id', 'r.cop_id')
    .innerJoin('support_people as s', 's.workspace_id', 'cops.workspace_id')
    .innerJoin('persons as p', 'p.id', 'r.person_id')
    .leftJoin('accounts as a', join =>
      join.onRef('a.person_id', '=', 'r.person_id').onRef('a.workspace_id', '=', 'cops.workspace_id'),
    )
    .selectAll('r')
    .select(copBeside)
    .select(['p.name as applicant', 'a.external_id as account'])
    .whereRef('r.id', '=', 'm.request_id')
    .where('m.network_id', '=', network)
    .where('m.reader', '=', sql.lit('support'))
    .where('r.state', '=', 'pending')
    .where('s.person_id', '=', person)
    .orderBy('r.created_at')
    .limit(most)
    .execute();
  return rows.map(askingFrom);
}
