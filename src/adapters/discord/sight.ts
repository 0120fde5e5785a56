/** Who is let see a channel, as Discord reckons it; that administrators see all there is says nothing of one. https://docs.discord.com/developers/topics/permissions#permission-overwrites */
import { ChannelFlags, type GuildChannel, PermissionFlagsBits } from 'discord.js';
import type { WithRoles } from './asking-after.ts';

const { ViewChannel: view } = PermissionFlagsBits;

type Place = Pick<GuildChannel, 'guild' | 'permissionOverwrites'>;

export function sees({ guild, permissionOverwrites: { cache: own } }: Place, { id, roles }: WithRoles): boolean {
  const held = [guild.id, ...roles].flatMap(role => guild.roles.cache.get(role) ?? []);
  let may = held.some(({ permissions }) => permissions.has(view, false));
  for (const those of [[guild.id], roles.filter(role => role !== guild.id), [id]]) {
    const here = those.flatMap(one => own.get(one) ?? []);
    if (here.some(({ deny }) => deny.has(view))) may = false;
    if (here.some(({ allow }) => allow.has(view))) may = true;
  }
  return may;
}

/** Told so by Discord: then of its name, its topic and its permissions nothing that the cache holds is true. https://docs.discord.com/developers/resources/channel#obfuscated-channels */
export const isObfuscated = ({ flags }: Pick<GuildChannel, 'flags'>): boolean =>
  flags.has(ChannelFlags.ChannelObfuscated);

/** The bot may not see it. The cache has it nevertheless: without anything of it, or with all, as Discord told it before November 2026. */
export function isHidden(channel: Pick<GuildChannel, 'flags' | 'guild' | 'permissionsFor'>): boolean {
  const { me } = channel.guild.members;
  return isObfuscated(channel) || (me !== null && !channel.permissionsFor(me).has(view));
}
