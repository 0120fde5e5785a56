/** People, roles and channels as Discord's API shows them. discord.com/developers/docs/resources/user, …/guild, …/channel */
import { inChannel, inGuild, isThread } from './permissions.ts';
import { timeOf } from './snowflake.ts';
import type { Channel, Guild, Json, Member, Role, State, User } from './state.ts';
import { botId, iso, theUser, type World } from './world.ts';

export function userShape(user: User): Json {
  return {
    id: user.id,
    username: user.username,
    discriminator: user.bot ? '0001' : '0',
    global_name: user.bot ? null : user.name,
    avatar: null,
    bot: user.bot,
    system: false,
    public_flags: 0,
    flags: 0,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
    clan: null,
  };
}

export const roleShape = (role: Role, applicationId: string): Json => ({
  id: role.id,
  name: role.name,
  permissions: role.permissions,
  position: role.position,
  color: role.color,
  colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
  hoist: role.hoist,
  managed: role.managed,
  mentionable: role.mentionable,
  icon: null,
  unicode_emoji: null,
  description: null,
  flags: 0,
  ...(role.managed ? { tags: role.boosters ? { premium_subscriber: null } : { bot_id: applicationId } } : {}),
});

export function memberShape(world: World, member: Member, withUser = true): Json {
  return {
    ...(withUser ? { user: userShape(theUser(world, member.userId)) } : {}),
    nick: member.nick,
    avatar: null,
    banner: null,
    roles: member.roles,
    joined_at: iso(member.joinedAt),
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: member.timedOutUntil === undefined ? null : iso(member.timedOutUntil),
  };
}

function threadShape(state: State, thread: Channel): Json {
  const isIn = thread.threadMembers.includes(state.application.id);
  return {
    owner_id: thread.ownerId,
    message_count: thread.messages.length,
    total_message_sent: thread.messages.length,
    member_count: Math.min(50, thread.threadMembers.length),
    thread_metadata: {
      archived: thread.archived,
      locked: thread.locked,
      auto_archive_duration: thread.autoArchive,
      archive_timestamp: iso(timeOf(thread.id)),
      create_timestamp: iso(timeOf(thread.id)),
      ...(thread.type === 12 ? { invitable: thread.invitable } : {}),
    },
    ...(isIn ? { member: threadMemberShape(thread, state.application.id) } : {}),
  };
}

export const threadMemberShape = (thread: Channel, userId: string): Json => ({
  id: thread.id,
  user_id: userId,
  join_timestamp: iso(timeOf(thread.id)),
  flags: 1,
});

export function channelShape(world: World, channel: Channel): Json {
  const { state } = world;
  const last = channel.messages.findLast(m => m.onlyFor === undefined)?.id ?? null;
  const pinned = channel.lastPinAt === undefined ? null : iso(channel.lastPinAt);
  if (!channel.guildId) {
    const others = channel.recipients.filter(id => id !== botId(world)).map(id => userShape(theUser(world, id)));
    return { id: channel.id, type: 1, last_message_id: last, last_pin_timestamp: pinned, flags: 0, recipients: others };
  }
  return {
    id: channel.id,
    guild_id: channel.guildId,
    type: channel.type,
    name: channel.name,
    parent_id: channel.parentId,
    flags: 0,
    rate_limit_per_user: channel.slowmode,
    ...(channel.type === 4 ? {} : { last_message_id: last, last_pin_timestamp: pinned }),
    ...(isThread(channel)
      ? threadShape(state, channel)
      : {
          topic: channel.topic,
          position: channel.position,
          nsfw: false,
          permission_overwrites: channel.overwrites,
        }),
  };
}

export const memberWithPermissions = (world: World, guild: Guild, member: Member, channel?: Channel): Json => ({
  ...memberShape(world, member),
  permissions: String(channel ? inChannel(world.state, member.userId, channel) : inGuild(guild, member)),
});
