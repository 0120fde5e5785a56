import { restore } from '../../domain/document.ts';
import { Refusal } from '../../domain/refusal.ts';
import { documentCard, saidOf } from '../../messages/document.ts';
import * as documents from '../../store/documents.ts';
import * as notes from '../../store/notes.ts';
import { command } from '../command.ts';
import { notesFollow } from '../meeting/notes-of.ts';

export const restoreDocument = command({
  name: 'document restore',
  summary: 'Put back what was taken out of the library today',
  about: 'document',
  may: ['facilitator', 'its-author'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run({ tx, network, subject, now, after }) {
    const document = restore(subject.document, now);
    if (document !== subject.document) {
      if (document.kind === 'notes' && !(await notes.meetingOf(tx, network, subject.cop.id, document.id)))
        throw new Refusal('notes-replaced', { cop: subject.cop });
      await documents.save(tx, document);
      await notesFollow({ tx, after }, subject.cop, document);
    }
    return { say: documentCard({ ...subject, document }, saidOf.back) };
  },
});
