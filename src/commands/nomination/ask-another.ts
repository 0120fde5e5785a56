import { lane } from '../../domain/effect.ts';
import type { NominationId } from '../../domain/ids.ts';
import { joining } from '../../domain/membership.ts';
import { type Nomination, withdraw } from '../../domain/nomination.ts';
import type { Person } from '../../domain/person.ts';
import { Refusal } from '../../domain/refusal.ts';
import { notABot, notAGuest } from '../../messages/cop.ts';
import { askAnotherForm, askedToFacilitateCard, facilitatesAlready } from '../../messages/nomination.ts';
import * as memberships from '../../store/memberships.ts';
import * as nominations from '../../store/nominations.ts';
import { command, type Scope, type Subjects } from '../command.ts';
import { askToFacilitate } from '../cop/found.ts';
import { admit, reviseCopies } from '../effects.ts';

export const askAnother = command({
  name: 'nomination ask-another',
  summary: 'Ask somebody else to facilitate your CoP',
  options: { person: { kind: 'people', summary: 'Who might facilitate it' } },
  about: 'cop',
  may: ['facilitator'],
  in: 'a living CoP',
  answers: 'privately',

  async form({ subject: { cop }, options }) {
    return askAnotherForm(cop, options.person);
  },

  async run(scope) {
    const { tx, network, subject, actor, options, now, person, named, newId, after } = scope;
    const { cop } = subject;
    if (!options.person || named(options.person)?.bot) return { mend: askAnotherForm(cop, undefined, notABot) };
    if (named(options.person)?.guest) return { mend: askAnotherForm(cop, options.person, notAGuest) };
    const { workspace } = cop;
    const known = await nominations.candidate(tx, network, { workspace, cop: cop.id }, options.person);
    if (known?.role === 'facilitator') return { mend: askAnotherForm(cop, options.person, facilitatesAlready) };
    const nominee = known?.person ?? (await person({ id: options.person }));
    const asked = { ...nominee, accountId: options.person };
    await instead(scope, known?.pending ?? (await nominations.pendingOf(tx, network, cop.id)), asked);

    const inCop = { networkId: network, copId: cop.id };
    if (!known?.role) await memberships.save(tx, joining({ ...inCop, personId: nominee.id }, now));
    const nomination: Nomination = {
      ...inCop,
      id: newId<NominationId>(),
      nomineeId: nominee.id,
      nominatorId: actor.id,
      state: 'pending',
      decidedAt: undefined,
      version: 1,
      createdAt: now,
    };
    await nominations.add(tx, nomination);
    const admitted = after(lane.cop(cop.id), admit(cop, [nominee.id]));
    askToFacilitate(after, cop, nomination, admitted);
    return { say: askedToFacilitateCard(cop, asked) };
  },
});

/** One at a time is asked by one person: whoever was asked before need not answer any more. */
async function instead(
  { tx, actor, now, after, subject: { cop } }: Scope<Subjects['cop']>,
  pending: readonly Nomination[],
  nominee: Person & { readonly accountId: string },
): Promise<void> {
  for (const nomination of pending) {
    if (nomination.nomineeId === nominee.id) throw new Refusal('asked-already', { cop, nominee });
    if (nomination.nominatorId !== actor.id) continue;
    await nominations.save(tx, withdraw(nomination, now));
    const about = { kind: 'nomination', id: nomination.id } as const;
    after(lane.person(nomination.nomineeId), reviseCopies(cop, 'nomination', about));
    after(lane.person(actor.id), reviseCopies(cop, 'nomination-unanswered', about));
  }
}
