/** Which channels are there, and who may see them: from the cache, which came with GUILD_CREATE and is kept current by events. */
import {
  type APITextChannel,
  ChannelType,
  type GuildBasedChannel,
  type GuildChannel,
  OverwriteType,
  PermissionFlagsBits,
  type Role,
  Routes,
} from 'discord.js';
import type { Onlookers } from '../../domain/difference.ts';
import type { Channel, Inhabitant, Presence } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { askingAfter } from './asking-after.ts';
import { categories, closedTitle } from './categories.ts';
import { away, type Guilds } from './guilds.ts';
import type { Reach } from './reach.ts';
import { facilitatorRights, held, isIn, newlyHeld, type Overwrite, owedAs } from './rights.ts';
import { isHidden, sees } from './sight.ts';

export interface Presences {
  ownSpaces(): Promise<ReadonlyMap<string, readonly string[]>>;
  spaces(guild: string, which: readonly string[], closed: readonly string[]): Promise<ReadonlyMap<string, Presence>>;
  members(
    space: Channel,
    bySight?: ReadonlySet<string>,
    lacking?: ReadonlyMap<string, string>,
  ): Promise<readonly Inhabitant[]>;
  gone(guild: string, accounts: readonly string[]): Promise<readonly string[]>;
  lapsed(space: Channel): Promise<readonly string[]>;
}

const { ViewChannel: view, Administrator: all } = PermissionFlagsBits;

export function presences(reach: Reach): Presences {
  const asked = askingAfter(reach);
  const ours = categories(reach.guilds.client, reach.calls);
  const closed = categories(reach.guilds.client, reach.calls, closedTitle);

  function channelsOf(guild: string): ReadonlyMap<string, GuildBasedChannel> {
    const channels = reach.guilds.channelsOf(guild);
    if (!channels) throw away();
    return channels;
  }

  async function presenceOf(channel: GuildBasedChannel | undefined, id: string): Promise<Presence> {
    if (channel) return standing(reach.guilds, channel);
    return (await isThere(reach.calls.ask('GET', Routes.channel(id))))
      ? { state: 'out of reach' }
      : { state: 'deleted' };
  }

  /** Nobody tells who made a channel: ours stand below a category of ours, with the bot let in by name. */
  const isOurs = (channel: GuildBasedChannel, below = [ours]): boolean =>
    'permissionOverwrites' in channel &&
    (channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement) &&
    below.some(one => one.has(channel.guildId, channel.parentId)) &&
    channel.permissionOverwrites.cache.has(reach.guilds.bot);

  /** Whoever is in a space that the bot made, also in one that is closed, by what the cache says. */
  const inOurs = (guild: string): readonly string[] =>
    [...channelsOf(guild).values()]
      .filter(one => isOurs(one, [ours, closed]))
      .flatMap(one => cachedIn(one as Space).map(({ id }) => id))
      .filter(id => id !== reach.guilds.bot);

  return {
    async ownSpaces() {
      const guilds = [...reach.guilds.client.guilds.cache.keys()];
      return new Map(
        guilds.map(guild => {
          const all = [...(reach.guilds.channelsOf(guild)?.values() ?? [])];
          return [guild, all.filter(one => isOurs(one)).map(one => one.id)];
        }),
      );
    },
    async spaces(guild, which, closed) {
      const channels = channelsOf(guild);
      const found = new Map<string, Presence>();
      for (const id of which) found.set(id, await presenceOf(channels.get(id), id));
      for (const channel of closed.flatMap(id => channels.get(id) ?? []))
        found.set(channel.id, standing(reach.guilds, channel));
      return found;
    },
    async members({ workspace, id: space }, bySight, lacking) {
      const { channel, others, bot } = await letIn(reach, channelsOf(workspace).get(space), space);
      const listed = others.map(one => one.id);
      const unlisted = [...(bySight ?? [])].filter(id => !listed.includes(id));
      const { found: people } = await asked(workspace, [...listed, ...unlisted], () => inOurs(workspace));
      const may = mayOf(bot, reach.guilds.rightsIn(workspace), lacking);
      const here = others.flatMap(one => {
        const found = people.get(one.id);
        return found ? [{ id: one.id, name: found.name, ...may(one) }] : [];
      });
      const seeing = unlisted.flatMap(id => people.get(id) ?? []).filter(one => sees(channel, one));
      return [...here, ...seeing.map(({ id, name }) => ({ id, name }))];
    },
    gone: async (guild, accounts) => [...(await asked(guild, accounts, () => inOurs(guild))).gone],
    async lapsed({ workspace, id: space }) {
      const { others } = await letIn(reach, channelsOf(workspace).get(space), space);
      const ids = others.map(one => one.id);
      return [...(await asked(workspace, ids, () => inOurs(workspace))).gone];
    },
  };
}

/** Who has an overwrite of their own. */
async function letIn(reach: Reach, channel: GuildBasedChannel | undefined, space: string) {
  if (!channel || !('permissionOverwrites' in channel)) throw new PlatformError('gone', '10003', { whose: 'place' });
  if (isHidden(channel)) throw new PlatformError('forbidden', '50001', { whose: 'bot' }); // nobody is listed there, and yet they may all be in it
  const own = reach.echoes.pendingIn(space) ? await askedFor(reach, space) : cachedIn(channel); // the cache may be behind
  const bot = own.find(one => one.id === reach.guilds.bot);
  return { channel, bot, others: own.filter(one => one !== bot) };
}

export function standing(guilds: Guilds, channel: GuildBasedChannel): Exclude<Presence, { state: 'deleted' }> {
  if (isHidden(channel)) return { state: 'out of reach' };
  return { state: 'there', name: channel.name, seenBy: onlookers(guilds, channel) };
}

/**
 * Who needs no overwrite of their own: roles with one that shows it; and, where nothing hides it from everybody, whoever sees the server:
 * everybody, or those with a role for that. Administrators see all there is in any case.
 */
function onlookers({ isOfBot }: Guilds, channel: GuildBasedChannel): readonly Onlookers[] {
  if (!('permissionOverwrites' in channel)) return [];
  const { guild, permissionOverwrites: own } = channel;
  const hidden = isHiddenFromAll(channel);
  const seen = !hidden && (own.cache.get(guild.id)?.allow.has(view) || guild.roles.everyone.permissions.has(view));
  const letsIn = ({ id, permissions }: Role): boolean =>
    !hidden && !seen && !own.cache.get(id)?.deny.has(view) && permissions.has(view, false) && !permissions.has(all);
  const roles = guild.roles.cache.filter(
    role => role.id !== guild.id && !isOfBot(role) && (own.cache.get(role.id)?.allow.has(view) || letsIn(role)),
  );
  return [...(seen ? [{ id: guild.id }] : []), ...roles.map(({ id, name }) => ({ id, role: name }))];
}

export const isHiddenFromAll = (channel: GuildBasedChannel): boolean =>
  'permissionOverwrites' in channel && channel.permissionOverwrites.cache.get(channel.guildId)?.deny.has(view) === true;

/** What the bot could give nobody when it gave the others, or not to this one, nobody has taken away. */
function mayOf(
  bot: Overwrite | undefined,
  mine: bigint,
  lacking?: ReadonlyMap<string, string>,
): (one: Own) => Pick<Inhabitant, 'tends' | 'owed' | 'lacking'> {
  const newly = newlyHeld(bot, mine);
  return one => {
    const left = BigInt(lacking?.get(one.id) ?? 0) & ~one.allow; // given by hand it is theirs, and nobody's to give again
    const fresh = newly | held(left, mine);
    const tending = held(facilitatorRights, mine) & ~fresh;
    const owed = owedAs(one, mine, fresh);
    return {
      tends: (one.allow & tending) === tending,
      ...(owed.length > 0 && { owed }),
      ...(left !== 0n && { lacking: String(left) }),
    };
  };
}

interface Own extends Overwrite {
  readonly id: string;
}

type Space = Pick<GuildChannel, 'permissionOverwrites'>;

export const cachedIn = ({ permissionOverwrites }: Space): readonly Own[] =>
  permissionOverwrites.cache
    .filter(one => one.type === OverwriteType.Member)
    .map(({ id, allow, deny }) => ({ id, allow: allow.bitfield, deny: deny.bitfield }))
    .filter(isIn);

/** As Discord has them. */
async function askedFor({ calls }: Reach, space: string): Promise<readonly Own[]> {
  const { permission_overwrites = [] } = await calls.ask<APITextChannel>('GET', Routes.channel(space));
  return permission_overwrites
    .filter(one => one.type === OverwriteType.Member)
    .map(({ id, allow, deny }) => ({ id, allow: BigInt(allow), deny: BigInt(deny) }))
    .filter(isIn);
}

/** False where Discord itself says, by that very code, that it has it no more: of that a CoP closes. That the bot may not look at it is an answer, too. */
async function isThere(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (error.code === '10003') return false;
    if (error.kind !== 'forbidden' && error.kind !== 'gone') throw error;
  }
  return true;
}
