import { rolesWith } from '../../domain/core-role.ts';
import { pageFrom } from '../../domain/page.ts';
import { rolesCard, rolesOnCard } from '../../messages/role.ts';
import * as coreRoles from '../../store/core-roles.ts';
import * as networkRoles from '../../store/network-roles.ts';
import { command } from '../command.ts';
import { suggested } from '../document/looking.ts';

export const showRoles = command({
  name: 'role show',
  summary: 'Who carries which role in your CoP; take one up, share it, step back',
  options: { cop: { kind: 'cop', summary: 'Which CoP, if you are in several', suggests: true } },
  about: 'cop',
  may: ['member', 'facilitator'],
  in: 'any CoP',
  answers: 'privately',
  reads: true,
  weighsAdmin: true,
  suggest: suggested,

  async run({ tx, network, subject: { cop }, actor, admin, options, now }) {
    const roles = rolesWith(await networkRoles.all(tx, network));
    const carrying = await coreRoles.ofCop(tx, network, cop.id, cop.workspace);
    const asked = pageFrom(options.from);
    const from = asked < roles.length ? asked : 0;
    const aligned = from - (from % rolesOnCard);
    return { say: rolesCard({ cop, reader: actor.id, roles, carrying, from: aligned, admin, now }) };
  },
});
