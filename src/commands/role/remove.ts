import type { NetworkRole } from '../../domain/core-role.ts';
import { lane } from '../../domain/effect.ts';
import { Refusal } from '../../domain/refusal.ts';
import { ownRoleSaid, ownRolesCard } from '../../messages/own-role.ts';
import * as networkRoles from '../../store/network-roles.ts';
import * as suggestions from '../../store/role-suggestions.ts';
import { command } from '../command.ts';
import { reviseCopies } from '../effects.ts';

/** Only while nobody carries it; whoever was asked to need not answer. */
export const removeRole = command({
  name: 'role remove',
  summary: "For admins: one of your network's own roles is offered no longer",
  about: 'network',
  may: ['admin'],
  in: 'no CoP',
  answers: 'privately',

  async run({ tx, network, workspace, options, now, after }) {
    const role = await networkRoles.byId(tx, network, options.role ?? '', true);
    if (!role) throw new Refusal('role-gone', {});
    if (await networkRoles.isCarried(tx, network, role.id))
      throw new Refusal('role-carried', { role: { key: role.id, own: role } });
    const removed: NetworkRole = { ...role, removedAt: now };
    await networkRoles.save(tx, removed);
    const asked = await suggestions.pendingFor(tx, network, role.id);
    await suggestions.settle(tx, network, { role: role.id }, 'withdrawn', now);
    for (const { suggestion, cop } of asked) {
      const about = { kind: 'role-suggestion', id: suggestion.id } as const;
      after(lane.person(suggestion.personId), reviseCopies(cop, 'role-suggestion', about));
    }
    return { say: ownRolesCard(await networkRoles.all(tx, network), 0, workspace, ownRoleSaid.removed(removed)) };
  },
});
