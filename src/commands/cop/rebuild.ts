import { type Cop, freeName, reopened } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import { startUpDocs } from '../../domain/guide.ts';
import type { PersonId } from '../../domain/ids.ts';
import * as cops from '../../store/cops.ts';
import * as lapsedRequests from '../../store/lapsed-requests.ts';
import * as memberships from '../../store/memberships.ts';
import type { Scope } from '../command.ts';
import { admit, describeSpace, makeFacilitator, openSpace, post } from '../effects.ts';
import { liveOn } from './reopen.ts';
import { layGuide, layWelcome, layWholes } from './standing.ts';

/** The same CoP in a new space: its people are brought in, its library goes with it, and the old space is told of, if it is there to be read. */
export async function rebuild(
  working: Pick<Scope<unknown>, 'tx' | 'now' | 'after' | 'guides'>,
  cop: Cop,
  by: PersonId,
): Promise<Cop> {
  const { tx, after, now } = working;
  const { networkId: network, id, workspace } = cop;
  const lapsed = await lapsedRequests.whenClosedAt(tx, network, id, cop.closedAt ?? 0);
  const name = await freeName(cop.name, async one => (await cops.byName(tx, network, one)) !== undefined);
  const former = cop.spaceId ?? cop.formerSpaceId;
  const starting = { ...reopened(cop, name), state: 'starting', spaceId: undefined, formerSpaceId: former } as const;
  await cops.save(tx, starting);

  const about = { kind: 'cop', id } as const;
  const everybody = await memberships.everybody(tx, network, id, workspace);
  const opened = after(lane.cop(id), openSpace(starting), {
    onFailure: {
      command: 'cop not-reopened',
      options: { cop: id, by, called: cop.name, closed: String(cop.closedAt ?? now) },
    },
  });
  const needs = [opened];
  const people = everybody.map(one => one.id);
  const admitted = after(lane.cop(id), admit(starting, people), { needs });
  const tended = everybody
    .filter(one => one.role === 'facilitator')
    .map(one => after(lane.cop(id), makeFacilitator(starting, one.id), { needs, follows: [admitted] }));
  const described = after(lane.name(id), describeSpace(starting), { needs });
  const guides = startUpDocs.map(one => layGuide(working, starting, one, needs));
  const told = after(lane.cop(id), post(starting, 'cop-carried-over', 'space', about), { needs });
  const before = [admitted, ...tended, described, told, ...guides.flatMap(({ leaving }) => leaving)];
  layWholes(working, starting, guides, [layWelcome(working, starting, { needs, follows: before })]);
  await liveOn(working, { ...starting, state: 'open' }, { ...cop, lapsed }, { needs, follows: [admitted] });
  return starting;
}
