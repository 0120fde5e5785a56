import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { NetworkId, PersonId, StandInId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { countsFrom, type StandIn, withdraw } from '../../domain/stand-in.ts';
import { offeredCard } from '../../messages/stand-in-offer.ts';
import type { Tx } from '../../store/engine.ts';
import * as people from '../../store/people.ts';
import * as standIns from '../../store/stand-ins.ts';
import { command } from '../command.ts';
import { post, postToSupport, reviseCopies } from '../effects.ts';
import { countsAt } from './deciding.ts';

/** It counts after two days without an objection; where there is a Support Team, with its yes. */
export const offerToLookAfter = command({
  name: 'stand-in offer',
  summary: 'Say that you would look after your CoP, even for a while',
  about: 'cop',
  may: ['member'],
  in: 'an open CoP',
  answers: 'privately',

  async run({ tx, network, subject: { cop }, settings, actor, accountId, now, newId, after }) {
    const before = await mayOffer(tx, network, cop, actor.id);
    if (before) {
      await standIns.save(tx, withdraw(before, now));
      const about = { kind: 'stand-in', id: before.id } as const;
      after(lane.workspace(cop.workspace), reviseCopies(cop, 'stand-in', about));
      after(lane.person(before.personId), post(cop, 'stand-in-answered', before.personId, about));
    }
    const standIn: StandIn = {
      id: newId<StandInId>(),
      networkId: network,
      copId: cop.id,
      personId: actor.id,
      state: 'pending',
      objectedAt: undefined,
      deciderId: undefined,
      decidedAt: undefined,
      version: 1,
      createdAt: now,
    };
    await standIns.add(tx, standIn);
    after(lane.cop(cop.id), reviseCopies(cop, 'who-looks-after-it', { kind: 'cop', id: cop.id }));
    const decides = settings.supportChannel === undefined ? 'nobody' : 'support';
    if (decides === 'support')
      after(lane.workspace(cop.workspace), postToSupport(cop, 'stand-in', { kind: 'stand-in', id: standIn.id }));
    await countsAt(tx, cop, standIn, countsFrom(standIn));
    return { say: offeredCard({ standIn, cop, person: { ...actor, accountId, role: 'member' } }, decides) };
  },
});

/** One at a time; the one that was objected to waits for others, and somebody else may come before. */
async function mayOffer(tx: Tx, network: NetworkId, cop: Cop, actor: PersonId): Promise<StandIn | undefined> {
  if (cop.unattendedSince === undefined) throw new Refusal('looked-after', { cop });
  const standIn = await standIns.pendingOf(tx, network, cop.id);
  if (standIn && (standIn.objectedAt === undefined || standIn.personId === actor)) {
    const where = { workspace: cop.workspace, cop: cop.id };
    const person = (await people.known(tx, network, where, [standIn.personId])).get(standIn.personId);
    throw new Refusal('stand-in-offered', { cop, standIn, person: standIn.personId === actor ? undefined : person });
  }
  if (await standIns.wasContested(tx, network, cop.id, actor, cop.unattendedSince))
    throw new Refusal('stand-in-contested', { cop });
  return standIn;
}
