/** Permission bits, and who may do what where. discord.com/developers/docs/topics/permissions#permission-overwrites */
import type { Channel, Guild, Member, State } from './state.ts';

/** Name and the place of its bit. */
const places = {
  CREATE_INSTANT_INVITE: 0,
  KICK_MEMBERS: 1,
  BAN_MEMBERS: 2,
  ADMINISTRATOR: 3,
  MANAGE_CHANNELS: 4,
  MANAGE_GUILD: 5,
  ADD_REACTIONS: 6,
  VIEW_AUDIT_LOG: 7,
  VIEW_CHANNEL: 10,
  SEND_MESSAGES: 11,
  MANAGE_MESSAGES: 13,
  EMBED_LINKS: 14,
  ATTACH_FILES: 15,
  READ_MESSAGE_HISTORY: 16,
  MENTION_EVERYONE: 17,
  USE_EXTERNAL_EMOJIS: 18,
  CONNECT: 20,
  SPEAK: 21,
  CHANGE_NICKNAME: 26,
  MANAGE_NICKNAMES: 27,
  MANAGE_ROLES: 28,
  MANAGE_WEBHOOKS: 29,
  USE_APPLICATION_COMMANDS: 31,
  MANAGE_THREADS: 34,
  CREATE_PUBLIC_THREADS: 35,
  CREATE_PRIVATE_THREADS: 36,
  SEND_MESSAGES_IN_THREADS: 38,
  MODERATE_MEMBERS: 40,
  PIN_MESSAGES: 51,
} as const;

export type PermissionName = keyof typeof places;
const permissionNames = Object.keys(places) as PermissionName[];
export const bit = (name: PermissionName): bigint => 1n << BigInt(places[name]);
export const bits = (...names: PermissionName[]): bigint => names.reduce((all, name) => all | bit(name), 0n);
export const namesOf = (value: bigint): PermissionName[] => permissionNames.filter(name => value & bit(name));
/** By the names that people gave; throws at one that there isn't. */
export function bitsOf(names: readonly string[]): bigint {
  const unknown = names.find(name => !(name in places));
  if (unknown !== undefined) throw new Error(`there is no permission "${unknown}"`);
  return bits(...(names as PermissionName[]));
}
const everything = (1n << 53n) - 1n;

export const everyonesPermissions = bits(
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'SEND_MESSAGES_IN_THREADS',
  'READ_MESSAGE_HISTORY',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'ADD_REACTIONS',
  'MENTION_EVERYONE',
  'CREATE_PUBLIC_THREADS',
  'USE_APPLICATION_COMMANDS',
  'CHANGE_NICKNAME',
  'CONNECT',
  'SPEAK',
);

export const botsPermissions = bits(
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'MANAGE_CHANNELS',
  'MANAGE_ROLES',
  'MANAGE_MESSAGES',
  'PIN_MESSAGES',
  'MANAGE_THREADS',
  'CREATE_PUBLIC_THREADS',
  'CREATE_PRIVATE_THREADS',
  'SEND_MESSAGES_IN_THREADS',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'READ_MESSAGE_HISTORY',
);

/** What both sides of a direct message may do there. */
export const directPermissions = bits(
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'READ_MESSAGE_HISTORY',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'ADD_REACTIONS',
  'PIN_MESSAGES',
  'USE_APPLICATION_COMMANDS',
  'MENTION_EVERYONE',
);

/** Of a channel for announcements, public, private. */
export const isThread = ({ type }: Pick<Channel, 'type'>): boolean => type === 10 || type === 11 || type === 12;

export function inGuild(guild: Guild, member: Member): bigint {
  if (guild.ownerId === member.userId) return everything;
  const held = guild.roles.filter(r => r.id === guild.id || member.roles.includes(r.id));
  const all = held.reduce((sum, role) => sum | BigInt(role.permissions), 0n);
  return all & bit('ADMINISTRATOR') ? everything : all;
}

/** Of a channel's; administrators keep all. discord.com/developers/docs/topics/permissions#permissions-for-timed-out-members */
const leftInTimeOut = bits('VIEW_CHANNEL', 'READ_MESSAGE_HISTORY');

interface Standing {
  readonly guild: Guild;
  readonly member: Member;
  readonly inAll: bigint;
}

function standingIn(state: State, userId: string, guildId: string | undefined): Standing | undefined {
  const guild = state.guilds.find(g => g.id === guildId);
  const member = guild?.members.find(m => m.userId === userId);
  return guild && member && { guild, member, inAll: inGuild(guild, member) };
}

function throughOverwrites({ guild, member, inAll }: Standing, channel: Channel): bigint {
  if (inAll === everything) return inAll;
  const apply = (value: bigint, these: Channel['overwrites']): bigint => {
    const deny = these.reduce((sum, o) => sum | BigInt(o.deny), 0n);
    const allow = these.reduce((sum, o) => sum | BigInt(o.allow), 0n);
    return (value & ~deny) | allow;
  };
  const everyone = channel.overwrites.filter(o => o.id === guild.id);
  const roles = channel.overwrites.filter(o => o.type === 0 && o.id !== guild.id && member.roles.includes(o.id));
  const own = channel.overwrites.filter(o => o.type === 1 && o.id === member.userId);
  const value = apply(apply(apply(inAll, everyone), roles), own);
  if (!(value & bit('VIEW_CHANNEL'))) return 0n;
  return member.timedOutUntil === undefined ? value : value & leftInTimeOut;
}

/** In a thread, its parent's permissions; a private thread is for its members and who manages threads. */
function rights(userId: string, channel: Channel, standing?: Standing, parent?: Channel): bigint {
  if (!channel.guildId) return channel.recipients.includes(userId) ? directPermissions : 0n;
  if (!standing) return 0n;
  if (!isThread(channel)) return throughOverwrites(standing, channel);
  const value = parent ? throughOverwrites(standing, parent) : 0n;
  const isIn = channel.type !== 12 || channel.threadMembers.includes(userId) || value & bit('MANAGE_THREADS');
  return isIn ? value : 0n;
}

/** All that a user may do in a channel; 0 for who isn't there. */
export function inChannel(state: State, userId: string, channel: Channel): bigint {
  const parent = isThread(channel) ? state.channels.find(c => c.id === channel.parentId) : undefined;
  return rights(userId, channel, standingIn(state, userId, channel.guildId), parent);
}

/** The same of many at one moment: who they are, and what stands below what, is looked up once. */
export function inEach(state: State, userId: string): (channel: Channel) => bigint {
  const standings = new Map(state.guilds.map(({ id }) => [id, standingIn(state, userId, id)]));
  let byId: ReadonlyMap<string, Channel> | undefined;
  const parentOf = ({ parentId }: Channel): Channel | undefined => {
    byId ??= new Map(state.channels.map(channel => [channel.id, channel]));
    return byId.get(parentId ?? '');
  };
  return channel =>
    rights(userId, channel, standings.get(channel.guildId ?? ''), isThread(channel) ? parentOf(channel) : undefined);
}

export const may = (state: State, userId: string, channel: Channel, ...names: PermissionName[]): boolean => {
  const wanted = bits(...names);
  return (inChannel(state, userId, channel) & wanted) === wanted;
};

/** A thread that is closed, and locked so that only who manages threads opens it again. discord.com/developers/docs/topics/threads#locked-threads */
export const isShutTo = (state: State, userId: string, channel: Channel): boolean =>
  isThread(channel) && channel.archived && channel.locked && !may(state, userId, channel, 'MANAGE_THREADS');
