import { isCoreRole, type RoleKey } from '../../domain/core-role.ts';
import { lane } from '../../domain/effect.ts';
import { Refusal } from '../../domain/refusal.ts';
import { serverRoleForm, serverRolesCard } from '../../messages/server-role.ts';
import * as cops from '../../store/cops.ts';
import * as networkRoles from '../../store/network-roles.ts';
import * as serverRoles from '../../store/server-roles.ts';
import { command, type Scope } from '../command.ts';
import { serverRolesFollow } from '../effects.ts';

export const chooseServerRole = command({
  name: 'role server',
  summary: "For admins: which of Discord's server roles goes with a role",
  about: 'network',
  may: ['admin'],
  in: 'no CoP',
  answers: 'privately',

  async form({ reader, network }) {
    return serverRoleForm(network ? await networkRoles.all(reader, network) : []);
  },

  async run({ tx, network, workspace, options, ungivable, after }) {
    const key = (options.role ?? '') as RoleKey;
    const own = await networkRoles.all(tx, network);
    if (!isCoreRole(key) && !own.some(role => role.id === key)) throw new Refusal('role-gone', {});
    const before = (await serverRoles.ofWorkspace(tx, network, workspace)).get(key);
    const why = whyNot(ungivable, before, options.server);
    if (why) return { mend: serverRoleForm(own, { chosen: key, why }) };
    await serverRoles.choose(tx, network, workspace, key, options.server || undefined);
    const cop = await cops.anyIn(tx, network, workspace);
    if (cop) after(lane.workspace(workspace), serverRolesFollow(cop, 'everybody'));
    return { say: serverRolesCard(await serverRoles.ofWorkspace(tx, network, workspace), own) };
  },
});

/** Whoever carries the role loses the one that it went with before: that isn't for everybody to do either. */
function whyNot(
  ungivable: Scope<unknown>['ungivable'],
  before: string | undefined,
  chosen: string | undefined,
): ReturnType<Scope<unknown>['ungivable']> {
  const why = chosen ? ungivable(chosen) : undefined;
  if (why || before === undefined || before === chosen) return why;
  const taken = ungivable(before);
  return taken === 'by anybody' ? undefined : taken;
}
