import { piecesIn } from '../../domain/search.ts';
import { findCard } from '../../messages/directory.ts';
import * as directory from '../../store/directory.ts';
import * as facilitating from '../../store/facilitating.ts';
import { command } from '../command.ts';

const most = 8;

export const findCops = command({
  name: 'cop find',
  summary: 'Find a CoP by a word, or see them all, and ask to join',
  options: { words: { kind: 'words', summary: 'A word of its name or of what it is about' } },
  about: 'network',
  may: ['anyone'],
  in: 'no CoP',
  answers: 'privately',
  offersSetup: true,
  reads: true,

  async run({ tx, network, actor, options }) {
    const words = piecesIn(options.words ?? '');
    const found = await directory.find(tx, network, words, most + 1, actor.id);
    const shown = found.slice(0, most);
    const ids = shown.map(one => one.cop.id);
    const mine = await directory.ownAmong(tx, network, actor.id, ids);
    const facilitators = await facilitating.ofCops(tx, network, ids);
    const listed = shown.map(one => ({ ...one, facilitators: facilitators.get(one.cop.id) }));
    return { say: findCard(words.join(' '), listed, mine, found.length > most) };
  },
});
