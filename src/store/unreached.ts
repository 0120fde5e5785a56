/** Who decides about a join request, and could not be told of it. */
import type { CopId, JoinRequestId, NetworkId, PersonId } from '../domain/ids.ts';
import type { Reader, Tx } from './engine.ts';

export async function add(
  tx: Tx,
  network: NetworkId,
  request: JoinRequestId,
  person: PersonId,
  now: number,
): Promise<void> {
  await tx
    .insertInto('unreached')
    .values({ network_id: network, request_id: request, person_id: person, since: now })
    .onConflict(conflict => conflict.doNothing())
    .execute();
}

/** Something about it has arrived. False where it always had. */
export async function reached(tx: Tx, network: NetworkId, request: JoinRequestId, person: PersonId): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('unreached')
    .where('network_id', '=', network)
    .where('request_id', '=', request)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Each of its facilitators was tried in vain: nobody knows of it. */
export async function isNobodys(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  request: JoinRequestId,
): Promise<boolean> {
  const rows = await reader
    .selectFrom('memberships as m')
    .leftJoin('unreached as u', join => join.onRef('u.person_id', '=', 'm.person_id').on('u.request_id', '=', request))
    .select('u.since')
    .where('m.network_id', '=', network)
    .where('m.cop_id', '=', cop)
    .where('m.role', '=', 'facilitator')
    .where('m.state', '<>', 'left')
    .execute();
  return rows.length > 0 && rows.every(row => row.since !== null);
}
