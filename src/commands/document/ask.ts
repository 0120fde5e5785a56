import { lane } from '../../domain/effect.ts';
import { cut, tidiedLines } from '../../domain/words.ts';
import { askedCard, askForm, askLimits, nothingAsked } from '../../messages/sought.ts';
import { command } from '../command.ts';
import { postFor } from '../effects.ts';

/** What the library doesn't have, somebody in the space may. */
export const askForDocument = command({
  name: 'document ask',
  summary: 'Ask the others in the space for something that is not in the library',
  about: 'cop',
  may: ['member', 'facilitator'],
  in: 'an open CoP',
  answers: 'privately',

  async form({ subject: { cop }, options }) {
    return askForm(cop, options.words);
  },

  async run({ subject: { cop }, actor, options, after }) {
    const words = cut(tidiedLines(options.words ?? ''), askLimits.words);
    if (!words) return { mend: askForm(cop, undefined, nothingAsked) };
    after(lane.cop(cop.id), postFor(cop, 'document-sought', 'space', { by: actor.id, words }));
    return { say: askedCard(cop) };
  },
});
