import { lane } from '../../domain/effect.ts';
import { unansweredCard } from '../../messages/nomination.ts';
import { command } from '../command.ts';
import { post } from '../effects.ts';

/** A week of silence comes back to whoever asked, with what to do; a late yes still counts. */
export const unansweredNomination = command({
  name: 'nomination unanswered',
  summary: 'Somebody who was asked to facilitate has not answered for a week',
  about: 'nomination',
  may: ['the-bot'],
  answers: 'privately',

  async run({ subject, after }) {
    const { nomination, cop, nominator } = subject;
    if (nomination.state === 'pending')
      after(
        lane.person(nominator.id),
        post(cop, 'nomination-unanswered', nominator.id, { kind: 'nomination', id: nomination.id }),
      );
    return { say: unansweredCard(subject) };
  },
});
