/** What people do to the pins of a channel. */
import {
  type APIMessage,
  ChannelType,
  type GatewayChannelPinsUpdateDispatchData,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
  type GatewayMessageUpdateDispatchData,
  MessageType,
  Routes,
} from 'discord.js';
import { untilAnswered } from '../../platform/again.ts';
import type { Channel, Happening, Visitor } from '../../platform/chat-platform.ts';
import { inTurn } from '../../platform/in-turn.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import type { Guilds } from './guilds.ts';
import { channelOf, nameOf } from './invocation.ts';
import { pinChanges } from './pin-changes.ts';
import type { Reach } from './reach.ts';
import { toSharedMessage } from './shared-message.ts';

export function hearingPins(reach: Reach, tell: (events: Promise<readonly Happening[]>) => void): void {
  const { client } = reach.guilds;
  const oneByOne = inTurn();
  const changes = pinChanges(reach, {
    unpinned: (channel, guild) => tell(Promise.resolve([changed(reach, 'unpinned', guild, channel)])),
    untold: (channel, guild) => tell(Promise.resolve([changed(reach, 'pins-unread', guild, channel)])),
  });
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
    if (!saysWhoPinned(message)) return;
    changes.noticed(message.channel_id);
    tell(oneByOne(message.channel_id, () => pinned(reach, message)));
  });
  client.ws.on(GatewayDispatchEvents.MessageUpdate, (message: GatewayMessageUpdateDispatchData) =>
    changes.told(message.channel_id, message.pinned),
  );
  client.ws.on(GatewayDispatchEvents.ChannelPinsUpdate, (change: GatewayChannelPinsUpdateDispatchData) => {
    if (change.guild_id) changes.changed(change.channel_id, change.guild_id);
  });
}

const saysWhoPinned = ({ type, guild_id, message_reference }: GatewayMessageCreateDispatchData): boolean =>
  type === MessageType.ChannelPinnedMessage && guild_id !== undefined && message_reference?.message_id !== undefined;

/** By whom it is, and which message it points to. */
async function pinned({ calls, guilds, ended }: Reach, notice: GatewayMessageCreateDispatchData): Promise<Happening[]> {
  const { guild_id, channel_id, author, member, message_reference } = notice;
  if (!guild_id || !message_reference?.message_id || author.id === guilds.bot) return [];
  const route = Routes.channelMessage(channel_id, message_reference.message_id);
  const space = spaceOf(guilds, guild_id, channel_id);
  const message = await untilAnswered(() => calls.ask<APIMessage>('GET', route), ended).catch(unlessUnread);
  if (!message) return [{ kind: 'pins-unread', id: notice.id, space }];
  const by: Visitor = { platform: 'discord', workspace: guild_id, id: author.id, name: nameOf(author, member) };
  return [{ kind: 'pinned', id: notice.id, by, message: toSharedMessage(message, space, channel_id) }];
}

/** For lack of *Read Message History*. */
function unlessUnread(error: unknown): undefined {
  if (!(error instanceof PlatformError) || error.kind !== 'forbidden') throw error;
}

/** Which message it was isn't told. */
function changed(
  { guilds, now }: Reach,
  kind: 'unpinned' | 'pins-unread',
  guild: string,
  channel: string,
): Extract<Happening, { kind: 'unpinned' | 'pins-unread' }> {
  return { kind, id: `${kind} ${channel} ${now()}`, space: spaceOf(guilds, guild, channel), within: channel };
}

/** What is said in a public thread is said in the space, in one of a channel for announcements too; a private one is not the space. */
export function spaceOf({ client }: Guilds, guild: string, channel: string): Channel {
  const place = client.channels.cache.get(channel);
  const isSaidInIt = place?.isThread() === true && place.type !== ChannelType.PrivateThread;
  return channelOf(guild, (isSaidInIt && place.parentId) || channel);
}
