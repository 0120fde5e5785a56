import { tidied } from '../../domain/words.ts';
import { command } from '../command.ts';
import { shelf, suggested } from './looking.ts';

export const findDocuments = command({
  name: 'document find',
  summary: "Look something up in your CoP's library",
  options: {
    words: { kind: 'words', summary: 'Words, or how they begin' },
    cop: { kind: 'cop', summary: 'Which CoP, if you are in several', suggests: true },
  },
  about: 'cop',
  may: ['member', 'facilitator'],
  in: 'any CoP',
  answers: 'privately',
  reads: true,
  suggest: suggested,

  async run(scope) {
    const words = tidied(scope.options.words ?? '');
    return { say: await shelf(scope, scope.subject.cop, { words, tag: undefined, from: 0 }) };
  },
});
