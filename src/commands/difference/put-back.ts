import { settledBy } from '../../domain/difference.ts';
import { lane } from '../../domain/effect.ts';
import { joining } from '../../domain/membership.ts';
import { nobodyOf } from '../../domain/person.ts';
import { closingCard, lookingAgainCard, settledCard } from '../../messages/difference.ts';
import * as differences from '../../store/differences.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as memberships from '../../store/memberships.ts';
import * as parked from '../../store/parked.ts';
import { command, type Scope, type Subjects } from '../command.ts';
import { lookAfterAgain } from '../cop/look-after.ts';
import { admit, closeSpace, makeFacilitator, reviseCopies } from '../effects.ts';
import { needNotAsk } from '../membership/come-in.ts';
import { reviseWelcome } from '../role/taking-up.ts';

/** Everybody comes in again, as what they were. A space that is out of reach can only be opened by hand: then all that waits is tried again. */
export const putBack = command({
  name: 'difference put-back',
  summary: 'Make it again as it was before somebody changed it by hand',
  about: 'difference',
  may: ['facilitator', 'support', 'the-one-asked'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run(scope) {
    const { tx, network, subject, actor, now, after, wake, on } = scope;
    const { difference, cop } = subject;
    const over = settledBy(difference, actor.id, 'put-back', now);
    if (difference.kind === 'space') {
      wake(await parked.unpark(tx, network, { cop: cop.id }, now));
      return { say: lookingAgainCard(subject) };
    }
    if (difference.kind === 'opened') {
      after(lane.cop(cop.id), closeSpace(cop)); // settled once it is closed
      return { say: closingCard(subject) };
    }
    await differences.save(tx, over);
    if (difference.kind === 'rights') await giveRights(scope);
    else await bringIn(scope);
    after(lane.cop(cop.id), reviseCopies(cop, 'is-it-right', { kind: 'difference', id: difference.id }, on));
    return { say: settledCard({ ...subject, difference: over }, actor.id) };
  },
});

type Putting = Scope<Subjects['difference']>;

/** To those who look after it now: whoever has left meanwhile, or handed over, has no need of them. */
async function giveRights({ tx, network, subject: { difference, cop }, after }: Putting): Promise<void> {
  const facilitators = await facilitating.ofCop(tx, network, cop.id, cop.workspace);
  for (const { id } of difference.people)
    if (facilitators.some(one => one.id === id)) after(lane.cop(cop.id), makeFacilitator(cop, id));
}

async function bringIn({ tx, network, subject: { difference, cop }, now, after }: Putting): Promise<void> {
  for (const { id, role } of difference.people) {
    const was = await memberships.of(tx, network, cop.id, id);
    if (was?.state !== 'left' || id === nobodyOf(network)) continue; // who was forgotten is nobody to be brought in
    await memberships.save(tx, joining({ networkId: network, copId: cop.id, personId: id }, now, role));
    await needNotAsk({ tx, now, after }, cop, id);
    const admitted = after(lane.cop(cop.id), admit(cop, [id]), {
      onFailure: { command: 'difference not-put-back', options: { difference: difference.id, person: id } },
    });
    if (role !== 'facilitator') continue;
    after(lane.cop(cop.id), makeFacilitator(cop, id), { needs: [admitted] });
    await lookAfterAgain({ tx, now, after }, cop, id);
  }
  reviseWelcome(after, cop);
}
