import { documentCard } from '../../messages/document.ts';
import * as harvests from '../../store/harvests.ts';
import { command } from '../command.ts';
import { inLibrary } from './in-library.ts';

export const showDocument = command({
  name: 'document show',
  summary: 'One document, with all that is known of it',
  about: 'document',
  may: ['member', 'facilitator'],
  in: 'any CoP',
  answers: 'privately',
  reads: true,

  async run({ tx, network, subject }) {
    inLibrary(subject.document);
    await harvests.opened(tx, network, subject.document.id);
    return { say: documentCard(subject) };
  },
});
