import { pageFrom } from '../../domain/page.ts';
import { ownRolesCard } from '../../messages/own-role.ts';
import * as networkRoles from '../../store/network-roles.ts';
import { command } from '../command.ts';

export const showOwnRoles = command({
  name: 'role own',
  summary: 'For admins: the roles that your network adds to the five',
  about: 'network',
  may: ['admin'],
  in: 'no CoP',
  answers: 'privately',
  reads: true,

  async run({ tx, network, workspace, options }) {
    const roles = await networkRoles.all(tx, network);
    const asked = pageFrom(options.from);
    return { say: ownRolesCard(roles, asked < roles.length ? asked : 0, workspace) };
  },
});
