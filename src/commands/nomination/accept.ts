import { lane } from '../../domain/effect.ts';
import { accept, isTogether } from '../../domain/nomination.ts';
import { nominationCard } from '../../messages/nomination.ts';
import * as nominations from '../../store/nominations.ts';
import { command } from '../command.ts';
import { lookAfter } from '../cop/look-after.ts';
import { forum, post, reviseCopies, unmakeFacilitator } from '../effects.ts';
import { askAfterTrial } from './trial.ts';

export const acceptNomination = command({
  name: 'nomination accept',
  summary: 'Say yes to facilitating a CoP',
  about: 'nomination',
  may: ['the-one-asked'],
  in: 'a living CoP',
  answers: 'on-the-card',

  async run({ tx, subject, now, after, on }) {
    const { nomination, cop, nominee, nominator } = subject;
    const accepted = accept(nomination, now);
    await nominations.save(tx, accepted);
    const together = isTogether(nomination);
    await lookAfter({ tx, now, after }, cop, nominee.id, together ? undefined : nominator.id);
    if (nomination.way === 'trial') await askAfterTrial(tx, cop, accepted, now);

    const about = { kind: 'nomination', id: nomination.id } as const;
    if (!together) {
      after(lane.cop(cop.id), unmakeFacilitator(cop, nominator.id));
      after(lane.workspace(cop.workspace), forum(cop, nominator.id));
    }
    if (nomination.way !== 'first' && cop.state === 'open')
      after(lane.cop(cop.id), post(cop, 'facilitates-now', 'space', about));
    after(lane.person(nominee.id), reviseCopies(cop, 'nomination', about, on));
    after(lane.person(nominator.id), reviseCopies(cop, 'nomination-unanswered', about));
    after(lane.person(nominator.id), post(cop, 'nomination-answered', nominator.id, about));

    return { say: nominationCard({ ...subject, nomination: accepted }) };
  },
});
