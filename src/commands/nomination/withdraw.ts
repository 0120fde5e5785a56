import { withdraw } from '../../domain/nomination.ts';
import { unansweredCard } from '../../messages/nomination.ts';
import { ending } from '../asked/ending.ts';
import { staysAsItIs } from './stays.ts';

/** Whoever asked goes on as facilitator. */
export const withdrawNomination = ending({
  name: 'nomination withdraw',
  summary: 'Stay the facilitator yourself',
  about: 'nomination',
  may: ['its-author'],
  answers: 'on-the-card',

  ended: ({ subject, now }) => ({ ...subject, nomination: withdraw(subject.nomination, now) }),
  brings: staysAsItIs,
  says: unansweredCard,
});
