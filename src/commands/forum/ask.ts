import { lane } from '../../domain/effect.ts';
import { cut, tidiedLines } from '../../domain/words.ts';
import { askForm, forumAskedCard, forumLimits, noForumCard, nothingToAsk } from '../../messages/forum.ts';
import { command } from '../command.ts';
import { postFor } from '../effects.ts';

/** From wherever they are; whoever answers chooses whether the others read it. */
export const askFacilitators = command({
  name: 'forum ask',
  summary: 'Ask all who facilitate a CoP here, in their forum',
  options: { words: { kind: 'words', summary: 'Your question; leave it out to write it in a form' } },
  about: 'cop',
  may: ['facilitator'],
  in: 'a living CoP',
  answers: 'privately',
  asksUnless: 'words',

  async form({ subject: { cop }, settings }) {
    return settings.forumChannel ? askForm(cop) : { sections: noForumCard };
  },

  async run({ subject: { cop }, actor, settings, options, after }) {
    const { forumChannel: channel } = settings;
    if (!channel) return { say: noForumCard };
    const words = cut(tidiedLines(options.words ?? ''), forumLimits.words);
    if (!words) return { mend: askForm(cop, nothingToAsk) };
    after(lane.workspace(cop.workspace), postFor(cop, 'forum-question', { channel }, { by: actor.id, words }));
    return { say: forumAskedCard(cop, channel) };
  },
});
