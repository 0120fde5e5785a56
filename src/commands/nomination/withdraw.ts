import { withdraw } from '../../domain/nomination.ts';
import { unansweredCard } from '../../messages/nomination.ts';
import { settling } from '../asked/settling.ts';

/** Whoever asked goes on as facilitator. */
export const withdrawNomination = settling({
  name: 'nomination withdraw',
  summary: 'Stay the facilitator yourself',
  about: 'nomination',
  may: ['its-author'],
  answers: 'on-the-card',

  settled: ({ subject, now }) => ({ ...subject, nomination: withdraw(subject.nomination, now) }),
  says: unansweredCard,
});
