import { nameKey } from '../../domain/cop.ts';
import { foundCard } from '../../messages/document.ts';
import * as cops from '../../store/cops.ts';
import * as documents from '../../store/documents.ts';
import * as people from '../../store/people.ts';
import { command } from '../command.ts';

const most = 10;

export const findDocuments = command({
  name: 'document find',
  summary: "Look something up in your CoP's library",
  slash: 'cop docs find',
  options: {
    words: { kind: 'words', summary: 'Words of the title' },
    cop: { kind: 'cop', summary: 'Which CoP, if you are in several', suggests: true },
  },
  about: 'cop',
  may: ['member', 'facilitator'],
  answers: 'privately',
  reads: true,

  async suggest({ reader, network, actor }, _option, typed) {
    const mine = await cops.ofPerson(reader, network, actor.id);
    const key = nameKey(typed);
    return mine
      .filter(({ cop }) => nameKey(cop.name).includes(key))
      .slice(0, 25)
      .map(({ cop }) => ({ value: cop.id, label: cop.name }));
  },

  async run({ tx, network, subject: { cop }, options }) {
    const words = (options.words ?? '').split(/\s+/).filter(Boolean);
    const found = await documents.find(tx, network, cop.id, words, most + 1);
    const shown = found.slice(0, most);
    const sharers = await people.known(tx, network, { workspace: cop.workspace, cop: cop.id }, [
      ...new Set(shown.map(one => one.sharedBy)),
    ]);
    const views = shown.map(document => ({ document, cop, sharer: sharers.get(document.sharedBy) }));
    return { say: foundCard(cop, words.join(' '), views, found.length > most) };
  },
});
