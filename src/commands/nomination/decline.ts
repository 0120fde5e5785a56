import { lane } from '../../domain/effect.ts';
import { decline } from '../../domain/nomination.ts';
import { nominationCard } from '../../messages/nomination.ts';
import * as nominations from '../../store/nominations.ts';
import { command } from '../command.ts';
import { post, reviseCopies } from '../effects.ts';

export const declineNomination = command({
  name: 'nomination decline',
  summary: 'Say no to facilitating a CoP',
  about: 'nomination',
  may: ['the-one-asked'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run({ tx, subject, now, after, on }) {
    const { nomination, cop, nominee, nominator } = subject;
    const declined = decline(nomination, now);
    await nominations.save(tx, declined);

    const about = { kind: 'nomination', id: nomination.id } as const;
    after(lane.person(nominee.id), reviseCopies(cop, 'nomination', about, on));
    after(lane.person(nominator.id), reviseCopies(cop, 'nomination-unanswered', about));
    after(lane.person(nominator.id), post(cop, 'nomination-answered', nominator.id, about));

    return { say: nominationCard({ ...subject, nomination: declined }) };
  },
});
