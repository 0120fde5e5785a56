/** The bot's own role and place in guilds, changed by whoever administers them. */
import { forget, tellMember, tellRole } from './channels.ts';
import { addedWith, newRole } from './founding.ts';
import { wholeGuildShape } from './guild-shape.ts';
import type { OutFor } from './options.ts';
import { bit, type PermissionName } from './permissions.ts';
import type { Guild, Role } from './state.ts';
import { botId, isBotIn, type World } from './world.ts';

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
    const people = guild.roles.find(r => r.name === 'People') ?? roleOfPeople(world, guild);
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

function roleOfPeople(world: World, guild: Guild): Role {
  const role = newRole(world.state, world.now(), guild, { name: 'People' });
  tellRole(world, 'CREATE', guild, role);
  return role;
}

export function remove(world: World, guild: Guild): void {
  if (!isBotIn(world, guild)) return;
  world.tell('GUILD_DELETE', { id: guild.id }, { guildId: guild.id });
  guild.members = guild.members.filter(m => m.userId !== botId(world));
  const role = botRole(guild);
  guild.roles = guild.roles.filter(r => r !== role);
  if (role) forget(world, guild, role.id);
  if (world.customs.leaversRights === 'dropped') forget(world, guild, botId(world));
  for (const thread of world.state.channels.filter(c => c.guildId === guild.id))
    thread.threadMembers = thread.threadMembers.filter(id => id !== botId(world));
  const { commands } = world.state;
  commands.splice(0, commands.length, ...commands.filter(c => c.guildId !== guild.id));
  world.changed();
}

export function add(world: World, guild: Guild): void {
  if (isBotIn(world, guild)) return;
  const { name } = world.state.application;
  const fields = { name, permissions: addedWith(world.state.application), position: 10, managed: true };
  const role = newRole(world.state, world.now(), guild, fields);
  guild.members.push({ userId: botId(world), roles: [role.id], joinedAt: world.now(), nick: null });
  world.tell('GUILD_CREATE', wholeGuildShape(world, guild), { guildId: guild.id });
  world.changed();
}

export function goDown(world: World, guild: Guild, forWhom: OutFor): void {
  if (guild.down) return;
  world.tell('GUILD_DELETE', { id: guild.id, unavailable: true }, { guildId: guild.id });
  guild.down = forWhom === 'the bot' ? 'for the bot' : true;
  world.changed();
}

export function comeBack(world: World, guild: Guild): void {
  if (!guild.down) return;
  delete guild.down;
  world.tell('GUILD_CREATE', wholeGuildShape(world, guild), { guildId: guild.id });
  world.changed();
}
