import { restore } from '../../domain/document.ts';
import { documentCard, saidOf } from '../../messages/document.ts';
import * as documents from '../../store/documents.ts';
import { command } from '../command.ts';
import { notesFollow } from '../meeting/notes-of.ts';

export const restoreDocument = command({
  name: 'document restore',
  summary: 'Put back what was taken out of the library today',
  about: 'document',
  may: ['facilitator', 'its-author'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run({ tx, subject, now, after }) {
    const document = restore(subject.document, now);
    if (document !== subject.document) {
      await documents.save(tx, document);
      await notesFollow({ tx, after }, subject.cop, document);
    }
    return { say: documentCard({ ...subject, document }, saidOf.back) };
  },
});
