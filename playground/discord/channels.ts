/** Channels, threads and roles changed, by whomever: the state and the events. discord.com/developers/docs/resources/channel */
import { newChannel } from './founding.ts';
import { addMessage } from './messages.ts';
import { isThread, may } from './permissions.ts';
import { channelShape, memberShape, roleShape, threadMemberShape } from './shapes.ts';
import { tellSight, toldShape } from './sight.ts';
import type { Channel, Guild, Member, Overwrite, Role, User } from './state.ts';
import { botId, guildOf, threadsOf, type World } from './world.ts';

/** Text channels: lower case, hyphens for spaces, no punctuation. Discord does so without a word. */
export function normalName(name: string, type: number): string {
  if (type !== 0 && type !== 5) return name.trim();
  return name
    .toLowerCase()
    .trim()
    .replace(/\s+/g, '-')
    .replace(/[!"#$%&'()*+,./:;<=>?@[\\\]^`{|}~]/g, '')
    .replace(/-{2,}/g, '-');
}

export const forbiddenName = 'Contains words not allowed for servers in Server Discovery.';

export const isForbidden = ({ forbidden = [] }: Guild, name: string): boolean =>
  forbidden.some(word => name.toLowerCase().includes(word.toLowerCase()));

function tellChannel(world: World, event: 'CREATE' | 'UPDATE' | 'DELETE', channel: Channel): void {
  const place = { guildId: channel.guildId };
  if (isThread(channel)) world.tell(`THREAD_${event}`, threadEvent(world, event, channel), { ...place, channel });
  else {
    world.tell(`CHANNEL_${event}`, toldShape(world, channel), place);
    if (channel.guildId) tellSight(world, channel.guildId, one => one.type === 4 && one.id !== channel.id);
  }
  world.changed();
}

const threadEvent = (world: World, event: string, { id, guildId, parentId, type }: Channel) =>
  event === 'DELETE'
    ? { id, guild_id: guildId, parent_id: parentId, type }
    : {
        ...channelShape(world, world.state.channels.find(c => c.id === id)!),
        ...(event === 'CREATE' ? { newly_created: true } : {}),
      };

export function createChannel(
  world: World,
  guild: Guild,
  fields: Partial<Channel> & Pick<Channel, 'type' | 'name'>,
): Channel {
  const name = normalName(fields.name, fields.type);
  const channel = newChannel(world.state, world.now(), { ...fields, name, guildId: guild.id });
  tellChannel(world, 'CREATE', channel);
  return channel;
}

export function updateChannel(world: World, channel: Channel, fields: Partial<Channel>): void {
  Object.assign(channel, fields);
  if (fields.name !== undefined) channel.name = normalName(fields.name, channel.type);
  tellChannel(world, 'UPDATE', channel);
}

/** Its threads go with it; a category's channels stay and stand alone. */
export function deleteChannel(world: World, channel: Channel): void {
  const { channels } = world.state;
  for (const thread of threadsOf(world.state, channel.id)) channels.splice(channels.indexOf(thread), 1);
  channels.splice(channels.indexOf(channel), 1);
  tellChannel(world, 'DELETE', channel);
  for (const child of channels.filter(c => c.parentId === channel.id)) updateChannel(world, child, { parentId: null });
  world.changed();
}

export function setOverwrite(world: World, channel: Channel, overwrite: Overwrite): void {
  const others = channel.overwrites.filter(o => o.id !== overwrite.id);
  updateChannel(world, channel, { overwrites: [...others, overwrite] });
}

export function removeOverwrite(world: World, channel: Channel, id: string): void {
  updateChannel(world, channel, { overwrites: channel.overwrites.filter(o => o.id !== id) });
}

export function createThread(world: World, parent: Channel, by: string, fields: Partial<Channel>): Channel {
  const thread = newChannel(world.state, world.now(), {
    name: '',
    type: 11,
    ...fields,
    guildId: parent.guildId,
    parentId: parent.id,
    ownerId: by,
    threadMembers: [by],
  });
  tellChannel(world, 'CREATE', thread);
  if (thread.type !== 12)
    addMessage(world, parent, {
      authorId: by,
      type: 18,
      content: thread.name,
      reference: { type: 0, channel_id: thread.id, guild_id: thread.guildId },
    });
  return thread;
}

function tellThreadMembers(world: World, thread: Channel, added: readonly string[], removed: readonly string[]): void {
  const guild = guildOf(world.state, thread);
  const addedMembers = added.map(id => {
    const member = guild?.members.find(m => m.userId === id);
    return {
      ...threadMemberShape(thread, id),
      ...(member ? { member: memberShape(world, member) } : {}),
      presence: null,
    };
  });
  const data = { id: thread.id, guild_id: thread.guildId, member_count: thread.threadMembers.length };
  const lists = { added_members: addedMembers, removed_member_ids: removed };
  world.tell('THREAD_MEMBERS_UPDATE', { ...data, ...lists }, { guildId: thread.guildId, channel: thread });
  world.changed();
}

export function addToThread(world: World, thread: Channel, userId: string): void {
  if (thread.threadMembers.includes(userId)) return;
  const unseen = !may(world.state, botId(world), thread, 'VIEW_CHANNEL');
  thread.threadMembers.push(userId);
  if (userId === botId(world) && unseen)
    world.tell('THREAD_CREATE', channelShape(world, thread), { guildId: thread.guildId, channel: thread });
  tellThreadMembers(world, thread, [userId], []);
}

export function takeFromThread(world: World, thread: Channel, userId: string): void {
  const place = thread.threadMembers.indexOf(userId);
  if (place < 0) return;
  thread.threadMembers.splice(place, 1);
  tellThreadMembers(world, thread, [], [userId]);
}

export function tellRole(world: World, event: 'CREATE' | 'UPDATE' | 'DELETE', guild: Guild, role: Role): void {
  const told = event === 'DELETE' ? { role_id: role.id } : { role: roleShape(role, botId(world)) };
  world.tell(`GUILD_ROLE_${event}`, { guild_id: guild.id, ...told }, { guildId: guild.id });
  tellSight(world, guild.id);
  world.changed();
}

/** Nobody has it any more, and no channel names it; of those, Discord tells nothing apart. */
export function dropRole(world: World, guild: Guild, role: Role): void {
  guild.roles.splice(guild.roles.indexOf(role), 1);
  for (const member of guild.members) member.roles = member.roles.filter(r => r !== role.id);
  for (const channel of world.state.channels) channel.overwrites = channel.overwrites.filter(o => o.id !== role.id);
  tellRole(world, 'DELETE', guild, role);
}

export function tellMember(world: World, event: 'ADD' | 'UPDATE' | 'REMOVE', guild: Guild, member: Member): void {
  const shape = memberShape(world, member);
  const data = event === 'REMOVE' ? { guild_id: guild.id, user: shape.user } : { guild_id: guild.id, ...shape };
  world.tell(`GUILD_MEMBER_${event}`, data, { guildId: guild.id });
  if (member.userId === botId(world)) tellSight(world, guild.id);
  world.changed();
}

/** Nothing is said of a role or a person any more, in no channel. */
export function forget(world: World, guild: Guild, id: string): void {
  for (const channel of world.state.channels)
    if (channel.guildId === guild.id && channel.overwrites.some(o => o.id === id)) removeOverwrite(world, channel, id);
}

export function renameUser(world: World, user: User, name: string): void {
  user.name = name;
  for (const guild of world.state.guilds)
    for (const member of guild.members) if (member.userId === user.id) tellMember(world, 'UPDATE', guild, member);
  world.changed();
}

/** Whether their overwrites stay where they are is said differently. */
export function removeMember(world: World, guild: Guild, member: Member): void {
  guild.members.splice(guild.members.indexOf(member), 1);
  for (const thread of world.state.channels.filter(c => c.guildId === guild.id))
    if (thread.threadMembers.includes(member.userId)) takeFromThread(world, thread, member.userId);
  tellMember(world, 'REMOVE', guild, member);
  if (world.customs.leaversRights === 'dropped') forget(world, guild, member.userId);
}
