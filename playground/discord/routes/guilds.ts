/** Guilds, their members and roles. discord.com/developers/docs/resources/guild and …/topics/permissions#role-object */
import { byUserId, type Call, count, id, type Routes } from '../call.ts';
import { dropRole, tellMember, tellRole } from '../channels.ts';
import { newRole } from '../founding.ts';
import { guildShape } from '../guild-shape.ts';
import { limits } from '../limits.ts';
import { bits, inGuild, type PermissionName } from '../permissions.ts';
import { refuse } from '../refusal.ts';
import { checkBody } from '../schemas.ts';
import { memberShape, roleShape } from '../shapes.ts';
import type { Guild, Json, Role } from '../state.ts';
import { botId, nameOf, theGuild, theMember, theRole, type World } from '../world.ts';

export function needInGuild(world: World, guild: Guild, ...names: PermissionName[]): bigint {
  const held = inGuild(guild, theMember(guild, botId(world)));
  if ((held & bits(...names)) !== bits(...names)) refuse(50013);
  return held;
}

const highest = (guild: Guild, userId: string): number => {
  const { roles } = theMember(guild, userId);
  return Math.max(0, ...guild.roles.filter(r => roles.includes(r.id)).map(r => r.position));
};

/** A role below the bot's own highest. */
function reachable(world: World, guild: Guild, roleId: string): Role {
  needInGuild(world, guild, 'MANAGE_ROLES');
  const role = theRole(guild, roleId);
  return role.position >= highest(guild, botId(world)) ? refuse(50013) : role;
}

function roleFields(world: World, guild: Guild, schema: string, body: Json): Partial<Role> {
  checkBody(schema, body);
  const held = needInGuild(world, guild, 'MANAGE_ROLES');
  if (body.permissions != null && BigInt(body.permissions) & ~held) refuse(50013);
  const { name, color, hoist, mentionable } = body;
  const everyone = guild.roles.find(r => r.id === guild.id)?.permissions;
  const permissions = body.permissions == null ? undefined : String(body.permissions);
  const fields = {
    name,
    color,
    hoist,
    mentionable,
    permissions: schema === 'CreateRoleRequest' ? (permissions ?? everyone) : permissions,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}

function addRole({ world, body, ids }: Call): Json {
  const guild = theGuild(world, ids[0]!);
  const fields = roleFields(world, guild, 'CreateRoleRequest', body);
  if (guild.roles.length >= limits.roles) refuse(30005);
  const role = newRole(world.state, world.now(), guild, fields);
  tellRole(world, 'CREATE', guild, role);
  return roleShape(role, botId(world));
}

function changeRole(call: Call): Json {
  const { world, body } = call;
  const guild = theGuild(world, id(call));
  const role = reachable(world, guild, id(call, 1));
  Object.assign(role, roleFields(world, guild, 'UpdateRoleRequestPartial', body));
  tellRole(world, 'UPDATE', guild, role);
  return roleShape(role, botId(world));
}

function deleteRole(call: Call): void {
  const { world } = call;
  const guild = theGuild(world, id(call));
  const role = reachable(world, guild, id(call, 1));
  if (role.id === guild.id || role.managed) refuse(50028);
  dropRole(world, guild, role);
}

const memberRole =
  (has: boolean) =>
  (call: Call): void => {
    const { world } = call;
    const guild = theGuild(world, id(call));
    const member = theMember(guild, id(call, 1));
    const role = reachable(world, guild, id(call, 2));
    if (role.id === guild.id) refuse(50028);
    if (role.managed) refuse(50013);
    if (member.roles.includes(role.id) === has) return;
    member.roles = has ? [...member.roles, role.id] : member.roles.filter(r => r !== role.id);
    tellMember(world, 'UPDATE', guild, member);
  };

function listMembers(call: Call): Json[] {
  const { world, query } = call;
  const guild = theGuild(world, id(call));
  if (!world.state.application.guildMembers) refuse(50001);
  const after = BigInt(query.get('after') ?? 0);
  return guild.members
    .toSorted(byUserId)
    .filter(m => BigInt(m.userId) > after)
    .slice(0, count(call, 'limit', 1, 1000))
    .map(m => memberShape(world, m));
}

function searchMembers(call: Call): Json[] {
  const { world, query } = call;
  const guild = theGuild(world, id(call));
  const start = (query.get('query') ?? '').toLowerCase();
  return guild.members
    .filter(m => nameOf(world.state, m.userId).toLowerCase().startsWith(start))
    .slice(0, count(call, 'limit', 1, 1000))
    .map(m => memberShape(world, m));
}

export const guilds: Routes = {
  'GET /guilds/:id': call => {
    const guild = theGuild(call.world, id(call));
    const counts = { approximate_member_count: guild.members.length, approximate_presence_count: guild.members.length };
    return { ...guildShape(call.world, guild), ...(call.query.get('with_counts') === 'true' ? counts : {}) };
  },
  'GET /guilds/:id/members': listMembers,
  'GET /guilds/:id/members/search': searchMembers,
  'GET /guilds/:id/members/:id': call =>
    memberShape(call.world, theMember(theGuild(call.world, id(call)), id(call, 1))),
  'PUT /guilds/:id/members/:id/roles/:id': memberRole(true),
  'DELETE /guilds/:id/members/:id/roles/:id': memberRole(false),
  'GET /guilds/:id/roles': call => theGuild(call.world, id(call)).roles.map(r => roleShape(r, botId(call.world))),
  'GET /guilds/:id/roles/:id': call =>
    roleShape(theRole(theGuild(call.world, id(call)), id(call, 1)), botId(call.world)),
  'POST /guilds/:id/roles': addRole,
  'PATCH /guilds/:id/roles/:id': changeRole,
  'DELETE /guilds/:id/roles/:id': deleteRole,
};
