import type { Cop } from '../domain/cop.ts';
import type { JoinRequestId, NetworkId, PersonId, TalkId } from '../domain/ids.ts';
import type { Talk } from '../domain/talk.ts';
import { copBeside, copFromBeside, locksRows } from './cops.ts';
import { type Reader, Stale, type Tx } from './engine.ts';
import type { Schema } from './schema.ts';

function talkFrom(row: Schema['talks']): Talk {
  return {
    id: row.id,
    networkId: row.network_id,
    copId: row.cop_id,
    requestId: row.request_id,
    facilitatorId: row.facilitator_id,
    turns: row.turns,
    createdAt: row.created_at,
  };
}

/** A talk with its CoP; `locking` makes other commands about that CoP wait. */
export async function withCop(
  reader: Reader,
  network: NetworkId,
  id: TalkId,
  locking = false,
): Promise<{ talk: Talk; cop: Cop } | undefined> {
  const query = reader
    .selectFrom('talks as t')
    .innerJoin('cops', 'cops.id', 't.cop_id')
    .selectAll('t')
    .select(copBeside)
    .where('t.network_id', '=', network)
    .where('t.id', '=', id);
  const row = await (locking && locksRows(reader) ? query.forUpdate('cops') : query).executeTakeFirst();
  return row && { talk: talkFrom(row), cop: copFromBeside(row) };
}

/** Each facilitator has a talk of their own with the applicant. */
export async function between(
  reader: Reader,
  network: NetworkId,
  request: JoinRequestId,
  facilitator: PersonId,
): Promise<Talk | undefined> {
  const row = await reader
    .selectFrom('talks')
    .selectAll()
    .where('network_id', '=', network)
    .where('request_id', '=', request)
    .where('facilitator_id', '=', facilitator)
    .executeTakeFirst();
  return row && talkFrom(row);
}

export async function add(tx: Tx, talk: Talk): Promise<void> {
  await tx
    .insertInto('talks')
    .values({
      id: talk.id,
      network_id: talk.networkId,
      cop_id: talk.copId,
      request_id: talk.requestId,
      facilitator_id: talk.facilitatorId,
      turns: talk.turns,
      created_at: talk.createdAt,
    })
    .execute();
}

/** One turn more; fails with Stale if the other spoke meanwhile. */
export async function save(tx: Tx, talk: Talk): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('talks')
    .set({ turns: talk.turns })
    .where('network_id', '=', talk.networkId)
    .where('id', '=', talk.id)
    .where('turns', '=', talk.turns - 1)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Stale();
}
