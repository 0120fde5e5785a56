/** Messages and files as Discord's API shows them, and what is hidden from apps that may not read. discord.com/developers/docs/resources/message */
import { createHmac } from 'node:crypto';
import { userShape } from './shapes.ts';
import { timeOf } from './snowflake.ts';
import type { Attachment, Json, Message } from './state.ts';
import { botId, iso, theUser, userById, type World } from './world.ts';

const dayMs = 24 * 3600_000;

/** Good for a day from when it was shown. discord.com/developers/docs/reference#signed-attachment-cdn-urls */
function attachmentUrl(world: World, message: { channelId: string }, file: Attachment): string {
  const path = `/attachments/${message.channelId}/${file.id}/${encodeURIComponent(file.name)}`;
  const [is, ex] = [world.now(), world.now() + dayMs].map(at => Math.floor(at / 1000).toString(16)) as [string, string];
  return `${world.origin()}${path}?ex=${ex}&is=${is}&hm=${signature(world, path, ex, is)}&`;
}

const signature = (world: World, path: string, ex: string, is: string): string =>
  createHmac('sha256', world.state.application.token).update(`${path}?${ex}/${is}`).digest('hex');

export function isGood(world: World, { pathname, searchParams }: URL): boolean {
  const [ex = '', is = '', hm] = ['ex', 'is', 'hm'].map(name => searchParams.get(name) ?? '');
  return hm === signature(world, pathname, ex, is) && Number.parseInt(ex, 16) * 1000 > world.now();
}

export function attachmentShape(world: World, message: { channelId: string }, file: Attachment): Json {
  const url = attachmentUrl(world, message, file);
  return {
    id: file.id,
    filename: file.name,
    size: file.bytes,
    url,
    proxy_url: url,
    content_type: file.type,
    ...(file.description ? { description: file.description } : {}),
  };
}

/** `attachment://name` replaced by the file's own address, everywhere below. */
function withAddresses(world: World, message: Message, value: unknown): unknown {
  if (Array.isArray(value)) return value.map(v => withAddresses(world, message, v));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const name = key === 'url' && typeof inner === 'string' ? inner.match(/^attachment:\/\/(.+)$/)?.[1] : undefined;
      const file = message.attachments.find(a => a.name === name);
      return [key, file ? attachmentUrl(world, message, file) : withAddresses(world, message, inner)];
    }),
  );
}

/** Without the message content intent, these come empty unless the message is the bot's own, mentions it or is a direct one. discord.com/developers/docs/events/gateway#message-content-intent */
export const hiddenWithoutIntent = { content: '', embeds: [], attachments: [], components: [] };

export function isOpen(world: World, message: Message): boolean {
  const bot = botId(world);
  const direct = world.state.channels.some(c => c.id === message.channelId && c.type === 1);
  return direct || message.authorId === bot || message.mentions.includes(bot);
}

const reactionShape = (emoji: string, users: readonly string[], bot: string): Json => ({
  count: users.length,
  count_details: { burst: 0, normal: users.length },
  me: users.includes(bot),
  me_burst: false,
  burst_colors: [],
  emoji: { id: null, name: emoji },
});

export function messageShape(
  world: World,
  message: Message,
  seesContent = world.state.application.messageContent,
): Json {
  const { state } = world;
  const shown = {
    content: message.content,
    embeds: withAddresses(world, message, message.embeds),
    components: withAddresses(world, message, message.components),
    attachments: message.attachments
      .filter(a => !JSON.stringify([message.embeds, message.components]).includes(`"attachment://${a.name}"`))
      .map(a => attachmentShape(world, message, a)),
  };
  const referenced = message.reference
    ? state.channels
        .find(c => c.id === message.reference?.channel_id)
        ?.messages.find(m => m.id === message.reference?.message_id)
    : undefined;
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    author: userShape(theUser(world, message.authorId)),
    ...shown,
    ...(seesContent || isOpen(world, message) ? {} : hiddenWithoutIntent),
    timestamp: iso(timeOf(message.id)),
    edited_timestamp: message.editedAt === undefined ? null : iso(message.editedAt),
    tts: false,
    mention_everyone: message.mentionsEveryone,
    mentions: message.mentions.flatMap(id => userById(state, id) ?? []).map(userShape),
    mention_roles: message.mentionRoles,
    pinned: message.pinnedAt !== undefined,
    flags: message.flags,
    ...(message.reactions?.length
      ? { reactions: message.reactions.map(({ emoji, users }) => reactionShape(emoji, users, botId(world))) }
      : {}),
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(message.reference ? { message_reference: message.reference } : {}),
    ...(referenced && message.type === 19 ? { referenced_message: messageShape(world, referenced, seesContent) } : {}),
    ...(message.interaction
      ? { webhook_id: botId(world), application_id: botId(world), interaction_metadata: message.interaction }
      : {}),
  };
}
