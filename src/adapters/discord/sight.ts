/** Who is let see a channel, as Discord reckons it; that administrators see all there is says nothing of one. https://docs.discord.com/developers/topics/permissions#permission-overwrites */
import { type GuildChannel, PermissionFlagsBits } from 'discord.js';
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
