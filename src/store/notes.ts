/** The notes of meetings: documents of the library that a meeting names. */
import type { CopId, DocumentId, MeetingId, NetworkId } from '../domain/ids.ts';
import type { Reader } from './engine.ts';

/** Of these meetings, those whose notes are in the library. */
export async function kept(
  reader: Reader,
  network: NetworkId,
  notes: readonly (DocumentId | undefined)[],
): Promise<ReadonlySet<DocumentId>> {
  const ids = notes.filter(id => id !== undefined);
  if (ids.length === 0) return new Set();
  const rows = await reader
    .selectFrom('documents')
    .select('id')
    .where('network_id', '=', network)
    .where('id', 'in', ids)
    .where('state', '=', 'kept')
    .execute();
  return new Set(rows.map(row => row.id));
}

/** The meeting that these are the notes of. */
export async function meetingOf(
  reader: Reader,
  network: NetworkId,
  cop: CopId,
  notes: DocumentId,
): Promise<MeetingId | undefined> {
  const row = await reader
    .selectFrom('meetings')
    .select('id')
    .where('network_id', '=', network)
    .where('cop_id', '=', cop)
    .where('notes_id', '=', notes)
    .executeTakeFirst();
  return row?.id;
}
