import { tagsFrom } from '../../domain/document.ts';
import { command } from '../command.ts';
import { shelf, suggested } from './looking.ts';

export const listDocuments = command({
  name: 'document list',
  summary: "What is in your CoP's library: pinned first, then the latest",
  options: {
    tag: { kind: 'words', summary: 'Only what has this tag', suggests: true },
    cop: { kind: 'cop', summary: 'Which CoP, if you are in several', suggests: true },
  },
  about: 'cop',
  may: ['member', 'facilitator'],
  in: 'any CoP',
  answers: 'privately',
  reads: true,
  suggest: suggested,

  async run(scope) {
    const [tag] = tagsFrom(scope.options.tag ?? '');
    return { say: await shelf(scope, scope.subject.cop, { words: '', tag, from: 0 }) };
  },
});
