/** Invites into a server. https://docs.discord.com/developers/resources/channel#create-channel-invite */
import { type APIInvite, ChannelType, type Guild, PermissionFlagsBits as may, Routes } from 'discord.js';
import type { ChatPlatform } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import type { Reach } from './reach.ts';

export type Invites = Pick<ChatPlatform, 'makeInvite' | 'revokeInvite'>;

const inviting = 'https://discord.gg/';

export const invites = ({ calls, guilds }: Reach): Invites => ({
  /** `unique`: else Discord answers with one like it that was made before, and may be half used up. */
  async makeInvite({ id }, { to, people, forMs }) {
    const guild = guilds.client.guilds.cache.get(id);
    const channel = guild && leadsTo(guild, to);
    if (!channel) throw new PlatformError('forbidden', '50013', { whose: 'bot', needed: 'CreateInstantInvite' });
    const body = { max_age: Math.floor(forMs / 1000), max_uses: people, unique: true };
    const made = await calls.ask<APIInvite>('POST', Routes.channelInvites(channel), { body });
    return { channel, url: `${inviting}${made.code}` };
  },

  async revokeInvite(_workspace, { url }) {
    await calls.ask('DELETE', Routes.invite(url.slice(inviting.length))).catch((error: unknown) => {
      if (!(error instanceof PlatformError && error.code === '10006')) throw error;
    });
  },
});

/** Whoever comes in by it is to see something: the channel that was wished for, else the server's own for newcomers, else the first. */
function leadsTo(guild: Guild, wished: string | undefined): string | undefined {
  const texts = [...guild.channels.cache.values()]
    .filter(one => one.type === ChannelType.GuildText)
    .toSorted((a, b) => a.rawPosition - b.rawPosition)
    .map(one => one.id);
  return [wished, guild.systemChannelId, ...texts].find(id => id && mayInviteTo(guild, id)) ?? undefined;
}

function mayInviteTo(guild: Guild, id: string): boolean {
  const channel = guild.channels.cache.get(id);
  const { me } = guild.members;
  if (!channel || !me) return false;
  const isOpen = channel.permissionsFor(guild.roles.everyone).has(may.ViewChannel);
  return isOpen && channel.permissionsFor(me).has(may.ViewChannel | may.CreateInstantInvite);
}
