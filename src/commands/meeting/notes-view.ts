import type { Cop } from '../../domain/cop.ts';
import type { Document } from '../../domain/document.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { NotesView } from '../../messages/notes.ts';
import type { Reader } from '../../store/engine.ts';
import * as notes from '../../store/notes.ts';
import * as promises from '../../store/promises.ts';
import { writerOf } from './notes-of.ts';

/** All that is read of a meeting's notes: the document, the meeting that names it, and what was promised there. */
export async function notesView(reader: Reader, cop: Cop, document: Document): Promise<NotesView> {
  const meeting = await notes.meetingOf(reader, cop.networkId, cop.id, document.id);
  if (!meeting) throw new Refusal('document-removed', {});
  return {
    ...{ meeting, cop, document },
    writer: await writerOf(reader, cop, meeting),
    promised: await promises.ofMeeting(reader, cop, meeting.id),
  };
}
