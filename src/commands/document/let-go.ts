import { letGoCard, savedCard } from '../../messages/document.ts';
import * as documents from '../../store/documents.ts';
import { command } from '../command.ts';

export const letGoOfDocument = command({
  name: 'document let-go',
  summary: 'Leave a file you posted out of the library',
  about: 'document',
  may: ['its-author'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run({ tx, subject: { document, cop }, now }) {
    if (document.state === 'kept') return { say: savedCard(cop, document.title, true) };
    await documents.save(tx, { ...document, state: 'removed', removedAt: now });
    return { say: letGoCard };
  },
});
