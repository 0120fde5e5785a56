/** Which channels are there, and who may see them: from the cache, which came with GUILD_CREATE and is kept current by events. */
import {
  type APIGuildMember,
  type APITextChannel,
  type GuildBasedChannel,
  type GuildChannel,
  OverwriteType,
  PermissionFlagsBits,
  Routes,
} from 'discord.js';
import type { Channel, Inhabitant, Presence } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { nameOf } from './invocation.ts';
import type { Reach } from './reach.ts';
import { remembering } from './remembering.ts';
import { isIn } from './rights.ts';

export interface Presences {
  spaces(guild: string, which: readonly string[]): Promise<ReadonlyMap<string, Presence>>;
  members(space: Channel, believed: ReadonlySet<string>): Promise<readonly Inhabitant[]>;
}

/** So that a long list that was told to wait goes on where it was. */
const believedFor = { most: 5000, forMs: 5 * 60_000 };

export function presences(reach: Reach): Presences {
  const asked = remembering<Inhabitant | 'nobody'>({ ...believedFor, now: reach.now });

  function channelsOf(guild: string): ReadonlyMap<string, GuildBasedChannel> {
    const channels = reach.guilds.channelsOf(guild);
    if (!channels) throw new PlatformError('unreachable', 'guild_unavailable', { whose: 'bot' });
    return channels;
  }

  /** A bot is nobody; nor is who has left the server, whose overwrite may stay. */
  async function whoIs(guild: string, id: string): Promise<Inhabitant | 'nobody'> {
    const key = `${guild}/${id}`;
    const known = asked.recall(key);
    if (known) return known;
    const member = await orGone(reach.calls.ask<APIGuildMember>('GET', Routes.guildMember(guild, id)));
    const found = member && !member.user.bot ? { id, name: nameOf(member.user, member) } : 'nobody';
    asked.keep(key, found);
    return found;
  }

  async function presenceOf(channel: GuildBasedChannel | undefined, id: string): Promise<Presence> {
    const me = channel?.guild.members.me;
    if (channel && me && !channel.permissionsFor(me).has(PermissionFlagsBits.ViewChannel))
      return { state: 'out of reach' };
    if (channel) return { state: 'there', name: channel.name };
    return (await orGone(reach.calls.ask('GET', Routes.channel(id))))
      ? { state: 'out of reach' }
      : { state: 'deleted' };
  }

  async function askedFor(space: string): Promise<readonly string[]> {
    const { permission_overwrites = [] } = await reach.calls.ask<APITextChannel>('GET', Routes.channel(space));
    return permission_overwrites
      .filter(one => one.type === OverwriteType.Member && isIn({ allow: BigInt(one.allow), deny: BigInt(one.deny) }))
      .map(one => one.id);
  }

  return {
    async spaces(guild, which) {
      const channels = channelsOf(guild);
      const found = new Map<string, Presence>();
      for (const id of which) found.set(id, await presenceOf(channels.get(id), id));
      return found;
    },
    async members({ workspace, id: space }, believed) {
      const channel = channelsOf(workspace).get(space);
      if (!channel || !('permissionOverwrites' in channel))
        throw new PlatformError('gone', '10003', { whose: 'place' });
      const moving = [...believed].some(id => reach.echoes.pending(space, id)); // then the cache is behind
      const own = moving ? await askedFor(space) : cachedIn(channel);
      const people: Inhabitant[] = [];
      for (const id of own) {
        if (id === reach.guilds.bot) continue;
        const found = believed.has(id) ? { id, name: '' } : await whoIs(workspace, id);
        if (found !== 'nobody') people.push(found);
      }
      return people;
    },
  };
}

const cachedIn = ({ permissionOverwrites }: Pick<GuildChannel, 'permissionOverwrites'>): readonly string[] => [
  ...permissionOverwrites.cache
    .filter(one => one.type === OverwriteType.Member && isIn({ allow: one.allow.bitfield, deny: one.deny.bitfield }))
    .keys(),
];

/** Nothing where Discord has it no more. */
async function orGone<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof PlatformError && error.kind === 'gone') return undefined;
    throw error;
  }
}
