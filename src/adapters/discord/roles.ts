/**
 * Who sees a space may be otherwise though nothing of it was touched: a role is made, changed or deleted. Of the channels, Discord need
 * tell nothing then. https://docs.discord.com/developers/topics/permissions#permission-hierarchy
 */
import { Events, type Guild, type GuildBasedChannel, PermissionFlagsBits as may, type Role } from 'discord.js';
import type { Happening } from '../../platform/chat-platform.ts';
import { channelOf } from './invocation.ts';
import { isHiddenFromAll, standing } from './presence.ts';
import type { Reach } from './reach.ts';

const letsSee = may.ViewChannel | may.Administrator;

export function hearingOfRoles({ guilds, now }: Reach, tell: (events: readonly Happening[]) => void): void {
  const { client } = guilds;
  client.on(Events.GuildRoleCreate, role => tell(where(role, hangsOnRoles)));
  client.on(Events.GuildRoleUpdate, (before, after) => {
    if (((before.permissions.bitfield ^ after.permissions.bitfield) & letsSee) !== 0n) tell(where(after, hangsOnRoles));
  });
  client.on(Events.GuildRoleDelete, role => tell(where(role, one => hangsOnRoles(one) || names(one, role))));

  function where({ id: role, guild }: Role, concerns: (channel: GuildBasedChannel) => boolean): Happening[] {
    return channelsOf(guild)
      .filter(concerns)
      .flatMap((channel): Happening[] => {
        const presence = standing(guilds, channel);
        if (presence.state === 'out of reach') return [];
        const space = channelOf(guild.id, channel.id);
        return [{ kind: 'changed', id: `${channel.id}/changed/${role}/${now()}`, space, presence }];
      });
  }
}

const channelsOf = (guild: Guild): readonly GuildBasedChannel[] =>
  [...guild.channels.cache.values()].filter(one => 'permissionOverwrites' in one);

/** Nothing hides it from everybody: whoever sees the server sees it. */
const hangsOnRoles = (channel: GuildBasedChannel): boolean => !isHiddenFromAll(channel);

/** The role is gone from the cache by now, and what a channel says of it is not. */
const names = (channel: GuildBasedChannel, { id }: Role): boolean =>
  'permissionOverwrites' in channel && channel.permissionOverwrites.cache.has(id);
