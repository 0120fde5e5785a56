import { lane } from '../../domain/effect.ts';
import { guideNamed, guideSentCard } from '../../messages/library.ts';
import { command } from '../command.ts';
import { post } from '../effects.ts';

/** The guides are part of every library. */
export const sendGuide = command({
  name: 'document guide',
  summary: 'One of the guides, sent to you',
  about: 'cop',
  may: ['member', 'facilitator'],
  in: 'an open CoP',
  answers: 'privately',

  async run({ subject: { cop }, actor, options, after }) {
    const guide = guideNamed(options.guide);
    after(lane.person(actor.id), post(cop, `guide-${guide.name}`, actor.id, { kind: 'cop', id: cop.id }));
    return { say: guideSentCard(guide.label) };
  },
});
