import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import { endGone } from '../../domain/join-request.ts';
import type { AskedTable } from '../../store/asked-rows.ts';
import * as invitations from '../../store/invitations.ts';
import * as joinRequests from '../../store/join-requests.ts';
import type { Scope } from '../command.ts';
import { reviseCopies } from '../effects.ts';
import { needNotAnswer, neverGotIn } from './go-out.ts';
import { turnBack } from './turn-back.ts';

type Working = Pick<Scope<unknown>, 'tx' | 'now' | 'after'>;

/** They are no longer in the workspace, and never were in this CoP, or not yet: nobody waits for them there, and back again they can ask anew. */
export async function goneBefore(working: Working, cop: Cop, person: PersonId): Promise<void> {
  const wasToldYes = await turnBack(working, cop, person, 'gone');
  if (wasToldYes || cop.state === 'open') await neverGotIn(working, cop, person); // a CoP that isn't open yet is its starter's to be let into
  for (const settle of Object.values(settles)) if (settle !== 'as a member') await settle(working, cop, person);
}

/** What they asked, or were asked. Of what only members are asked nothing is left by now. */
const settles: {
  readonly [T in AskedTable]: ((working: Working, cop: Cop, person: PersonId) => Promise<void>) | 'as a member';
} = {
  async join_requests({ tx, now, after }, cop, person) {
    const request = await joinRequests.pendingOf(tx, cop.networkId, cop.id, person);
    if (!request) return;
    await joinRequests.save(tx, endGone(request, now));
    after(lane.cop(cop.id), reviseCopies(cop, 'join-request', { kind: 'join-request', id: request.id }));
  },
  async invitations({ tx, now, after }, cop, person) {
    for (const { id } of await invitations.withdrawAll(tx, cop.networkId, cop.id, now, person))
      after(lane.person(person), reviseCopies(cop, 'invitation', { kind: 'invitation', id }));
  },
  nominations: needNotAnswer,
  role_suggestions: 'as a member',
  stand_ins: 'as a member',
};
