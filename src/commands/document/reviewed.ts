import { monthMs } from '../../domain/document.ts';
import * as documents from '../../store/documents.ts';
import { command } from '../command.ts';
import { inLibrary } from './in-library.ts';
import { tidyList } from './tidying.ts';

/** It comes up again in half a year. */
export const reviewedDocument = command({
  name: 'document reviewed',
  summary: 'A document of the library is still good',
  about: 'document',
  may: ['facilitator'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run(scope) {
    const { tx, subject, now } = scope;
    await documents.save(tx, { ...inLibrary(subject.document), reviewAt: now + 6 * monthMs });
    return { say: await tidyList(scope, subject.cop) };
  },
});
