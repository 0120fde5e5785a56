import type { OptionsOf } from '../../domain/deed.ts';
import { lane } from '../../domain/effect.ts';
import type { NominationId } from '../../domain/ids.ts';
import { joining } from '../../domain/membership.ts';
import { isTogether, limits, type Nomination, withdraw } from '../../domain/nomination.ts';
import type { Person } from '../../domain/person.ts';
import { Refusal } from '../../domain/refusal.ts';
import { cut, tidiedLines } from '../../domain/words.ts';
import { whyNotThem } from '../../messages/cop.ts';
import { askedToFacilitateCard, askForm, facilitatesAlready, nobodyChosen } from '../../messages/facilitator.ts';
import * as memberships from '../../store/memberships.ts';
import * as nominations from '../../store/nominations.ts';
import * as spaceEffects from '../../store/space-effects.ts';
import { command, type Scope, type Subjects } from '../command.ts';
import { askToFacilitate as askThem, notDelivered } from '../cop/found.ts';
import { admit, reviseCopies } from '../effects.ts';
import { needNotAsk } from '../membership/come-in.ts';
import { staysMember } from './stays.ts';

/** In place of who asks, or together with them. */
export const askToFacilitate = command({
  name: 'nomination ask',
  summary: 'Ask somebody to facilitate your CoP',
  typedAs: 'facilitator show',
  about: 'cop',
  may: ['facilitator'],
  in: 'a living CoP',
  answers: 'privately',

  async form({ subject: { cop }, options }) {
    return askForm(cop, wayOf(options), options);
  },

  async run(scope) {
    const { tx, network, subject, actor, options, now, person, named, newId, after } = scope;
    const { cop } = subject;
    const way = wayOf(options);
    const mend = (error: string) => ({ mend: askForm(cop, way, options, error) });
    if (!options.person) return mend(nobodyChosen);
    const whyNot = whyNotThem(named(options.person));
    if (whyNot) return mend(whyNot);
    const { workspace } = cop;
    const known = await nominations.candidate(tx, network, { workspace, cop: cop.id }, options.person);
    if (known?.role === 'facilitator') return mend(facilitatesAlready);
    const nominee = known?.person ?? (await person({ id: options.person }));
    const asked = { ...nominee, accountId: options.person };
    const letsOff = await insteadOf(
      scope,
      way,
      known?.pending ?? (await nominations.pendingOf(tx, network, cop.id)),
      asked,
    );

    const inCop = { networkId: network, copId: cop.id };
    if (!known?.role) {
      await memberships.save(tx, joining({ ...inCop, personId: nominee.id }, now));
      if (known?.waits) await needNotAsk(scope, cop, nominee.id);
    }
    const nomination: Nomination = {
      ...inCop,
      id: newId<NominationId>(),
      nomineeId: nominee.id,
      nominatorId: actor.id,
      way,
      words: cut(tidiedLines(options.words ?? ''), limits.words) || undefined,
      state: 'pending',
      withdrawnAs: undefined,
      decidedAt: undefined,
      version: 1,
      createdAt: now,
    };
    await nominations.add(tx, nomination);
    const needs = cop.state === 'starting' ? await spaceEffects.opening(tx, network, cop.id) : [];
    const onFailure = notDelivered(nomination);
    const admitted = after(lane.cop(cop.id), admit(cop, [nominee.id]), { needs, onFailure });
    askThem(after, cop, nomination, admitted);
    return { say: askedToFacilitateCard(cop, asked, { way, letsOff }) };
  },
});

const wayOf = ({ way, term }: OptionsOf<'nomination ask'>): Nomination['way'] =>
  way === 'with' ? (term === 'three-months' ? 'trial' : 'with') : 'instead';

/** One at a time is asked to take over from one person: whoever was asked before need not answer any more. Whether anybody was. */
async function insteadOf(
  { tx, actor, now, after, subject: { cop } }: Scope<Subjects['cop']>,
  way: Nomination['way'],
  pending: readonly Nomination[],
  nominee: Person & { readonly accountId: string },
): Promise<boolean> {
  let letsOff = false;
  for (const nomination of pending) {
    if (nomination.nomineeId === nominee.id) throw new Refusal('asked-already', { cop, nominee });
    if (isTogether({ way }) || isTogether(nomination) || nomination.nominatorId !== actor.id) continue;
    await nominations.save(tx, withdraw(nomination, now));
    const about = { kind: 'nomination', id: nomination.id } as const;
    after(lane.person(nomination.nomineeId), reviseCopies(cop, 'nomination', about));
    after(lane.person(actor.id), reviseCopies(cop, 'nomination-unanswered', about));
    await staysMember({ tx, after }, cop, nomination);
    letsOff = true;
  }
  return letsOff;
}
