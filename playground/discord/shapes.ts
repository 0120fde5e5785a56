/** State as Discord's API shows it. Shapes: discord.com/developers/docs/resources (user, guild, channel, message, application) */
import { inChannel, inGuild, isThread } from './permissions.ts';
import { timeOf } from './snowflake.ts';
import type { Attachment, Channel, Command, Guild, Json, Member, Message, Role, State, User } from './state.ts';
import { botId, iso, theUser, threadsOf, userById, type World } from './world.ts';

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
  ...(role.managed ? { tags: { bot_id: applicationId } } : {}),
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
    communication_disabled_until: null,
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

export const attachmentUrl = (world: World, message: { channelId: string }, file: Attachment): string =>
  `${world.origin()}/attachments/${message.channelId}/${file.id}/${encodeURIComponent(file.name)}`;

export function attachmentShape(world: World, message: { channelId: string }, file: Attachment): Json {
  const url = attachmentUrl(world, message, file);
  return {
    id: file.id,
    filename: file.name,
    size: file.bytes,
    url,
    proxy_url: url,
    content_type: file.type,
    ...(file.description ? { description: file.description } : {}),
  };
}

/** `attachment://name` replaced by the file's own address, everywhere below. */
export function withAddresses(world: World, message: Message, value: unknown): unknown {
  if (Array.isArray(value)) return value.map(v => withAddresses(world, message, v));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const name = key === 'url' && typeof inner === 'string' ? inner.match(/^attachment:\/\/(.+)$/)?.[1] : undefined;
      const file = message.attachments.find(a => a.name === name);
      return [key, file ? attachmentUrl(world, message, file) : withAddresses(world, message, inner)];
    }),
  );
}

/** Without the message content intent, these come empty unless the message is the bot's own, mentions it or is a direct one. discord.com/developers/docs/events/gateway#message-content-intent */
export const hiddenWithoutIntent = { content: '', embeds: [], attachments: [], components: [] };

export function isOpen(world: World, message: Message): boolean {
  const bot = botId(world);
  const direct = world.state.channels.some(c => c.id === message.channelId && c.type === 1);
  return direct || message.authorId === bot || message.mentions.includes(bot);
}

export function messageShape(
  world: World,
  message: Message,
  seesContent = world.state.application.messageContent,
): Json {
  const { state } = world;
  const shown = {
    content: message.content,
    embeds: withAddresses(world, message, message.embeds),
    components: withAddresses(world, message, message.components),
    attachments: message.attachments
      .filter(a => !JSON.stringify(message.embeds).includes(`"attachment://${a.name}"`))
      .map(a => attachmentShape(world, message, a)),
  };
  const referenced = message.reference
    ? state.channels
        .find(c => c.id === message.reference?.channel_id)
        ?.messages.find(m => m.id === message.reference?.message_id)
    : undefined;
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    author: userShape(theUser(world, message.authorId)),
    ...shown,
    ...(seesContent || isOpen(world, message) ? {} : hiddenWithoutIntent),
    timestamp: iso(timeOf(message.id)),
    edited_timestamp: message.editedAt === undefined ? null : iso(message.editedAt),
    tts: false,
    mention_everyone: message.mentionsEveryone,
    mentions: message.mentions.flatMap(id => userById(state, id) ?? []).map(userShape),
    mention_roles: message.mentionRoles,
    pinned: message.pinnedAt !== undefined,
    flags: message.flags,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(message.reference ? { message_reference: message.reference } : {}),
    ...(referenced && message.type === 19 ? { referenced_message: messageShape(world, referenced, seesContent) } : {}),
    ...(message.interaction
      ? { webhook_id: botId(world), application_id: botId(world), interaction_metadata: message.interaction }
      : {}),
  };
}

export function guildShape(world: World, guild: Guild): Json {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: guild.ownerId,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: guild.roles.map(r => roleShape(r, botId(world))),
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    max_members: 500_000,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: 'en-GB',
    nsfw_level: 0,
    incidents_data: null,
  };
}

/** GUILD_CREATE: without the presences intent, of the members only the bot itself. discord.com/developers/docs/events/gateway-events#guild-create */
export function wholeGuildShape(world: World, guild: Guild): Json {
  const own = guild.members.filter(m => m.userId === botId(world));
  const channels = world.state.channels.filter(c => c.guildId === guild.id && !isThread(c));
  const threads = channels
    .flatMap(c => threadsOf(world.state, c.id))
    .filter(t => !t.archived && inChannel(world.state, botId(world), t));
  return {
    ...guildShape(world, guild),
    joined_at: iso(own[0]?.joinedAt ?? 0),
    large: false,
    unavailable: false,
    member_count: guild.members.length,
    voice_states: [],
    members: own.map(m => memberShape(world, m)),
    channels: channels.map(c => channelShape(world, c)),
    threads: threads.map(t => channelShape(world, t)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export const memberWithPermissions = (world: World, guild: Guild, member: Member, channel?: Channel): Json => ({
  ...memberShape(world, member),
  permissions: String(channel ? inChannel(world.state, member.userId, channel) : inGuild(guild, member)),
});

export const commandShape = (world: World, command: Command): Json => ({
  ...command.rest,
  id: command.id,
  application_id: botId(world),
  ...(command.guildId ? { guild_id: command.guildId } : {}),
  version: command.version,
  type: command.type,
  name: command.name,
  description: command.description,
  options: command.options,
  default_member_permissions: command.defaultMemberPermissions,
  dm_permission: command.contexts?.includes(1) ?? true,
  contexts: command.guildId ? null : command.contexts,
  integration_types: command.integrationTypes,
  nsfw: false,
});

const flag = (place: number): number => 2 ** place;

/** The flags say which privileged intents the app has, in their form for apps in fewer than a hundred guilds. discord.com/developers/docs/resources/application#application-object-application-flags */
export function applicationShape(world: World): Json {
  const { application } = world.state;
  return {
    id: application.id,
    name: application.name,
    icon: null,
    description: '',
    summary: '',
    type: null,
    bot_public: true,
    bot_require_code_grant: false,
    is_monetized: false,
    verify_key: '0'.repeat(64),
    flags: (application.guildMembers ? flag(15) : 0) + (application.messageContent ? flag(19) : 0),
    hook: true,
    tags: [],
    bot: userShape(theUser(world, application.id)),
    owner: { ...userShape(theUser(world, application.id)), bot: false },
    team: null,
    approximate_guild_count: world.state.guilds.length,
    integration_types_config: { 0: {} },
  };
}
