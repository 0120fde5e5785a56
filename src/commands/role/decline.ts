import { decline } from '../../domain/core-role.ts';
import { lane } from '../../domain/effect.ts';
import { suggestionCard } from '../../messages/role-suggestion.ts';
import * as suggestions from '../../store/role-suggestions.ts';
import { command } from '../command.ts';
import { reviseCopies } from '../effects.ts';
import { tellSuggester } from './telling.ts';

export const declineRole = command({
  name: 'role decline',
  summary: 'Say not now to a role that somebody thought of you for',
  about: 'role-suggestion',
  may: ['the-one-asked'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run({ tx, subject, now, after, on }) {
    const { cop, person } = subject;
    const suggestion = decline(subject.suggestion, now);
    await suggestions.save(tx, suggestion);
    const about = { kind: 'role-suggestion', id: suggestion.id } as const;
    after(lane.person(person.id), reviseCopies(cop, 'role-suggestion', about, on));
    tellSuggester(after, subject);
    return { say: suggestionCard({ ...subject, suggestion }) };
  },
});
