/** All that is known where somebody is looked for. */
import type { Cop } from '../../domain/cop.ts';
import type { NetworkId } from '../../domain/ids.ts';
import { countsFrom } from '../../domain/stand-in.ts';
import type { LookedForView } from '../../messages/stand-in.ts';
import * as clocks from '../../store/clocks.ts';
import * as coreRoles from '../../store/core-roles.ts';
import type { Reader } from '../../store/engine.ts';
import * as memberships from '../../store/memberships.ts';
import * as nominations from '../../store/nominations.ts';
import * as people from '../../store/people.ts';
import * as settings from '../../store/settings.ts';
import * as standIns from '../../store/stand-ins.ts';
import * as unattended from '../../store/unattended.ts';

export async function lookedFor(reader: Reader, network: NetworkId, cop: Cop): Promise<LookedForView> {
  const { id, workspace } = cop;
  const everybody = await memberships.everybody(reader, network, id, workspace);
  const carrying = (await coreRoles.ofCop(reader, network, id, workspace)).map(one => one.person);
  const firstThey = [...new Map([...carrying, ...everybody].map(one => [one.id, one])).values()];
  const standIn = await standIns.pendingOf(reader, network, id);
  const asked = (await nominations.pendingOf(reader, network, id)).map(one => one.nomineeId);
  const known = await people.known(reader, network, { workspace, cop: id }, [
    ...asked,
    ...(standIn ? [standIn.personId] : []),
  ]);
  const person = standIn && known.get(standIn.personId);
  const counts = standIn && (await clocks.dueAt(reader, network, { kind: 'stand-in', id: standIn.id }, 'counts'));
  const { supportChannel } = await settings.of(reader, network, workspace);
  return {
    cop,
    decides: supportChannel === undefined ? 'admins' : 'support',
    members: firstThey,
    membersAsked: await unattended.areMembersAsked(reader, network, id),
    nominees: asked.flatMap(one => known.get(one) ?? []),
    offer: standIn && person && { standIn, person, counts: counts ?? countsFrom(standIn) },
    facilitators: everybody.filter(one => one.role === 'facilitator'),
  };
}
