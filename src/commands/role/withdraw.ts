import { withdraw } from '../../domain/core-role.ts';
import { lane } from '../../domain/effect.ts';
import { takenBackCard } from '../../messages/role-suggestion.ts';
import * as suggestions from '../../store/role-suggestions.ts';
import { command } from '../command.ts';
import { reviseCopies } from '../effects.ts';

export const withdrawSuggestion = command({
  name: 'role withdraw',
  summary: 'Take back that you suggested somebody for a role',
  about: 'role-suggestion',
  may: ['its-author'],
  in: 'any CoP',
  answers: 'privately',

  async run({ tx, subject, now, after }) {
    const { cop, person } = subject;
    const suggestion = withdraw(subject.suggestion, now);
    await suggestions.save(tx, suggestion);
    const about = { kind: 'role-suggestion', id: suggestion.id } as const;
    after(lane.person(person.id), reviseCopies(cop, 'role-suggestion', about));
    return { say: takenBackCard({ ...subject, suggestion }) };
  },
});
