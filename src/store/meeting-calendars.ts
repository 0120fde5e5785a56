/** Who took a meeting into their calendar, and which state of it they have there. */
import type { PersonId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Reader, Tx } from './engine.ts';

type Of = Pick<Meeting, 'id' | 'networkId' | 'copId'>;

/** They wait for the file. */
export const unsent = -1;

/** Whoever asks for it once more gets it once more. */
export async function take(tx: Tx, of: Of, person: PersonId, now: number): Promise<void> {
  await tx
    .insertInto('meeting_calendars')
    .values({
      network_id: of.networkId,
      cop_id: of.copId,
      meeting_id: of.id,
      person_id: person,
      sequence: unsent,
      at: now,
    })
    .onConflict(conflict => conflict.columns(['meeting_id', 'person_id']).doUpdateSet({ sequence: unsent, at: now }))
    .execute();
}

/** What they have of it; nothing where they never took it. */
export async function sequenceOf(reader: Reader, of: Of, person: PersonId): Promise<number | undefined> {
  const row = await reader
    .selectFrom('meeting_calendars')
    .select('sequence')
    .where('network_id', '=', of.networkId)
    .where('meeting_id', '=', of.id)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return row?.sequence;
}

export async function sent(tx: Tx, of: Of, person: PersonId, sequence: number): Promise<void> {
  await tx
    .updateTable('meeting_calendars')
    .set({ sequence })
    .where('network_id', '=', of.networkId)
    .where('meeting_id', '=', of.id)
    .where('person_id', '=', person)
    .execute();
}

/** Those who are still in its CoP. */
export async function takers(reader: Reader, of: Of): Promise<readonly PersonId[]> {
  const rows = await reader
    .selectFrom('meeting_calendars as x')
    .innerJoin('memberships as m', join =>
      join.onRef('m.cop_id', '=', 'x.cop_id').onRef('m.person_id', '=', 'x.person_id').on('m.state', '=', 'member'),
    )
    .select('x.person_id')
    .where('x.network_id', '=', of.networkId)
    .where('x.meeting_id', '=', of.id)
    .orderBy('x.at')
    .execute();
  return rows.map(row => row.person_id);
}
