import { tidied } from '../../domain/words.ts';
import { misreadCard } from '../../messages/library.ts';
import * as documents from '../../store/documents.ts';
import { command } from '../command.ts';
import { shelf, suggested } from './looking.ts';

/** What can be done to a document, but not by typing it. */
const deeds =
  /^(remove|delete|edit|change|rename|pin|unpin|entfernen|löschen|ändern|umbenennen|anheften|lösen)\s+(?=\S)/i;
const wordsMeant = (words: string): string | undefined => (deeds.test(words) ? words.replace(deeds, '') : undefined);

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
    const { cop } = scope.subject;
    const meant = wordsMeant(words);
    const isNothing =
      meant && (await documents.find(scope.tx, scope.network, cop.id, words, { from: 0, most: 1 })).length === 0;
    if (!meant || !isNothing) return { say: await shelf(scope, cop, { words, tag: undefined, from: 0 }) };
    return { say: misreadCard(await shelf(scope, cop, { words: meant, tag: undefined, from: 0 })) };
  },
});
