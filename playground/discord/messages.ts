/** Messages written, edited, deleted; whom they ring for. discord.com/developers/docs/resources/message#allowed-mentions-object */
import { numbered, placed } from './check-components.ts';
import { flags } from './check-message.ts';
import { isOpen, messageShape } from './message-shape.ts';
import { bit, inChannel } from './permissions.ts';
import { memberShape } from './shapes.ts';
import { nextId } from './snowflake.ts';
import type { Attachment, Channel, Json, Message } from './state.ts';
import { guildOf, sees, type World } from './world.ts';

export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly body: Uint8Array;
  readonly description?: string;
}

export interface Draft extends Partial<Omit<Message, 'id' | 'channelId'>> {
  readonly authorId: string;
  /** As given in `allowed_mentions`; all ring when left out. */
  readonly allowed?: Json | null;
}

const spoken = (content: string, components: readonly Json[]): string =>
  [content, ...placed(components).map(p => (p.component.type === 10 ? p.component.content : ''))]
    .join('\n')
    .replace(/```[\s\S]*?```|`[^`\n]*`/g, '');

type Called = Pick<Message, 'mentions' | 'mentionRoles' | 'mentionsEveryone' | 'rings'>;

/** Whom a text calls, as far as the author may and `allowed_mentions` lets it. */
function called(world: World, channel: Channel, draft: Draft): Called {
  const text = spoken(draft.content ?? '', draft.components ?? []);
  const { state } = world;
  const { allowed } = draft;
  const lets = (kind: 'users' | 'roles', id: string): boolean =>
    !allowed || (allowed.parse ?? []).includes(kind) || (allowed[kind] ?? []).includes(id);
  const ids = (pattern: RegExp): string[] => [...new Set([...text.matchAll(pattern)].map(m => m[1]!))];
  const mentions = ids(/<@!?(\d+)>/g).filter(id => state.users.some(u => u.id === id) && lets('users', id));
  const guild = guildOf(state, channel);
  const mayCallAll = Boolean(inChannel(state, draft.authorId, channel) & bit('MENTION_EVERYONE'));
  const roles = (guild?.roles ?? []).filter(r => ids(/<@&(\d+)>/g).includes(r.id) && lets('roles', r.id));
  const mentionsEveryone =
    Boolean(guild) &&
    mayCallAll &&
    /@(everyone|here)\b/.test(text) &&
    (!allowed || (allowed.parse ?? []).includes('everyone'));
  const ringing = roles.filter(r => r.mentionable || mayCallAll).map(r => r.id);
  const byRole = (guild?.members ?? []).filter(m => mentionsEveryone || m.roles.some(r => ringing.includes(r)));
  const quiet = draft.onlyFor !== undefined || Boolean((draft.flags ?? 0) & flags.silent);
  const rings = [...new Set([...mentions, ...byRole.map(m => m.userId)])].filter(
    id => id !== draft.authorId && sees(state, id, channel) && !state.users.some(u => u.id === id && u.bot),
  );
  return { mentions, mentionRoles: roles.map(r => r.id), mentionsEveryone, rings: quiet ? [] : rings };
}

export function keepFiles(world: World, uploads: readonly Upload[]): Attachment[] {
  return uploads.map(({ name, type, body, description }) => {
    const id = nextId(world.state, world.now());
    world.state.files[id] = Buffer.from(body).toString('base64');
    return { id, name, type, bytes: body.length, ...(description ? { description } : {}) };
  });
}

function tellOf(world: World, name: string, channel: Channel, message: Message): void {
  if (message.onlyFor !== undefined) return;
  const inServer = (id: string) => {
    const found = guildOf(world.state, channel)?.members.find(m => m.userId === id);
    return found && { member: memberShape(world, found, false) };
  };
  const shape = messageShape(world, message, true);
  const data = {
    ...shape,
    mentions: shape.mentions.map((user: Json) => ({ ...user, ...inServer(user.id) })),
    channel_type: channel.type,
    ...(channel.guildId ? { guild_id: channel.guildId } : {}),
    ...inServer(message.authorId),
  };
  world.tell(name, data, { guildId: channel.guildId, channel, open: isOpen(world, message) });
}

export function addMessage(world: World, channel: Channel, draft: Draft): Message {
  const { allowed: _, ...fields } = draft;
  const message: Message = {
    id: nextId(world.state, world.now()),
    channelId: channel.id,
    type: 0,
    content: '',
    embeds: [],
    attachments: [],
    flags: 0,
    ...fields,
    components: numbered(draft.components ?? []),
    ...called(world, channel, draft),
  };
  channel.messages.push(message);
  tellOf(world, 'MESSAGE_CREATE', channel, message);
  world.changed();
  return message;
}

export type Change = Partial<Pick<Message, 'content' | 'embeds' | 'components' | 'attachments' | 'flags'>> & {
  readonly allowed?: Json | null;
};

/** The first words of a deferred answer aren't an edit, and ring. */
export function editMessage(world: World, channel: Channel, message: Message, { allowed, ...change }: Change): void {
  const waited = Boolean(message.flags & flags.loading);
  Object.assign(message, change);
  if (change.components) message.components = numbered(change.components);
  if (waited) message.flags &= ~flags.loading;
  else message.editedAt = world.now();
  const now = called(world, channel, { ...message, allowed });
  Object.assign(message, waited ? now : { ...now, rings: message.rings });
  tellOf(world, 'MESSAGE_UPDATE', channel, message);
  world.changed();
}

/** At once, told of as one thing. */
export function deleteMessages(world: World, channel: Channel, messages: readonly Message[]): void {
  if (messages.length === 0) return;
  for (const message of messages) drop(world, channel, message);
  const ids = messages.filter(m => m.onlyFor === undefined).map(m => m.id);
  const data = { ids, channel_id: channel.id, guild_id: channel.guildId };
  world.tell('MESSAGE_DELETE_BULK', data, { guildId: channel.guildId, channel });
  world.changed();
}

function drop(world: World, channel: Channel, message: Message): void {
  channel.messages.splice(channel.messages.indexOf(message), 1);
  for (const file of message.attachments) delete world.state.files[file.id];
}

export function deleteMessage(world: World, channel: Channel, message: Message): void {
  drop(world, channel, message);
  if (message.onlyFor === undefined)
    world.tell(
      'MESSAGE_DELETE',
      { id: message.id, channel_id: channel.id, ...(channel.guildId ? { guild_id: channel.guildId } : {}) },
      { guildId: channel.guildId, channel },
    );
  world.changed();
}

/** The message comes first, then the channel. */
function tellPins(world: World, channel: Channel, message: Message, last = channel.lastPinAt): void {
  const data = {
    channel_id: channel.id,
    ...(channel.guildId ? { guild_id: channel.guildId } : {}),
    last_pin_timestamp: last === undefined ? null : new Date(last).toISOString(),
  };
  tellOf(world, 'MESSAGE_UPDATE', channel, message);
  world.tell('CHANNEL_PINS_UPDATE', data, { guildId: channel.guildId, channel });
}

/** Discord then says in the channel who pinned it (a message of type 6); another server may not. */
export function pinMessage(world: World, channel: Channel, message: Message, by: string): void {
  if (message.pinnedAt !== undefined) return;
  const latest = Math.max(0, ...channel.messages.map(m => m.pinnedAt ?? 0));
  message.pinnedAt = Math.max(world.now(), latest + 1);
  channel.lastPinAt = message.pinnedAt;
  tellPins(world, channel, message);
  if (world.customs.pinLine === 'none') {
    world.changed();
    return;
  }
  const place = { channel_id: channel.id, message_id: message.id };
  const reference = { type: 0, ...place, ...(channel.guildId ? { guild_id: channel.guildId } : {}) };
  addMessage(world, channel, { authorId: by, type: 6, reference });
}

export function unpinMessage(world: World, channel: Channel, message: Message): void {
  if (message.pinnedAt === undefined) return;
  delete message.pinnedAt;
  const last = channel.lastPinAt;
  const told = { exact: last, off: last && last + 4, now: world.now() }[world.customs.pinTimeAfterUnpin];
  tellPins(world, channel, message, told);
  world.changed();
}

export const pinned = (channel: Channel): Message[] =>
  channel.messages.filter(m => m.pinnedAt !== undefined).sort((a, b) => b.pinnedAt! - a.pinnedAt!);
