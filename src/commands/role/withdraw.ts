import { withdraw } from '../../domain/core-role.ts';
import { takenBackCard } from '../../messages/role-suggestion.ts';
import { ending } from '../asked/ending.ts';

export const withdrawSuggestion = ending({
  name: 'role withdraw',
  summary: 'Take back that you suggested somebody for a role',
  about: 'role-suggestion',
  may: ['its-author'],
  answers: 'on-the-card',

  ended: ({ subject, now }) => ({ ...subject, suggestion: withdraw(subject.suggestion, now) }),
  says: takenBackCard,
});
