import { command } from '../command.ts';
import { shelf, soughtOf } from './looking.ts';

/** A further page of what was found, in place of the one before. */
export const pageOfDocuments = command({
  name: 'document page',
  summary: 'Further documents of a library',
  about: 'cop',
  may: ['member', 'facilitator'],
  in: 'any CoP',
  answers: 'on-the-card',
  reads: true,

  async run(scope) {
    return { say: await shelf(scope, scope.subject.cop, soughtOf(scope.options)) };
  },
});
