/** Guilds, commands and the app itself as Discord's API shows them. discord.com/developers/docs/resources/guild and …/application */
import { inChannel, isThread } from './permissions.ts';
import { channelShape, memberShape, roleShape, userShape } from './shapes.ts';
import { toldShape } from './sight.ts';
import type { Command, Guild, Json } from './state.ts';
import { botId, iso, theUser, threadsOf, type World } from './world.ts';

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
    features: guild.forbidden?.length ? ['COMMUNITY', 'DISCOVERABLE'] : [],
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
    preferred_locale: guildLocale(guild),
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
    members: world.customs.ownMember === 'told' ? own.map(m => memberShape(world, m)) : [],
    channels: channels.map(c => toldShape(world, c)),
    threads: threads.map(t => channelShape(world, t)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export const guildLocale = ({ locale }: Guild): string => locale ?? 'en-GB';

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
