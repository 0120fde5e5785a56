import { lane } from '../../domain/effect.ts';
import { limits } from '../../domain/newcomer.ts';
import { cut, tidiedLines } from '../../domain/words.ts';
import { askingCard, askKeeperForm, nobodyThereCard, nothingWritten } from '../../messages/newcomer.ts';
import { command, consequence, somebody } from '../command.ts';
import { postSaying } from '../effects.ts';
import { tellWhoWrote } from '../not-brought.ts';
import { turnTo } from './turn-to.ts';

/** A newcomer's word to who keeps an eye on newcomers: nobody else reads it, and it isn't kept. */
export const askKeeper = command({
  name: 'newcomer ask',
  summary: 'Tell who looks out for newcomers what you are looking for',
  about: 'cop',
  may: ['member', 'facilitator'],
  in: 'an open CoP',
  answers: 'privately',

  async form({ reader, subject: { cop }, actor }) {
    const to = await turnTo(reader, cop, somebody(actor).id);
    return to.people.length > 0 ? askKeeperForm(cop, to) : { sections: nobodyThereCard(cop) };
  },

  async run({ tx, subject: { cop }, actor, options, seal, after }) {
    const to = await turnTo(tx, cop, actor.id);
    if (to.people.length === 0) return { say: nobodyThereCard(cop) };
    const words = cut(tidiedLines(options.words ?? ''), limits.words);
    if (!words) return { mend: askKeeperForm(cop, to, nothingWritten) };
    const about = { kind: 'cop', id: cop.id } as const;
    for (const { id } of to.people)
      after(lane.person(id), postSaying(cop, 'newcomer-asks', id, about, { by: actor.id, words: seal(words, id) }), {
        onFailure: { command: 'newcomer not-had', options: { cop: cop.id, by: actor.id, person: id } },
      });
    return { say: askingCard(cop, to, words) };
  },
});

/** Nobody waits for an answer that can't come. */
export const newcomerNotHad = consequence({
  name: 'newcomer not-had',
  summary: 'A word of a newcomer that could not be brought to who looks out for newcomers',
  about: 'cop',

  async run(scope) {
    tellWhoWrote(scope, 'newcomer-not-had');
  },
});
