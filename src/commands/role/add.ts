import { faultsIn, limits, type NetworkRole } from '../../domain/core-role.ts';
import type { NetworkRoleId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { tidied } from '../../domain/words.ts';
import { addRoleForm, ownRoleSaid, ownRolesCard } from '../../messages/own-role.ts';
import * as networkRoles from '../../store/network-roles.ts';
import { command } from '../command.ts';

export const addRole = command({
  name: 'role add',
  summary: 'For admins: a role of your own, offered in every CoP',
  about: 'network',
  may: ['admin'],
  in: 'no CoP',
  answers: 'privately',

  async form({ reader, network }) {
    const { length } = network ? await networkRoles.all(reader, network) : [];
    if (length >= limits.own) throw new Refusal('too-many-roles', { most: limits.own });
    return addRoleForm();
  },

  async run({ tx, network, workspace, options, now, newId }) {
    const given = { name: tidied(options.name ?? ''), line: tidied(options.line ?? '') };
    const before = await networkRoles.all(tx, network);
    if (before.length >= limits.own) throw new Refusal('too-many-roles', { most: limits.own });
    const faults = faultsIn(given, before);
    if (faults.name || faults.line) return { mend: addRoleForm(options, faults) };
    const id = newId<NetworkRoleId>();
    const role: NetworkRole = { id, networkId: network, ...given, removedAt: undefined, version: 1, createdAt: now };
    await networkRoles.add(tx, role);
    return { say: ownRolesCard([...before, role], 0, workspace, ownRoleSaid.added(role)) };
  },
});
