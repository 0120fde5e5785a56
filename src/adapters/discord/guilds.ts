/** What the cache says of guilds and spaces, and what Discord says where the cache can't be sure. */
import { type APITextChannel, type Client, type GuildBasedChannel, OverwriteType, Routes } from 'discord.js';
import type { Channel } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import type { Calls } from './calls.ts';
import type { Echoes } from './echoes.ts';
import type { Overwrite } from './rights.ts';
import { isHidden } from './sight.ts';

export const away = () => new PlatformError('unreachable', 'guild_unavailable', { whose: 'bot' });

/** All rights: Discord itself says no to what the bot doesn't hold. */
const unknownRights = ~(~0n << 60n);

export interface Guilds {
  readonly bot: string;
  readonly client: Client<true>;
  /** What the bot may do in the whole guild. */
  rightsIn(guild: string): bigint;
  /** Its name and topic. */
  describedAs(space: Channel): Promise<{ readonly name: string; readonly topic: string }>;
  overwriteOf(space: Channel, person: string): Promise<Overwrite | undefined>;
  /** The role that came with it, if one did. */
  ownRole(guild: string): string | undefined;
  /** A role that came with a bot: no person ever has it. */
  isOfBot(role: { readonly id: string }): boolean;
  /** Where a channel or an open thread stands; none for a direct message. */
  serverOf(channel: string): string | undefined;
  /** All channels of a guild. Nothing where the cache can't be sure: the guild is away, or nobody tells what changes. */
  channelsOf(guild: string): ReadonlyMap<string, GuildBasedChannel> | undefined;
  /** Fails where it is known to be away, so that nothing is asked in vain. */
  expectHere(guild: string): void;
}

/** `isCurrent`: while the connection is broken off, nobody tells what changes. */
export function guildsOf(client: Client<true>, calls: Calls, echoes: Echoes, isCurrent: () => boolean): Guilds {
  /** Nothing of what the bot may not see: of that Discord says by itself that it may not. */
  const cached = (space: Channel) => {
    if (!isCurrent()) return undefined;
    const channel = client.channels.cache.get(space.id);
    return channel && 'permissionOverwrites' in channel && !isHidden(channel) ? channel : undefined;
  };
  const ask = (space: Channel) => calls.ask<APITextChannel>('GET', Routes.channel(space.id));
  return {
    bot: client.user.id,
    client,
    rightsIn: guild => client.guilds.cache.get(guild)?.members.me?.permissions.bitfield ?? unknownRights,
    ownRole: guild => client.guilds.cache.get(guild)?.roles.botRoleFor(client.user.id)?.id,
    isOfBot: ({ id }) => client.guilds.cache.some(guild => guild.roles.cache.get(id)?.tags?.botId !== undefined),
    serverOf(channel) {
      const found = client.channels.cache.get(channel);
      return found && 'guildId' in found ? found.guildId : undefined;
    },
    channelsOf(guild) {
      const here = client.guilds.cache.get(guild);
      return isCurrent() && here?.available ? here.channels.cache : undefined;
    },
    expectHere(guild) {
      if (client.guilds.cache.get(guild)?.available === false) throw away();
    },
    async describedAs(space) {
      const channel = cached(space);
      const { name, topic } = channel && 'topic' in channel ? channel : await ask(space);
      return { name, topic: topic ?? '' };
    },
    async overwriteOf(space, person) {
      const channel = echoes.pending(space.id, person) ? undefined : cached(space);
      if (channel) {
        const found = channel.permissionOverwrites.cache.get(person);
        return found && { allow: found.allow.bitfield, deny: found.deny.bitfield };
      }
      const { permission_overwrites = [] } = await ask(space);
      const found = permission_overwrites.find(one => one.id === person && one.type === OverwriteType.Member);
      return found && { allow: BigInt(found.allow), deny: BigInt(found.deny) };
    },
  };
}
