/** Which intents an event needs: [in guilds, in direct messages]. discord.com/developers/docs/events/gateway#list-of-intents */
export const intents = {
  guilds: 1,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  guildReactions: 1 << 10,
  directMessages: 1 << 12,
  directReactions: 1 << 13,
  messageContent: 1 << 15,
} as const;
const known = 0b11_0011_0001_1111_1111_1111_1111;

export const isKnown = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && ((value as number) & ~known) === 0;

const { guilds, guildMembers, guildMessages, guildReactions, directMessages, directReactions } = intents;

/** An event that isn't listed goes to everybody. */
export const needed: Readonly<Record<string, readonly [inGuild: number, inDirect: number]>> = {
  GUILD_CREATE: [guilds, 0],
  GUILD_UPDATE: [guilds, 0],
  GUILD_DELETE: [guilds, 0],
  GUILD_ROLE_CREATE: [guilds, 0],
  GUILD_ROLE_UPDATE: [guilds, 0],
  GUILD_ROLE_DELETE: [guilds, 0],
  CHANNEL_CREATE: [guilds, 0],
  CHANNEL_UPDATE: [guilds, 0],
  CHANNEL_DELETE: [guilds, 0],
  CHANNEL_PINS_UPDATE: [guilds, directMessages],
  THREAD_CREATE: [guilds, 0],
  THREAD_UPDATE: [guilds, 0],
  THREAD_DELETE: [guilds, 0],
  THREAD_MEMBERS_UPDATE: [guilds | guildMembers, 0],
  GUILD_MEMBER_ADD: [guildMembers, 0],
  GUILD_MEMBER_UPDATE: [guildMembers, 0],
  GUILD_MEMBER_REMOVE: [guildMembers, 0],
  MESSAGE_CREATE: [guildMessages, directMessages],
  MESSAGE_UPDATE: [guildMessages, directMessages],
  MESSAGE_DELETE: [guildMessages, directMessages],
  MESSAGE_DELETE_BULK: [guildMessages, 0],
  MESSAGE_REACTION_ADD: [guildReactions, directReactions],
  MESSAGE_REACTION_REMOVE: [guildReactions, directReactions],
};
