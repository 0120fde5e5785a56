import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import { joining } from '../../domain/membership.ts';
import { Refusal } from '../../domain/refusal.ts';
import { needsFacilitatorCard } from '../../messages/stand-in.ts';
import * as memberships from '../../store/memberships.ts';
import { command, consequence, type Scope } from '../command.ts';
import { lookAfter } from '../cop/look-after.ts';
import { admit, reviseCopies } from '../effects.ts';
import { needNotAsk } from '../membership/come-in.ts';
import { neverGotIn } from '../membership/go-out.ts';
import { lookedFor } from './looked-for.ts';

/** Where nobody is in it, there is nobody to ask, and nobody who could let anybody in: whoever was told looks after it until they have found somebody. */
export const stepIn = command({
  name: 'stand-in step-in',
  summary: 'Look after a CoP that nobody is in, until you have found somebody',
  about: 'cop',
  may: ['support', 'admin'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run(scope) {
    const { tx, network, subject, actor, on, after } = scope;
    const { cop } = subject;
    if (cop.unattendedSince === undefined) throw new Refusal('looked-after', { cop });
    const isEmpty = (await memberships.everybody(tx, network, cop.id, cop.workspace)).length === 0;
    if (isEmpty) await comeInFor(scope, cop, actor.id);
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'needs-facilitator', { kind: 'cop', id: cop.id }, on));
    return {
      say: needsFacilitatorCard(
        await lookedFor(tx, network, { ...cop, ...(isEmpty && { unattendedSince: undefined }) }),
      ),
    };
  },
});

/** What people wrote to its facilitators is theirs to read once they are in. */
async function comeInFor(scope: Pick<Scope<unknown>, 'tx' | 'now' | 'after'>, cop: Cop, person: PersonId) {
  const { tx, now, after } = scope;
  await memberships.save(tx, joining({ networkId: cop.networkId, copId: cop.id, personId: person }, now));
  await needNotAsk(scope, cop, person);
  const admitted = after(lane.cop(cop.id), admit(cop, [person]), {
    onFailure: { command: 'stand-in not-let-in', options: { cop: cop.id, person } },
  });
  const onceIn: typeof after = (where, effect, order) =>
    after(where, effect, { ...order, needs: [admitted, ...(order?.needs ?? [])] });
  await lookAfter({ tx, now, after: onceIn }, cop, person);
}

/** The platform won't have them in its space: nobody looks after it after all, and whoever can find somebody hears so. */
export const stepInNotLetIn = consequence({
  name: 'stand-in not-let-in',
  summary: 'Somebody who was to look after a CoP that nobody is in could not be let in',
  about: 'cop',

  async run(scope) {
    await neverGotIn(scope, scope.subject.cop, scope.options.person);
  },
});
