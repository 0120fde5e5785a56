import { lane } from '../../domain/effect.ts';
import { consequence } from '../command.ts';
import { post } from '../effects.ts';

/** A week of silence comes back to whoever asked, with what to do; a late yes still counts. */
export const unansweredNomination = consequence({
  name: 'nomination unanswered',
  summary: 'Somebody who was asked to facilitate has not answered for a week',
  about: 'nomination',

  async run({ subject, after }) {
    const { nomination, cop, nominator } = subject;
    if (nomination.state === 'pending')
      after(
        lane.person(nominator.id),
        post(cop, 'nomination-unanswered', nominator.id, { kind: 'nomination', id: nomination.id }),
      );
  },
});
