import type { Cop } from '../../domain/cop.ts';
import { areFacilitators, covers, type Difference, ownWordUntil } from '../../domain/difference.ts';
import { lane } from '../../domain/effect.ts';
import type { DifferenceId } from '../../domain/ids.ts';
import * as clocks from '../../store/clocks.ts';
import * as differences from '../../store/differences.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as settings from '../../store/settings.ts';
import type { Scope } from '../command.ts';
import { post, postToSupport, reviseCopies } from '../effects.ts';

type Working = Pick<Scope<unknown>, 'tx' | 'now' | 'after' | 'newId'>;
type Found = Pick<Difference, 'kind' | 'people' | 'seenBy'>;

/** Told as one thing. What was found before joins it. */
export async function findDifference(
  working: Working,
  cop: Cop,
  { kind, people }: Pick<Found, 'kind' | 'people'>,
): Promise<void> {
  const open = await differences.openOf(working.tx, cop.networkId, cop.id, kind);
  if (!open) return addAndTell(working, cop, { kind, people, seenBy: [] });
  const fresh = people.filter(one => !open.people.some(other => other.id === one.id));
  if (fresh.length > 0) await grow(working, cop, open, { ...open, people: [...open.people, ...fresh] });
}

/** What is so until somebody changes it back: asked about once, whatever was said to it, and settled once it is as it was. */
export async function holdAgainst(working: Working, cop: Cop, found: Found): Promise<void> {
  const { tx, now } = working;
  const before = await differences.holding(tx, cop.networkId, cop.id, found.kind);
  if (found.people.length + found.seenBy.length === 0) {
    if (!before) return;
    await differences.isOver(tx, before, now);
    return reviseCards(working, cop, before);
  }
  if (before && covers(before, found)) return covers(found, before) ? undefined : narrow(working, cop, before, found);
  if (before && before.settledAt === undefined) await grow(working, cop, before, { ...before, ...found });
  else await addAndTell(working, cop, found);
}

/** Who goes and comes back is asked about again, though another stayed. */
async function narrow(working: Working, cop: Cop, before: Difference, { people, seenBy }: Found): Promise<void> {
  await differences.narrow(working.tx, before, { people, seenBy });
  if (before.settledAt === undefined) reviseCards(working, cop, before);
}

async function addAndTell(working: Working, cop: Cop, found: Found): Promise<void> {
  const { tx, now, newId } = working;
  const fresh = { ...found, id: newId<DifferenceId>(), networkId: cop.networkId, copId: cop.id, foundAt: now };
  const difference = { ...fresh, settledAt: undefined, settledAs: undefined };
  await differences.add(tx, difference);
  await tellOf(working, cop, difference);
}

async function grow(working: Working, cop: Cop, open: Difference, grown: Difference): Promise<void> {
  await differences.save(working.tx, grown);
  if (areFacilitators(open) && !areFacilitators(grown)) await tellOf(working, cop, grown);
  else reviseCards(working, cop, grown);
}

/** Not in the CoP's own lane: it may wait for somebody to bring the bot back. */
function reviseCards({ after }: Pick<Working, 'after'>, cop: Cop, { id }: Difference): void {
  after(lane.workspace(cop.workspace), reviseCopies(cop, 'is-it-right', { kind: 'difference', id }));
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
  const facilitators = (await facilitating.ofCop(tx, network, cop.id, workspace)).map(one => one.id);
  const { supportChannel } = await settings.of(tx, network, workspace);
  if (facilitators.length === 0 && supportChannel !== undefined)
    after(lane.workspace(workspace), postToSupport(cop, 'is-it-right', about));
  for (const one of facilitators.length > 0 ? facilitators : out)
    after(lane.person(one), post(cop, 'is-it-right', one, about), {
      onFailure: { command: 'difference not-told', options: { difference: difference.id } },
    });
}
