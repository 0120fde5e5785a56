import type { Cop } from '../domain/cop.ts';
import type { CopId, NetworkId, PersonId, StandInId } from '../domain/ids.ts';
import type { StandIn } from '../domain/stand-in.ts';
import { settleAll } from './asked-rows.ts';
import { besideCop, copFromBeside } from './beside-cop.ts';
import type { Reader, Tx } from './engine.ts';
import { changedOnce, rowOf } from './rows.ts';

const columns = rowOf<'stand_ins', StandIn>()({
  id: 'id',
  networkId: 'network_id',
  copId: 'cop_id',
  personId: 'person_id',
  state: 'state',
  objectedAt: 'objected_at',
  deciderId: 'decider_id',
  decidedAt: 'decided_at',
  version: 'version',
  createdAt: 'created_at',
});

/** With its CoP; `locking` makes other commands about that CoP wait. */
export async function withCop(
  reader: Reader,
  network: NetworkId,
  id: StandInId,
  locking = false,
): Promise<{ standIn: StandIn; cop: Cop } | undefined> {
  const row = await besideCop(reader, 'stand_ins', network, id, locking);
  return row && { standIn: columns.from(row), cop: copFromBeside(row) };
}

/** The one that waits for its time, or for a decision. */
export async function pendingOf(reader: Reader, network: NetworkId, cop: CopId): Promise<StandIn | undefined> {
  const row = await reader
    .selectFrom('stand_ins')
    .selectAll()
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('state', '=', 'pending')
    .executeTakeFirst();
  return row && columns.from(row);
}

/** Whether somebody objected to them, or decided otherwise, since then: it is no longer for them alone to offer. */
export async function wasContested(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  person: PersonId,
  since: number,
): Promise<boolean> {
  const row = await reader
    .selectFrom('stand_ins')
    .select('id')
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('person_id', '=', person)
    .where('created_at', '>=', since)
    .where(eb => eb.or([eb('objected_at', 'is not', null), eb('state', '=', 'declined')]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function add(tx: Tx, standIn: StandIn): Promise<void> {
  await tx.insertInto('stand_ins').values(columns.of(standIn)).execute();
}

/** Fails with Stale if it was decided meanwhile. */
export async function save(tx: Tx, standIn: StandIn): Promise<void> {
  await changedOnce(tx, 'stand_ins', standIn, columns.of(standIn));
}

/** It needs nobody any more, or they have left. */
export async function withdrawAll(
  tx: Tx,
  network: NetworkId,
  cop: CopId,
  now: number,
  person?: PersonId,
): Promise<readonly Pick<StandIn, 'id' | 'personId'>[]> {
  const which = { cop_id: cop, ...(person && { person_id: person }) };
  const rows = await settleAll(tx, 'stand_ins', network, which, { state: 'withdrawn', decided_at: now });
  return rows.map(row => ({ id: row.id, personId: row.person_id }));
}
