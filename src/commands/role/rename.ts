import { faultsIn, type NetworkRole } from '../../domain/core-role.ts';
import { lane } from '../../domain/effect.ts';
import { Refusal } from '../../domain/refusal.ts';
import { tidied } from '../../domain/words.ts';
import { ownRoleSaid, ownRolesCard, renameRoleForm } from '../../messages/own-role.ts';
import * as networkRoles from '../../store/network-roles.ts';
import * as suggestions from '../../store/role-suggestions.ts';
import { command } from '../command.ts';
import { reviseCopies } from '../effects.ts';
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

  async run({ tx, network, workspace, options, now, after }) {
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
    for (const { suggestion, cop } of await suggestions.pendingFor(tx, network, role.id)) {
      const about = { kind: 'role-suggestion', id: suggestion.id } as const;
      after(lane.person(suggestion.personId), reviseCopies(cop, 'role-suggestion', about));
    }
    for (const { id, person, cop } of await networkRoles.termsOver(tx, network, role.id, now))
      after(lane.person(person), reviseCopies(cop, 'role-term', { kind: 'carried-role', id }));
    const renamed = all.map(one => (one === before ? role : one));
    return { say: ownRolesCard(renamed, 0, workspace, ownRoleSaid.changed(role)) };
  },
});
