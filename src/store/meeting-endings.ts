/** A CoP that ends, and those of its meetings that were still to come or were on just then. */
import type { CopId, NetworkId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Reader, Tx } from './engine.ts';
import { meetingFrom } from './meetings.ts';

interface Ended {
  /** Called, or voted on: nobody meets any more. */
  readonly off: readonly Meeting[];
  /** They had begun: whoever was there has met. */
  readonly held: readonly Meeting[];
}

export async function endAll(tx: Tx, network: NetworkId, cop: CopId, now: number): Promise<Ended> {
  const ofCop = tx.updateTable('meetings').where('network_id', '=', network).where('cop_id', '=', cop);
  const held = await ofCop
    .set(eb => ({ state: 'over', version: eb('version', '+', 1), changed_at: now }))
    .where('state', '=', 'called')
    .where('starts_at', '<=', now)
    .returningAll()
    .execute();
  const off = await ofCop
    .set(eb => ({
      state: 'cancelled',
      sequence: eb('sequence', '+', 1),
      version: eb('version', '+', 1),
      changed_at: now,
    }))
    .where('state', 'in', ['called', 'voting'])
    .returningAll()
    .execute();
  return { off: off.map(meetingFrom), held: held.map(meetingFrom) };
}

/** Those that its closing ended. */
export async function endedAt(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  time: number,
): Promise<readonly Pick<Meeting, 'copId' | 'id'>[]> {
  const rows = await reader
    .selectFrom('meetings')
    .select(['id', 'cop_id'])
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('state', 'in', ['cancelled', 'over'])
    .where('changed_at', '=', time)
    .execute();
  return rows.map(row => ({ id: row.id, copId: row.cop_id }));
}
