/** What happens to a server and to the bot's place in it, by whoever runs it or by Discord itself. */
import { dropRole, renameUser, tellMember, tellRole, updateChannel } from './channels.ts';
import { addMember, newRole } from './founding.ts';
import { guildShape } from './guild-shape.ts';
import { add, comeBack, give, goDown, remove, take } from './installation.ts';
import { personCalled } from './looks.ts';
import { deleteMessages } from './messages.ts';
import type { DiscordServers } from './options.ts';
import { bits } from './permissions.ts';
import { acceptInvite } from './routes/invites.ts';
import type { Channel, Guild } from './state.ts';
import { botsPermissions } from './troubles.ts';
import type { World } from './world.ts';

export function servers(world: World, guildCalled: (name?: string) => Guild): DiscordServers {
  const { state } = world;
  const guildsCalled = (name?: string): Guild[] => (name === undefined ? state.guilds : [guildCalled(name)]);
  function channelCalled(place: string, workspace?: string): Channel {
    const guild = guildCalled(workspace);
    const channel = state.channels.find(c => c.guildId === guild.id && (c.name === place || c.id === place));
    if (!channel) throw new Error(`there is no channel "${place}"`);
    return channel;
  }
  const each = (perform: (guild: Guild) => void, name?: string): void => guildsCalled(name).forEach(perform);

  return {
    takesPermission: (name, workspace) => each(guild => take(world, guild, name), workspace),
    givesPermission: (name, workspace) => each(guild => give(world, guild, name), workspace),
    joinsWorkspace(name, workspace) {
      const guild = guildCalled(workspace);
      const { id } = addMember(state, world.now(), guild, { name });
      tellMember(world, 'ADD', guild, guild.members.find(m => m.userId === id)!);
    },
    joinsBy(code, name) {
      acceptInvite(world, code);
      this.joinsWorkspace(name);
    },
    makesRole(name, { position = 1, workspace, boosters, permissions = [] } = {}) {
      const guild = guildCalled(workspace);
      const fields = {
        name,
        position,
        permissions: String(bits(...permissions)),
        ...(boosters && { boosters, managed: true }),
      };
      tellRole(world, 'CREATE', guild, newRole(state, world.now(), guild, fields));
    },
    changesRole(name, permissions, workspace) {
      const guild = guildCalled(workspace);
      const role = guild.roles.find(one => one.name === name)!;
      role.permissions = String(bits(...permissions));
      tellRole(world, 'UPDATE', guild, role);
    },
    deletesRole(name, workspace) {
      const guild = guildCalled(workspace);
      dropRole(world, guild, guild.roles.find(role => role.name === name)!);
    },
    timesOut(person, on, workspace) {
      const guild = guildCalled(workspace);
      const { id } = personCalled(world, guild, person);
      const member = guild.members.find(m => m.userId === id)!;
      member.timedOutUntil = on ? world.now() + 7 * 24 * 3600_000 : undefined;
      tellMember(world, 'UPDATE', guild, member);
    },
    rolesOf(name, workspace) {
      const guild = guildCalled(workspace);
      const member = guild.members.find(m => m.userId === personCalled(world, guild, name).id);
      return guild.roles.filter(role => member?.roles.includes(role.id)).map(role => role.name);
    },
    rolesThere: workspace =>
      guildCalled(workspace)
        .roles.filter(role => role.id !== guildCalled(workspace).id && !role.managed)
        .map(role => role.name),
    categoriesThere: workspace =>
      state.channels.filter(c => c.type === 4 && c.guildId === guildCalled(workspace).id).map(c => c.name),
    botsPermissions: workspace => botsPermissions(world, guildCalled(workspace)),
    removesApp: workspace => remove(world, guildCalled(workspace)),
    addsApp: workspace => add(world, guildCalled(workspace)),
    goesDown: (workspace, forWhom = 'everybody') => each(guild => goDown(world, guild, forWhom), workspace),
    comesBack: workspace => each(guild => comeBack(world, guild), workspace),
    renamesPerson: (person, name, workspace) =>
      renameUser(world, personCalled(world, guildCalled(workspace), person), name),
    givesNickname(person, nick, workspace) {
      const guild = guildCalled(workspace);
      const { id } = personCalled(world, guild, person);
      const member = guild.members.find(m => m.userId === id)!;
      member.nick = nick;
      tellMember(world, 'UPDATE', guild, member);
    },
    renamesWorkspace(name, workspace) {
      const guild = guildCalled(workspace);
      guild.name = name;
      world.tell('GUILD_UPDATE', guildShape(world, guild), { guildId: guild.id });
      world.changed();
    },
    forbidsWords: (words, workspace) => each(guild => Object.assign(guild, { forbidden: [...words] }), workspace),
    turnsInto: (place, what, workspace) =>
      updateChannel(world, channelCalled(place, workspace), { type: what === 'text' ? 0 : 5 }),
    tells(name, event) {
      const guildId = event.guild_id ?? (ofGuild.has(name) ? String(event.id) : undefined);
      world.tell(name, event, guildId === undefined ? {} : { guildId });
    },
    deletesMany(place, ids, workspace) {
      const channel = channelCalled(place, workspace);
      const messages = channel.messages.filter(m => ids.includes(m.id));
      deleteMessages(world, channel, messages);
    },
    keepsLeaversRights(on) {
      world.customs.leaversRights = on ? 'kept' : 'dropped';
    },
    takesStrangersRights(on) {
      world.customs.strangersRights = on ? 'taken' : 'refused';
    },
    tellsPinTimeAfterUnpin(how) {
      world.customs.pinTimeAfterUnpin = how;
    },
    tellsPinsBy: (pinsPage, pinsGoOn = false) => void Object.assign(world.customs, { pinsPage, pinsGoOn }),
    saysWhoPinned(on) {
      world.customs.pinLine = on ? 'written' : 'none';
    },
    tellsOwnMember(on) {
      world.customs.ownMember = on ? 'told' : 'untold';
    },
    hidesUnviewed(on) {
      world.customs.unviewed = on ? 'hidden' : 'told';
    },
    tellsOwnRights(on) {
      world.customs.ownRightsChosen = on ? 'told' : 'untold';
    },
    keepsForms(on) {
      world.customs.forms = on ? 'as first seen' : 'as told';
    },
    tellsMembersBy(most) {
      world.customs.membersPerChunk = most;
    },
  };
}

/** Events whose own id is a guild's. */
const ofGuild = new Set(['GUILD_CREATE', 'GUILD_UPDATE', 'GUILD_DELETE']);
