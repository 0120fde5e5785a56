import { lane } from '../../domain/effect.ts';
import * as documents from '../../store/documents.ts';
import { consequence } from '../command.ts';
import { post } from '../effects.ts';

/** What a button promised could not be done: the entry is put right, and who pressed is told. */
export const notPinned = consequence({
  name: 'document not-pinned',
  summary: 'A pin could not be changed; the library says so',
  about: 'document',

  async run({ tx, subject, options, now, after }) {
    const { cop } = subject;
    const isDeleted = options.reason === 'gone' && options.whose === 'message';
    const goneAt = isDeleted ? (subject.document.goneAt ?? now) : subject.document.goneAt;
    const pinned = options.stays === 'pinned' && goneAt === undefined;
    const reviewAt = isDeleted && subject.document.goneAt === undefined ? undefined : subject.document.reviewAt;
    const document = { ...subject.document, pinned, goneAt, reviewAt };
    await documents.save(tx, document);
    const to = options.for;
    after(lane.person(to), post(cop, 'document-not-pinned', to, { kind: 'document', id: document.id }));
  },
});
