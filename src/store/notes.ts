/** The notes of meetings: documents of the library that a meeting names. */
import type { CopId, DocumentId, NetworkId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Reader } from './engine.ts';
import { meetingFrom } from './meetings.ts';

/** The meeting that these are the notes of. */
export async function meetingOf(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  notes: DocumentId,
): Promise<Meeting | undefined> {
  const row = await reader
    .selectFrom('meetings')
    .selectAll()
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('notes_id', '=', notes)
    .executeTakeFirst();
  return row && meetingFrom(row);
}
