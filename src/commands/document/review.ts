import { command } from '../command.ts';
import { suggested } from './looking.ts';
import { tidyList } from './tidying.ts';

export const reviewLibrary = command({
  name: 'document review',
  summary: 'Tidy the library you facilitate: due for review, gone, without a title',
  options: { cop: { kind: 'cop', summary: 'Which CoP, if you facilitate several', suggests: true } },
  about: 'cop',
  may: ['facilitator'],
  in: 'any CoP',
  answers: 'privately',
  reads: true,
  suggest: suggested,

  async run(scope) {
    return { say: await tidyList(scope, scope.subject.cop) };
  },
});
