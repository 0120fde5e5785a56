/** The bot's own role and place in guilds, changed by whoever administers them. */
import { tellMember, tellRole } from './channels.ts';
import { newRole } from './founding.ts';
import { wholeGuildShape } from './guild-shape.ts';
import { bit, botsPermissions, type PermissionName } from './permissions.ts';
import type { Guild, Role } from './state.ts';
import { botId, type World } from './world.ts';

const set = (world: World, guild: Guild, role: Role, permissions: bigint): void => {
  if (BigInt(role.permissions) === permissions) return;
  role.permissions = String(permissions);
  tellRole(world, 'UPDATE', guild, role);
};

const botRole = (guild: Guild): Role | undefined => guild.roles.find(r => r.managed);

export function give(world: World, guild: Guild, name: PermissionName): void {
  const role = botRole(guild);
  if (role) set(world, guild, role, BigInt(role.permissions) | bit(name));
}

/** What everybody may, the bot may too: it moves from @everyone to a role that all people have. */
export function take(world: World, guild: Guild, name: PermissionName): void {
  const everyone = guild.roles.find(r => r.id === guild.id)!;
  if (BigInt(everyone.permissions) & bit(name)) {
    const people =
      guild.roles.find(r => r.name === 'People') ?? newRole(world.state, world.now(), guild, { name: 'People' });
    for (const member of guild.members) {
      if (member.userId === botId(world) || member.roles.includes(people.id)) continue;
      member.roles = [...member.roles, people.id];
      tellMember(world, 'UPDATE', guild, member);
    }
    set(world, guild, people, BigInt(people.permissions) | bit(name));
    set(world, guild, everyone, BigInt(everyone.permissions) & ~bit(name));
  }
  const role = botRole(guild);
  if (role) set(world, guild, role, BigInt(role.permissions) & ~bit(name));
}

export function remove(world: World, guild: Guild): void {
  const bot = guild.members.findIndex(m => m.userId === botId(world));
  if (bot < 0) return;
  guild.members.splice(bot, 1);
  guild.roles = guild.roles.filter(r => !r.managed);
  const { commands } = world.state;
  commands.splice(0, commands.length, ...commands.filter(c => c.guildId !== guild.id));
  world.tell('GUILD_DELETE', { id: guild.id }, { guildId: guild.id });
  world.changed();
}

export function add(world: World, guild: Guild): void {
  if (guild.members.some(m => m.userId === botId(world))) return;
  const { name } = world.state.application;
  const fields = { name, permissions: String(botsPermissions), position: 10, managed: true };
  const role = newRole(world.state, world.now(), guild, fields);
  guild.members.push({ userId: botId(world), roles: [role.id], joinedAt: world.now(), nick: null });
  world.tell('GUILD_CREATE', wholeGuildShape(world, guild), { guildId: guild.id });
  world.changed();
}
