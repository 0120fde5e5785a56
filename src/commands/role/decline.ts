import { decline } from '../../domain/core-role.ts';
import { suggestionCard } from '../../messages/role-suggestion.ts';
import { ending } from '../asked/ending.ts';

export const declineRole = ending({
  name: 'role decline',
  summary: 'Say not now to a role that somebody thought of you for',
  about: 'role-suggestion',
  may: ['the-one-asked'],
  answers: 'on-the-card',

  ended: ({ subject, now }) => ({ ...subject, suggestion: decline(subject.suggestion, now) }),
  tells: ({ suggester }) => suggester.role && ['role-suggestion-answered', suggester.id], // who has left asks no more
  says: suggestionCard,
});
