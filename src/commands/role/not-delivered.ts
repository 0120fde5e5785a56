import { withdraw } from '../../domain/core-role.ts';
import { lane } from '../../domain/effect.ts';
import { hasLeft } from '../../domain/trouble.ts';
import * as suggestions from '../../store/role-suggestions.ts';
import { consequence } from '../command.ts';
import { post } from '../effects.ts';

/** Whoever thought of them can have a word with them. Who is not there any more is not asked any more. */
export const suggestionNotDelivered = consequence({
  name: 'role not-delivered',
  summary: 'Somebody thought of for a role who could not be written to',
  about: 'role-suggestion',

  async run({ tx, subject: { suggestion, cop, suggester }, options, now, after }) {
    if (suggestion.state !== 'pending') return;
    if (hasLeft(options)) await suggestions.save(tx, withdraw(suggestion, now));
    const about = { kind: 'role-suggestion', id: suggestion.id } as const;
    after(lane.person(suggester.id), post(cop, 'role-suggestion-not-delivered', suggester.id, about));
  },
});
