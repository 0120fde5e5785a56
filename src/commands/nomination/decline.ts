import { decline } from '../../domain/nomination.ts';
import { nominationCard } from '../../messages/nomination.ts';
import { settling } from '../asked/settling.ts';

export const declineNomination = settling({
  name: 'nomination decline',
  summary: 'Say no to facilitating a CoP',
  about: 'nomination',
  may: ['the-one-asked'],
  answers: 'on-the-card',

  settled: ({ subject, now }) => ({ ...subject, nomination: decline(subject.nomination, now) }),
  tells: ({ nominator }) => ['nomination-answered', nominator.id],
  says: nominationCard,
});
