import type { Cop } from '../../domain/cop.ts';
import type { Difference } from '../../domain/difference.ts';
import { lane } from '../../domain/effect.ts';
import type { DifferenceId } from '../../domain/ids.ts';
import * as differences from '../../store/differences.ts';
import * as memberships from '../../store/memberships.ts';
import * as settings from '../../store/settings.ts';
import type { Scope } from '../command.ts';
import { post, reviseCopies } from '../effects.ts';

type Working = Pick<Scope<unknown>, 'tx' | 'now' | 'after'>;

/** Told as one thing to the facilitators; where all of them are out, to the Support Team, else to them. What was found before joins it. */
export async function findDifference(
  { tx, now, after }: Working,
  cop: Cop,
  found: Pick<Difference, 'kind' | 'people'>,
  id: DifferenceId,
): Promise<void> {
  const { networkId: network, workspace } = cop;
  const open = await differences.openOf(tx, network, cop.id, found.kind);
  if (open) {
    if (found.people.length === 0) return;
    await differences.save(tx, { ...open, people: [...open.people, ...found.people] });
    return void after(lane.cop(cop.id), reviseCopies(cop, 'is-it-right', { kind: 'difference', id: open.id }));
  }
  const fresh = { ...found, id, networkId: network, copId: cop.id, foundAt: now };
  await differences.add(tx, { ...fresh, settledAt: undefined, settledAs: undefined });
  const about = { kind: 'difference', id } as const;
  const facilitators = (await memberships.facilitators(tx, network, cop.id, workspace)).map(one => one.id);
  const { supportChannel } = await settings.of(tx, network, workspace);
  if (facilitators.length === 0 && supportChannel !== undefined)
    return void after(lane.workspace(workspace), post(cop, 'is-it-right', 'support', about));
  const out = found.people.filter(one => one.role === 'facilitator').map(one => one.id);
  for (const one of facilitators.length > 0 ? facilitators : out)
    after(lane.person(one), post(cop, 'is-it-right', one, about));
}
