import { lane } from '../../domain/effect.ts';
import type { RoleSuggestionView } from '../../messages/role-suggestion.ts';
import type { Scope } from '../command.ts';
import { post } from '../effects.ts';

/** The answer, for as long as they are in the CoP themselves. */
export function tellSuggester(
  after: Scope<unknown>['after'],
  { suggestion, cop, suggester }: RoleSuggestionView,
): void {
  if (!suggester.role) return;
  const about = { kind: 'role-suggestion', id: suggestion.id } as const;
  after(lane.person(suggester.id), post(cop, 'role-suggestion-answered', suggester.id, about));
}
