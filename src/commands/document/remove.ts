import type { Cop } from '../../domain/cop.ts';
import { remove } from '../../domain/document.ts';
import { manners } from '../../domain/platforms.ts';
import { workspaceOf } from '../../domain/workspace.ts';
import { removeCard, removedCard } from '../../messages/document.ts';
import * as closings from '../../store/closings.ts';
import * as documents from '../../store/documents.ts';
import type { Reader } from '../../store/engine.ts';
import { command } from '../command.ts';
import { notesFollow } from '../meeting/notes-of.ts';
import { inLibrary } from './in-library.ts';

/** Asks once. */
export const removeDocument = command({
  name: 'document remove',
  summary: 'Take a document out of the library',
  about: 'document',
  may: ['facilitator', 'its-author'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run({ tx, subject, options, now, after }) {
    if (options.sure !== 'yes') {
      inLibrary(subject.document);
      return { say: removeCard(subject, await isArchived(tx, subject.cop)) };
    }
    const document = remove(subject.document, now);
    await documents.save(tx, document);
    await notesFollow({ tx, after }, subject.cop, document);
    return { say: removedCard({ ...subject, document }) };
  },
});

const isArchived = async (reader: Reader, { state, workspace, networkId, id }: Cop): Promise<boolean> =>
  state === 'closed' &&
  manners[workspaceOf(workspace).platform].channelsEnd === 'archived' &&
  (await closings.of(reader, networkId, id))?.space !== 'left';
