import type { Later } from '../../domain/clock.ts';
import { lane } from '../../domain/effect.ts';
import { type Nomination, silenceMs } from '../../domain/nomination.ts';
import { consequence } from '../command.ts';
import { post } from '../effects.ts';

/** So long after the question has reached them, whoever asked hears of it. */
export const silenceOf = ({ id, nominatorId }: Pick<Nomination, 'id' | 'nominatorId'>): Later => ({
  about: { kind: 'nomination', id },
  step: 'silence',
  after: silenceMs,
  does: { command: 'nomination unanswered', options: { nomination: id } },
  minding: nominatorId,
});

/** A week of silence comes back to whoever asked and facilitates it still, with what to do; a late yes still counts. */
export const unansweredNomination = consequence({
  name: 'nomination unanswered',
  summary: 'Somebody who was asked to facilitate has not answered for a week',
  about: 'nomination',

  async run({ subject, after }) {
    const { nomination, cop, nominator } = subject;
    if (nomination.state === 'pending' && nominator.role === 'facilitator')
      after(
        lane.person(nominator.id),
        post(cop, 'nomination-unanswered', nominator.id, { kind: 'nomination', id: nomination.id }),
      );
  },
});
