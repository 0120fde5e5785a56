import { faultsIn, type NetworkRole } from '../../domain/core-role.ts';
import { Refusal } from '../../domain/refusal.ts';
import { tidied } from '../../domain/words.ts';
import { ownRoleSaid, ownRolesCard, renameRoleForm } from '../../messages/own-role.ts';
import * as networkRoles from '../../store/network-roles.ts';
import { command } from '../command.ts';
import { reviseWelcome } from './taking-up.ts';

export const renameRole = command({
  name: 'role rename',
  summary: "For admins: what one of your network's own roles is called, and what it is",
  about: 'network',
  may: ['admin'],
  in: 'no CoP',
  answers: 'privately',

  async form({ reader, network, options }) {
    const role = network && (await networkRoles.byId(reader, network, options.role ?? ''));
    if (!role) throw new Refusal('role-gone', {});
    return renameRoleForm(role);
  },

  async run({ tx, network, workspace, options, after }) {
    const all = await networkRoles.all(tx, network);
    const before = all.find(one => one.id === options.role);
    if (!before) throw new Refusal('role-gone', {});
    const given = { name: tidied(options.name ?? ''), line: tidied(options.line ?? '') };
    const faults = faultsIn(
      given,
      all.filter(one => one !== before),
    );
    if (faults.name || faults.line) return { mend: renameRoleForm(before, options, faults) };
    const role: NetworkRole = { ...before, ...given };
    await networkRoles.save(tx, role);
    for (const cop of await networkRoles.copsWith(tx, network, role.id)) reviseWelcome(after, cop);
    const now = all.map(one => (one === before ? role : one));
    return { say: ownRolesCard(now, 0, workspace, ownRoleSaid.changed(role)) };
  },
});
