import type { Cop } from '../../domain/cop.ts';
import { limits, type Role, type RoleSuggestion } from '../../domain/core-role.ts';
import { lane } from '../../domain/effect.ts';
import type { RoleSuggestionId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { cut, tidiedLines } from '../../domain/words.ts';
import { suggestErrors, suggestedCard, suggestForm } from '../../messages/role-suggestion.ts';
import * as suggestions from '../../store/role-suggestions.ts';
import { command, type ReadScope, type Scope, type Subjects } from '../command.ts';
import { post } from '../effects.ts';

export const suggestForRole = command({
  name: 'role suggest',
  summary: 'Ask a member whether they would like a role',
  typedAs: 'role show',
  options: { person: { kind: 'people', summary: 'Who would be good at it' } },
  about: 'cop',
  may: ['member', 'facilitator'],
  in: 'an open CoP',
  answers: 'privately',

  async form(scope) {
    const { cop, role } = await offered(scope.reader, scope);
    return suggestForm(cop, role);
  },

  async run(scope) {
    const { tx, network, actor, options, now, newId, after } = scope;
    const { cop, role, candidate } = await offered(tx, scope);
    const error = faultOf(scope, candidate);
    if (error || !candidate) return { mend: suggestForm(cop, role, options, error) };

    const suggestion: RoleSuggestion = {
      id: newId<RoleSuggestionId>(),
      networkId: network,
      copId: cop.id,
      role: role.key,
      personId: candidate.person,
      suggesterId: actor.id,
      words: cut(tidiedLines(options.words ?? ''), limits.words) || undefined,
      state: 'pending',
      decidedAt: undefined,
      version: 1,
      createdAt: now,
    };
    await suggestions.add(tx, suggestion);
    const about = { kind: 'role-suggestion', id: suggestion.id } as const;
    after(lane.person(candidate.person), post(cop, 'role-suggestion', candidate.person, about), {
      onFailure: { command: 'role not-delivered', options: { suggestion: suggestion.id } },
    });
    return { say: suggestedCard({ suggestion, cop, role }, { name: candidate.name, accountId: options.person }) };
  },
});

type Suggesting = Pick<ReadScope<Subjects['cop']>, 'subject' | 'options'>;

/** Its CoP is open, and the role one of those that are offered. */
async function offered(
  reader: Parameters<typeof suggestions.candidate>[0],
  { subject: { cop }, options }: Suggesting,
): Promise<{ cop: Cop; role: Role; candidate: suggestions.Candidate | undefined }> {
  const where = { workspace: cop.workspace, cop: cop.id };
  const { role, candidate } = await suggestions.candidate(
    reader,
    cop.networkId,
    where,
    options.role ?? '',
    options.person ?? '',
  );
  if (!role) throw new Refusal('role-gone', {});
  return { cop, role, candidate };
}

function faultOf(
  { accountId, options, named }: Pick<Scope<unknown>, 'accountId' | 'options' | 'named'>,
  candidate: suggestions.Candidate | undefined,
): string | undefined {
  if (!options.person || options.person.startsWith('@')) return suggestErrors.nobody;
  if (named(options.person)?.bot) return suggestErrors.aBot;
  if (options.person === accountId) return suggestErrors.yourself;
  if (!candidate?.isIn) return suggestErrors.notIn;
  if (candidate.carries) return suggestErrors.carries;
  return candidate.asked ? suggestErrors.asked : undefined;
}
