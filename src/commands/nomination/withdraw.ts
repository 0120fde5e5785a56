import { lane } from '../../domain/effect.ts';
import { withdraw } from '../../domain/nomination.ts';
import { unansweredCard } from '../../messages/nomination.ts';
import * as nominations from '../../store/nominations.ts';
import { command } from '../command.ts';
import { reviseCopies } from '../effects.ts';

/** Whoever asked goes on as facilitator. */
export const withdrawNomination = command({
  name: 'nomination withdraw',
  summary: 'Stay the facilitator yourself',
  about: 'nomination',
  may: ['its-author'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run({ tx, subject, now, after, on }) {
    const { nomination, cop, nominee, nominator } = subject;
    const withdrawn = withdraw(nomination, now);
    await nominations.save(tx, withdrawn);
    const about = { kind: 'nomination', id: nomination.id } as const;
    after(lane.person(nominee.id), reviseCopies(cop, 'nomination', about));
    after(lane.person(nominator.id), reviseCopies(cop, 'nomination-unanswered', about, on));
    return { say: unansweredCard({ ...subject, nomination: withdrawn }) };
  },
});
