import { remove } from '../../domain/document.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import * as documents from '../../store/documents.ts';
import { consequence } from '../command.ts';
import { post } from '../effects.ts';

/** An entry without its file would be a promise nobody can keep. */
export const fileNotShared = consequence({
  name: 'document not-shared',
  summary: 'A file that was added could not be posted; its entry goes, and who added it is told',
  about: 'document',

  async run({ tx, subject, options, now, after }) {
    const { cop, document } = subject;
    if (document.state === 'kept') await documents.save(tx, remove(document, now));
    const to = options.for as PersonId;
    after(lane.person(to), post(cop, 'document-not-shared', to, { kind: 'document', id: document.id }));
  },
});
