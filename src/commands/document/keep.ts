import type { Document } from '../../domain/document.ts';
import { Refusal } from '../../domain/refusal.ts';
import { savedCard } from '../../messages/document.ts';
import { keepForm, noTitle } from '../../messages/document-forms.ts';
import * as documents from '../../store/documents.ts';
import { command } from '../command.ts';
import { keepItsFile, saidIn } from './keeping.ts';

export const keepDocument = command({
  name: 'document keep',
  summary: 'Keep a file you posted in the library',
  about: 'document',
  may: ['its-author'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async form({ subject }) {
    const document = stillThere(subject.document);
    return keepForm(subject, { why: document.why, tags: document.tags.join(', ') });
  },

  async run(scope) {
    const { tx, subject, options, now } = scope;
    const before = stillThere(subject.document);
    const said = saidIn(options);
    if (!said.title) return { mend: keepForm(subject, options, noTitle) };
    const already = before.state === 'kept';
    const document = {
      ...before,
      ...said,
      state: 'kept',
      untitled: false,
      savedAt: already ? before.savedAt : now,
    } as const;
    await documents.save(tx, document);
    keepItsFile(scope, subject.cop, document);
    return { say: savedCard(subject.cop, said.title, already) };
  },
});

/** Kept already, or to be had still. */
function stillThere(document: Document): Document {
  if (document.state === 'removed') throw new Refusal('document-removed', {});
  if (document.state === 'offered' && document.goneAt !== undefined)
    throw new Refusal('message-deleted', { title: document.title });
  return document;
}
