import { sql } from 'kysely';
import type { Cop } from '../domain/cop.ts';
import type { Lane } from '../domain/effect.ts';
import type { CopId, MeetingId, NetworkId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { besideCop, copFromBeside } from './beside-cop.ts';
import { dialectOf, type Reader, type Tx } from './engine.ts';
import { said } from './pieces.ts';
import { changedOnce, rowOf } from './rows.ts';

const minuteMs = 60_000;

const columns = rowOf<'meetings', Meeting>()({
  id: 'id',
  networkId: 'network_id',
  copId: 'cop_id',
  callerId: 'called_by',
  about: 'about',
  format: 'format',
  minutes: 'minutes',
  place: 'place',
  timeZone: 'time_zone',
  state: 'state',
  startsAt: 'starts_at',
  afterId: 'after_id',
  sequence: 'sequence',
  changedAt: 'changed_at',
  notesId: 'notes_id',
  notesBy: 'notes_by',
  notesAt: 'notes_at',
  version: 'version',
  createdAt: 'created_at',
});

export const meetingFrom = columns.from;

/** With its CoP; `locking` makes other commands about that CoP wait. */
export async function withCop(
  reader: Reader,
  network: NetworkId,
  id: MeetingId,
  locking = false,
): Promise<{ meeting: Meeting; cop: Cop } | undefined> {
  const row = await besideCop(reader, 'meetings', network, id, locking);
  return row && { meeting: columns.from(row), cop: copFromBeside(row) };
}

export async function add(tx: Tx, meeting: Meeting): Promise<void> {
  await tx.insertInto('meetings').values(columns.of(meeting)).execute();
}

/** Fails with Stale if it was changed meanwhile. */
export async function save(tx: Tx, meeting: Meeting): Promise<void> {
  await changedOnce(tx, 'meetings', meeting, columns.of(meeting));
}

/** Nobody but who drafted it has seen it. */
export async function drop(tx: Tx, { networkId, id }: Pick<Meeting, 'networkId' | 'id'>): Promise<void> {
  await tx.deleteFrom('meeting_dates').where('network_id', '=', networkId).where('meeting_id', '=', id).execute();
  await tx
    .deleteFrom('meetings')
    .where('network_id', '=', networkId)
    .where('id', '=', id)
    .where('state', '=', 'drafted')
    .execute();
}

/** As they are listed: notes that are out of the library are none. */
const listed = (reader: Reader, network: NetworkId, cop: CopId) =>
  reader
    .selectFrom('meetings as m')
    .leftJoin('documents as d', join => join.onRef('d.id', '=', 'm.notes_id').on('d.state', '=', sql.lit('kept')))
    .selectAll('m')
    .select('d.id as kept')
    .where('m.network_id', '=', network)
    .where('m.cop_id', '=', cop);

/** Those to come, the next first; what is still voted for comes last. */
export async function toCome(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  most: number,
  from = 0,
): Promise<readonly Meeting[]> {
  const rows = await listed(reader, network, cop)
    .where('m.state', 'in', ['called', 'voting'])
    .orderBy('m.state')
    .orderBy('m.starts_at')
    .orderBy('m.id')
    .limit(most)
    .offset(from)
    .execute();
  return rows.map(row => columns.from({ ...row, notes_id: row.kept }));
}

/** When a CoP meets next: of those that are called, the first that isn't over. One that is under way is still met at. */
export const nextAt = (cop: string) =>
  sql<number | null>`(select min(t.starts_at) from meetings t where t.cop_id = ${sql.ref(cop)} and t.state = 'called')`;

export async function next(reader: Reader, network: NetworkId, cop: CopId): Promise<Meeting | undefined> {
  const row = await reader
    .selectFrom('meetings')
    .selectAll()
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('state', '=', 'called')
    .orderBy('starts_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row && columns.from(row);
}

/** Those that were held, the latest first. */
export async function held(reader: Reader, network: NetworkId, cop: CopId, most: number): Promise<readonly Meeting[]> {
  const rows = await listed(reader, network, cop)
    .where('m.state', '=', 'over')
    .orderBy('m.starts_at', 'desc')
    .limit(most)
    .execute();
  return rows.map(row => columns.from({ ...row, notes_id: row.kept }));
}

/** Another one of the CoP at that time, if any. */
export async function besides(
  reader: Reader,
  { networkId, copId, id, startsAt, minutes }: Meeting,
): Promise<Meeting | undefined> {
  if (startsAt === undefined) return undefined;
  const row = await reader
    .selectFrom('meetings')
    .selectAll()
    .where('network_id', '=', networkId)
    .where('cop_id', '=', copId)
    .where('state', '=', 'called')
    .where('id', '<>', id)
    .where('starts_at', '<', startsAt + minutes * minuteMs)
    .where(sql<number>`starts_at + minutes * ${sql.lit(minuteMs)}`, '>', startsAt)
    .orderBy('starts_at')
    .limit(1)
    .executeTakeFirst();
  return row && columns.from(row);
}

/** Whether its card is to be drawn by something that waits there already: that will show this too. */
export async function isToBeDrawn(tx: Tx, lane: Lane): Promise<boolean> {
  const { holds, lock } = dialectOf(tx);
  const waiting = tx
    .selectFrom('effects')
    .select('id')
    .where('lane', '=', lane)
    .where('settled_at', 'is', null)
    .where('state', '=', 'waiting')
    .where('kind', 'in', ['post', 'revise'])
    .where(holds('wish', said({ message: 'meeting' }))) // what is said below it draws nothing of it
    .limit(1);
  return (await lock(waiting, 'effects').executeTakeFirst()) !== undefined;
}

/** Who calls the meetings of a CoP, where that is not every member. */
export async function calledBy(reader: Reader, network: NetworkId, cop: CopId): Promise<'facilitators' | undefined> {
  const row = await reader
    .selectFrom('cops')
    .select('meetings_by')
    .where('network_id', '=', network)
    .where('id', '=', cop)
    .executeTakeFirst();
  return row?.meetings_by ?? undefined;
}

export async function setCalledBy(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  by: 'facilitators' | undefined,
): Promise<void> {
  await tx
    .updateTable('cops')
    .set({ meetings_by: by ?? null })
    .where('network_id', '=', network)
    .where('id', '=', cop)
    .execute();
}

/** From how many on a CoP may well meet. */
const enough = 3;

/** Whether its first meeting is to be offered: once, with enough of them in, and where none was ever called. */
export async function offerFirst(tx: Tx, cop: Pick<Cop, 'networkId' | 'id'>, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('cops')
    .set({ meeting_offered_at: now })
    .where('network_id', '=', cop.networkId)
    .where('id', '=', cop.id)
    .where('members', '>=', enough)
    .where('meeting_offered_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('meetings as m').select('m.id').where('m.cop_id', '=', cop.id).where('m.state', '<>', 'drafted'),
        ),
      ),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
