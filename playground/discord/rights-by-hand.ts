/** What people change of permissions, roles and membership in the server's and a channel's settings, as far as their own permissions let them. */
import type { ByHandOnDiscord, Rights } from '../by-hand.ts';
import { removeMember, removeOverwrite, setOverwrite, tellMember, updateChannel } from './channels.ts';
import { held } from './hands.ts';
import { remove } from './installation.ts';
import { type Eyes, personCalled } from './looks.ts';
import { bits, bitsOf, inGuild, isThread, namesOf, type PermissionName } from './permissions.ts';
import { whereOf } from './seen.ts';
import type { Channel, Member, Role } from './state.ts';
import { botId, parentOf } from './world.ts';

export function rightsByHand(eyes: Eyes): ByHandOnDiscord {
  const { world, guild, user } = eyes;

  const memberCalled = (name: string): Member => {
    const { id } = personCalled(world, guild, name);
    return guild.members.find(m => m.userId === id)!;
  };
  function roleCalled(name: string): Role {
    const found = guild.roles.find(r => r.name === name || r.id === name);
    if (!found) throw new Error(`there is no role "${name}"; there are: ${guild.roles.map(r => r.name).join(', ')}`);
    return found;
  }
  /** A channel's own: threads have no permissions of theirs. */
  function settingsOf(place: string): Channel {
    const channel = held(eyes, place, 'MANAGE_ROLES');
    if (isThread(channel)) throw new Error('a thread on Discord has the permissions of its channel');
    return channel;
  }
  /** A role, or a member; `@CoP Bot` where a role is called so too. */
  const row = (whom: string): { id: string; type: number } => {
    const role = guild.roles.find(r => r.name === whom);
    return role ? { id: role.id, type: 0 } : { id: memberCalled(whom.replace(/^@/, '')).userId, type: 1 };
  };

  function mine(): bigint {
    const member = guild.members.find(m => m.userId === user.id);
    if (!member) throw new Error(`${user.name} is not in ${guild.name}`);
    return inGuild(guild, member);
  }
  function needInServer(permission: PermissionName): void {
    if (!(mine() & bits(permission))) throw new Error(`${user.name} may not do that: it needs ${permission}`);
  }
  function changeRoles(name: string, changed: (roles: readonly string[], role: Role) => string[], role: Role): void {
    needInServer('MANAGE_ROLES');
    if (role.managed || role.id === guild.id)
      throw new Error(`nobody is given or loses the role "${role.name}" by hand`);
    const member = memberCalled(name);
    member.roles = changed(member.roles, role);
    tellMember(world, 'UPDATE', guild, member);
  }

  return {
    async setsRights(place, whom, { allow = [], deny = [] }: Rights) {
      const channel = settingsOf(place);
      const [allowed, denied] = [bitsOf(allow), bitsOf(deny)];
      const beyond = (allowed | denied) & ~mine();
      if (beyond) throw new Error(`${user.name} may not give in ${whereOf(channel)}: ${namesOf(beyond).join(', ')}`);
      setOverwrite(world, channel, { ...row(whom), allow: String(allowed), deny: String(denied) });
    },
    async dropsRights(place, whom) {
      const channel = settingsOf(place);
      const { id } = row(whom);
      if (!channel.overwrites.some(o => o.id === id)) throw new Error(`${whom} has no permissions of their own there`);
      removeOverwrite(world, channel, id);
    },
    async syncsRights(place) {
      const channel = settingsOf(place);
      const category = parentOf(world.state, channel);
      if (!category) throw new Error(`${whereOf(channel)} is in no category`);
      updateChannel(world, channel, { overwrites: structuredClone(category.overwrites) });
    },
    async movesChannel(place, category) {
      const channel = held(eyes, place, 'MANAGE_CHANNELS');
      const there = world.state.channels.filter(c => c.guildId === guild.id && c.type === 4);
      const parent = there.find(c => c.name === category);
      if (category !== undefined && !parent)
        throw new Error(
          `there is no category "${category}"; there are: ${there.map(c => c.name).join(', ') || 'none'}`,
        );
      updateChannel(world, channel, { parentId: parent?.id ?? null });
    },
    async kicks(name) {
      needInServer('KICK_MEMBERS');
      const member = memberCalled(name);
      if (member.userId === guild.ownerId) throw new Error(`nobody can kick the owner of ${guild.name}`);
      if (member.userId === botId(world)) remove(world, guild);
      else removeMember(world, guild, member);
    },
    async givesRole(name, role) {
      changeRoles(name, (roles, { id }) => [...new Set([...roles, id])], roleCalled(role));
    },
    async takesRole(name, role) {
      changeRoles(name, (roles, { id }) => roles.filter(one => one !== id), roleCalled(role));
    },
  };
}
