import { notesCard } from '../../messages/notes.ts';
import * as harvests from '../../store/harvests.ts';
import { command } from '../command.ts';
import { revises } from '../meeting/notes-of.ts';
import { notesView } from '../meeting/notes-view.ts';
import { inLibrary } from './in-library.ts';

export const readNotes = command({
  name: 'document notes',
  summary: 'Read the notes of a meeting, with what was promised there',
  typedAs: 'meeting list',
  about: 'document',
  may: ['member', 'facilitator'],
  in: 'any CoP',
  answers: 'privately',
  reads: true,

  async run({ tx, network, subject, actor }) {
    const { cop } = subject;
    const document = inLibrary(subject.document);
    await harvests.opened(tx, network, document.id);
    const view = await notesView(tx, cop, document);
    return { say: notesCard(view, cop.state === 'open' && revises(view.meeting, actor, subject.reader.role)) };
  },
});
