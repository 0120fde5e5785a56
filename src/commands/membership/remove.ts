import { lane } from '../../domain/effect.ts';
import { askAgainFrom, limits } from '../../domain/membership.ts';
import type { Person } from '../../domain/person.ts';
import { cut, tidiedLines } from '../../domain/words.ts';
import { removedCard, removeErrors, removeForm } from '../../messages/membership.ts';
import type { Tx } from '../../store/engine.ts';
import * as memberships from '../../store/memberships.ts';
import * as people from '../../store/people.ts';
import { command, type Scope, type Subjects } from '../command.ts';
import { postSaying } from '../effects.ts';
import { depart } from './go-out.ts';

/** Between the facilitators and them: nobody else is told, and the reason isn't kept. */
export const removeMember = command({
  name: 'membership remove',
  summary: 'Take somebody out of your CoP, privately',
  options: { person: { kind: 'people', summary: 'Who' } },
  about: 'cop',
  may: ['facilitator'],
  in: 'an open CoP',
  answers: 'privately',

  async form({ subject: { cop }, options }) {
    return removeForm(cop, options);
  },

  async run(scope) {
    const { tx, network, subject, actor, options, now, calendar, seal, after } = scope;
    const { cop } = subject;
    const found = await whom(tx, scope);
    if (typeof found === 'string') return { mend: removeForm(cop, options, found) };

    const { id, name, isIn } = found;
    await depart(scope, cop, id, actor.id);
    const again = askAgainFrom(options.again, now, calendar);
    if (again !== undefined) await memberships.askAgainFrom(tx, network, cop.id, id, again);
    const words = cut(tidiedLines(options.words ?? ''), limits.reason);
    const said = {
      by: actor.id,
      words: words ? seal(words, id) : undefined,
      ...(isIn ? {} : { onTheWayIn: true as const }),
    };
    after(lane.person(id), postSaying(cop, 'membership-ended', id, { kind: 'cop', id: cop.id }, said), {
      onFailure: { command: 'membership not-told', options: { cop: cop.id, person: id, reader: actor.id } },
    });
    return { say: removedCard(cop, { name, accountId: options.person }, again, isIn) };
  },
});

/** Or why they can't be taken out. */
async function whom(
  tx: Tx,
  { network, workspace, subject: { cop }, options, accountId, named }: Scope<Subjects['cop'], 'person'>,
): Promise<(Person & { readonly isIn: boolean }) | string> {
  const account = options.person;
  if (!account || account.startsWith('@')) return removeErrors.nobody;
  if (account === accountId) return removeErrors.yourself;
  if (named(account)?.bot) return removeErrors.aBot;
  const person = (await people.whoIs(tx, workspace, account))?.person;
  const membership = person && (await memberships.of(tx, network, cop.id, person.id));
  if (!person || !membership || membership.state === 'left') return removeErrors.notIn;
  if (membership.role === 'facilitator') return removeErrors.facilitates;
  return { ...person, isIn: membership.state === 'member' };
}
