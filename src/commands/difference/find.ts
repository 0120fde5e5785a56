import type { Cop } from '../../domain/cop.ts';
import { areFacilitators, type Difference, ownWordUntil } from '../../domain/difference.ts';
import { lane } from '../../domain/effect.ts';
import type { DifferenceId } from '../../domain/ids.ts';
import * as clocks from '../../store/clocks.ts';
import * as differences from '../../store/differences.ts';
import * as memberships from '../../store/memberships.ts';
import * as settings from '../../store/settings.ts';
import type { Scope } from '../command.ts';
import { post, reviseCopies } from '../effects.ts';

type Working = Pick<Scope<unknown>, 'tx' | 'now' | 'after' | 'newId'>;
type Found = Pick<Difference, 'kind' | 'people'>;

/** Told as one thing. What was found before joins it. */
export async function findDifference(working: Working, cop: Cop, found: Found): Promise<void> {
  const { tx, now, after, newId } = working;
  const { networkId: network } = cop;
  const open = await differences.openOf(tx, network, cop.id, found.kind);
  if (open && found.people.length === 0) return;
  if (!open) {
    const fresh = { ...found, id: newId<DifferenceId>(), networkId: network, copId: cop.id, foundAt: now };
    const difference = { ...fresh, settledAt: undefined, settledAs: undefined };
    await differences.add(tx, difference);
    return tellOf(working, cop, difference);
  }
  const grown = { ...open, people: [...open.people, ...found.people] };
  await differences.save(tx, grown);
  if (areFacilitators(open) && !areFacilitators(grown)) return tellOf(working, cop, grown);
  after(lane.cop(cop.id), reviseCopies(cop, 'is-it-right', { kind: 'difference', id: open.id }));
}

/** The facilitators; where all of them are out, the Support Team, and they themselves. If nobody else is out, it is theirs alone. */
async function tellOf({ tx, after }: Omit<Working, 'newId'>, cop: Cop, difference: Difference): Promise<void> {
  const { networkId: network, workspace } = cop;
  const about = { kind: 'difference', id: difference.id } as const;
  const out = difference.people.filter(one => one.role === 'facilitator').map(one => one.id);
  if (areFacilitators(difference)) {
    for (const one of out) after(lane.person(one), post(cop, 'take-it-back', one, about));
    return clocks.set(tx, cop, {
      about,
      step: 'unanswered',
      dueAt: ownWordUntil(difference),
      does: { command: 'difference unanswered', options: { difference: difference.id } },
    });
  }
  const facilitators = (await memberships.facilitators(tx, network, cop.id, workspace)).map(one => one.id);
  const { supportChannel } = await settings.of(tx, network, workspace);
  if (facilitators.length === 0 && supportChannel !== undefined)
    after(lane.workspace(workspace), post(cop, 'is-it-right', 'support', about));
  for (const one of facilitators.length > 0 ? facilitators : out)
    after(lane.person(one), post(cop, 'is-it-right', one, about));
}
