import type { Cop } from '../../domain/cop.ts';
import type { Document } from '../../domain/document.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { NotesView } from '../../messages/notes.ts';
import type { Reader } from '../../store/engine.ts';
import * as notes from '../../store/notes.ts';
import * as people from '../../store/people.ts';
import * as promises from '../../store/promises.ts';

/** All that is read of a meeting's notes: the document, the meeting that names it, and what was promised there. */
export async function notesView(reader: Reader, cop: Cop, document: Document): Promise<NotesView> {
  const { networkId, id: copId, workspace } = cop;
  const meeting = await notes.meetingOf(reader, networkId, copId, document.id);
  if (!meeting) throw new Refusal('document-removed', {});
  const writers = meeting.notesBy ? [meeting.notesBy] : [];
  const known = await people.known(reader, networkId, { workspace, cop: copId }, writers);
  return {
    ...{ meeting, cop, document },
    writer: meeting.notesBy && known.get(meeting.notesBy),
    promised: await promises.ofMeeting(reader, cop, meeting.id),
  };
}
