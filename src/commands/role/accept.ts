import { accept } from '../../domain/core-role.ts';
import { lane } from '../../domain/effect.ts';
import { takenUpCard } from '../../messages/carried-role.ts';
import * as suggestions from '../../store/role-suggestions.ts';
import { command } from '../command.ts';
import { post, reviseCopies } from '../effects.ts';
import { takeUp, vacant } from './taking-up.ts';

export const acceptRole = command({
  name: 'role accept',
  summary: 'Say yes to a role that somebody thought of you for',
  about: 'role-suggestion',
  may: ['the-one-asked'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run(scope) {
    const { tx, network, subject, actor, now, after, on } = scope;
    const { cop, person, suggester } = subject;
    const suggestion = accept(subject.suggestion, now);
    const vacancy = await vacant(tx, network, cop, suggestion.role, actor.id);
    await suggestions.save(tx, suggestion);
    const carried = await takeUp(scope, cop, vacancy, actor.id, 'open');
    const about = { kind: 'role-suggestion', id: suggestion.id } as const;
    after(lane.person(person.id), reviseCopies(cop, 'role-suggestion', about, on));
    if (suggester.role) after(lane.person(suggester.id), post(cop, 'role-suggestion-answered', suggester.id, about));
    return { say: takenUpCard({ carried, cop, role: vacancy.role }, vacancy.carriers) };
  },
});
