import { documentCard } from '../../messages/document.ts';
import * as harvests from '../../store/harvests.ts';
import { command } from '../command.ts';
import { inLibrary } from './in-library.ts';
import { soughtOf, turning } from './looking.ts';

/** In the place of the list that it was chosen from, with the way back. */
export const openDocument = command({
  name: 'document open',
  summary: 'One document of a list, with all that is known of it',
  about: 'document',
  may: ['member', 'facilitator'],
  in: 'any CoP',
  answers: 'on-the-card',
  reads: true,

  async run({ tx, network, subject, options }) {
    inLibrary(subject.document);
    await harvests.opened(tx, network, subject.document.id);
    return { say: documentCard(subject, undefined, turning(subject.cop.id, soughtOf(options))) };
  },
});
