/** What people did in Discord's own way: a message pinned, somebody brought into a space or taken out of it, a channel deleted. */
import {
  type APIGuildMember,
  type APIMessage,
  ChannelType,
  Events,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
  type GuildChannel,
  MessageType,
  OverwriteType,
  Routes,
} from 'discord.js';
import type { Happening, Inbox, Visitor } from '../../platform/chat-platform.ts';
import type { Log } from '../../platform/log.ts';
import { patiently } from './calls.ts';
import { channelOf, nameOf } from './invocation.ts';
import type { Reach } from './reach.ts';
import { isIn } from './rights.ts';
import { toSharedMessage } from './shared-message.ts';

export function hearing(reach: Reach, log: Log, inbox: Pick<Inbox, 'happened'>): void {
  const { guilds } = reach;
  const tell = (events: Promise<readonly Happening[]>) =>
    void events
      .then(all => Promise.all(all.map(event => inbox.happened(event))))
      .catch((err: unknown) => log.warn({ err }, 'something that happened in a Discord server could not be looked at'));

  guilds.client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
    if (message.type === MessageType.ChannelPinnedMessage) tell(pinned(reach, message));
  });
  guilds.client.on(Events.ChannelUpdate, (before, after) => {
    if ('permissionOverwrites' in before && 'permissionOverwrites' in after) tell(moved(reach, before, after));
  });
  guilds.client.on(Events.ChannelDelete, channel => {
    if (channel.isDMBased()) return;
    const space = channelOf(channel.guildId, channel.id);
    tell(Promise.resolve([{ kind: 'closed', id: `${channel.id}/deleted`, space, how: 'deleted' }]));
  });
}

/** Discord tells of a pin by a system message in the channel: by whom it is, and which message it points to. */
async function pinned({ calls, guilds }: Reach, notice: GatewayMessageCreateDispatchData): Promise<Happening[]> {
  const { guild_id, channel_id, author, member, message_reference } = notice;
  if (!guild_id || !message_reference?.message_id || author.id === guilds.bot) return [];
  const message = await calls.ask<APIMessage>('GET', Routes.channelMessage(channel_id, message_reference.message_id));
  const place = guilds.client.channels.cache.get(channel_id);
  const shared = place?.type === ChannelType.PublicThread ? place.parentId : undefined; // a private thread is not the space
  const space = channelOf(guild_id, shared ?? channel_id);
  const by: Visitor = { platform: 'discord', workspace: guild_id, id: author.id, name: nameOf(author, member) };
  return [{ kind: 'pinned', id: notice.id, by, message: toSharedMessage(message, space, channel_id) }];
}

type Place = Pick<GuildChannel, 'id' | 'guildId' | 'permissionOverwrites'>;

async function moved(reach: Reach, before: Place, after: Place): Promise<Happening[]> {
  const { guilds, echoes, now } = reach;
  const peopleIn = ({ permissionOverwrites }: Place) => {
    const own = permissionOverwrites.cache.filter(one => one.type === OverwriteType.Member);
    return new Set(own.filter(one => isIn({ allow: one.allow.bitfield, deny: one.deny.bitfield })).keys());
  };
  const [then, thereafter] = [peopleIn(before), peopleIn(after)];
  const came = [...thereafter].filter(id => !then.has(id)).map(id => ({ kind: 'joined', id }) as const);
  const went = [...then].filter(id => !thereafter.has(id)).map(id => ({ kind: 'left', id }) as const);
  const changed = changedOverwrites(before, after).filter(id => echoes.heard(after.id, id));
  const byHand = [...came, ...went].filter(({ id }) => id !== guilds.bot && !changed.includes(id));
  const space = channelOf(after.guildId, after.id);
  const told: Happening[] = [];
  for (const { kind, id } of byHand) {
    const who = await whoIs(reach, after.guildId, id);
    if (who) told.push({ kind, id: `${after.id}/${id}/${kind}/${now()}`, space, who });
  }
  return told;
}

/** An overwrite names a person by id alone; a bot is nobody. Who has left the server since is still told of. */
async function whoIs({ calls }: Reach, workspace: string, id: string): Promise<Visitor | undefined> {
  const visitor = { platform: 'discord', workspace, id } as const;
  const route = Routes.guildMember(workspace, id);
  const member = await patiently(() => calls.ask<APIGuildMember>('GET', route)).catch(() => undefined);
  if (member?.user.bot) return undefined;
  return { ...visitor, name: member ? nameOf(member.user, member) : '' };
}

function changedOverwrites(before: Place, after: Place): string[] {
  const said = ({ permissionOverwrites }: Place) =>
    new Map(permissionOverwrites.cache.map(one => [one.id, `${one.allow.bitfield}/${one.deny.bitfield}`]));
  const [old, fresh] = [said(before), said(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].filter(id => old.get(id) !== fresh.get(id));
}
