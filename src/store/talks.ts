import type { Cop } from '../domain/cop.ts';
import type { JoinRequestId, NetworkId, PersonId, TalkId } from '../domain/ids.ts';
import type { Talk } from '../domain/talk.ts';
import { besideCop, copFromBeside } from './beside-cop.ts';
import { type Reader, Stale, type Tx } from './engine.ts';
import { rowOf } from './rows.ts';

const columns = rowOf<'talks', Talk>()({
  id: 'id',
  networkId: 'network_id',
  copId: 'cop_id',
  requestId: 'request_id',
  facilitatorId: 'facilitator_id',
  turns: 'turns',
  applicantTurns: 'applicant_turns',
  createdAt: 'created_at',
});

/** A talk with its CoP; `locking` makes other commands about that CoP wait. */
export async function withCop(
  reader: Reader,
  network: NetworkId,
  id: TalkId,
  locking = false,
): Promise<{ talk: Talk; cop: Cop } | undefined> {
  const row = await besideCop(reader, 'talks', network, id, locking);
  return row && { talk: columns.from(row), cop: copFromBeside(row) };
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
  return row && columns.from(row);
}

export async function add(tx: Tx, talk: Talk): Promise<void> {
  await tx.insertInto('talks').values(columns.of(talk)).execute();
}

/** One turn more; fails with Stale if the other spoke meanwhile. */
export async function save(tx: Tx, talk: Talk): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('talks')
    .set({ turns: talk.turns, applicant_turns: talk.applicantTurns })
    .where('network_id', '=', talk.networkId)
    .where('id', '=', talk.id)
    .where('turns', '=', talk.turns - 1)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Stale();
}
