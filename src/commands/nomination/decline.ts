import { decline } from '../../domain/nomination.ts';
import { nominationCard } from '../../messages/nomination.ts';
import { ending } from '../asked/ending.ts';
import { staysAsItIs } from './stays.ts';

export const declineNomination = ending({
  name: 'nomination decline',
  summary: 'Say no to facilitating a CoP',
  about: 'nomination',
  may: ['the-one-asked'],
  answers: 'on-the-card',

  ended: ({ subject, now }) => ({ ...subject, nomination: decline(subject.nomination, now) }),
  tells: ({ nominator }) => ['nomination-answered', nominator.id],
  brings: staysAsItIs,
  says: nominationCard,
});
