import { withdraw } from '../../domain/core-role.ts';
import { takenBackCard } from '../../messages/role-suggestion.ts';
import { settling } from '../asked/settling.ts';

export const withdrawSuggestion = settling({
  name: 'role withdraw',
  summary: 'Take back that you suggested somebody for a role',
  about: 'role-suggestion',
  may: ['its-author'],
  answers: 'privately',

  settled: ({ subject, now }) => ({ ...subject, suggestion: withdraw(subject.suggestion, now) }),
  says: takenBackCard,
});
