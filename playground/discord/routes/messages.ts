/** Messages in channels. discord.com/developers/docs/resources/message */
import { type Call, count, id, type Routes } from '../call.ts';
import { drafted } from '../drafts.ts';
import { limits } from '../limits.ts';
import { messageShape } from '../message-shape.ts';
import { addMessage, deleteMessage, deleteMessages, editMessage } from '../messages.ts';
import { isThread, may, type PermissionName } from '../permissions.ts';
import { refuse, refuseField } from '../refusal.ts';
import { newer, timeOf } from '../snowflake.ts';
import type { Channel, Json, Message } from '../state.ts';
import { botId, theChannel, theMessage, theUser, type World } from '../world.ts';

/** A channel that can be written in, by the bot, now. */
function writable(call: Call, ...needs: PermissionName[]): Channel {
  const { world } = call;
  const channel = theChannel(world, id(call));
  if (channel.type === 4) refuse(50024);
  theChannel(world, id(call), isThread(channel) ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES', ...needs);
  if (isLockedTo(world, channel)) refuse(50083);
  return channel;
}

const isLockedTo = (world: World, channel: Channel): boolean =>
  isThread(channel) && channel.locked && !may(world.state, botId(world), channel, 'MANAGE_THREADS');

/** In a direct message: only if the person is in a guild with the bot and takes messages. */
function checkReachable(world: World, channel: Channel): void {
  const other = channel.recipients.find(r => r !== botId(world));
  if (other === undefined) return;
  const bot = botId(world);
  const shared = world.state.guilds.some(g => [other, bot].every(u => g.members.some(m => m.userId === u)));
  if (!shared || theUser(world, other).closedToMessages) refuse(50007);
}

function replied(world: World, channel: Channel, body: Json): Json | undefined {
  const given = body.message_reference;
  if (!given) return;
  if (!may(world.state, botId(world), channel, 'READ_MESSAGE_HISTORY')) refuse(160002);
  const found = channel.messages.some(m => m.id === given.message_id);
  if (!found && given.fail_if_not_exists !== false)
    refuseField(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
  return found
    ? { type: 0, channel_id: channel.id, message_id: given.message_id, guild_id: channel.guildId }
    : undefined;
}

/** What its files and embeds ask for beyond writing. */
const shown = ({ body, files }: Call): PermissionName[] => [
  ...(files.length ? (['ATTACH_FILES'] as const) : []),
  ...(body.embeds?.length ? (['EMBED_LINKS'] as const) : []),
];

function post(call: Call): Json {
  const { world, body } = call;
  const channel = writable(call, ...shown(call));
  checkReachable(world, channel);
  const twin = body.enforce_nonce && body.nonce != null && channel.messages.find(m => isTwin(world, m, body.nonce));
  if (twin) return messageShape(world, twin);
  const draft = drafted(call, 'MessageCreateRequest');
  if (channel.archived) channel.archived = false;
  const reference = replied(world, channel, body);
  const message = addMessage(world, channel, {
    ...draft,
    flags: (draft.flags ?? 0) & ~64,
    authorId: botId(world),
    nonce: body.nonce ?? undefined,
    ...(reference ? { reference, type: 19 } : {}),
  });
  return messageShape(world, message);
}

const isTwin = (world: World, message: Message, nonce: string | number): boolean =>
  message.authorId === botId(world) &&
  String(message.nonce) === String(nonce) &&
  world.now() - timeOf(message.id) <= limits.nonceLife;

/** Newest first. Without READ_MESSAGE_HISTORY: nothing. */
function list(call: Call): Json[] {
  const { world, query } = call;
  const channel = theChannel(world, id(call));
  const most = count(call, 'limit', 50, 100);
  if (!may(world.state, botId(world), channel, 'READ_MESSAGE_HISTORY')) return [];
  const all = channel.messages.filter(m => m.onlyFor === undefined).sort((a, b) => newer(b.id, a.id));
  const [before, after, around] = ['before', 'after', 'around'].map(name => query.get(name));
  const chosen = () => {
    if (before) return all.filter(m => newer(m.id, before) < 0).slice(0, most);
    if (after) return all.filter(m => newer(m.id, after) > 0).slice(-most);
    if (!around) return all.slice(0, most);
    const place = Math.max(0, all.findIndex(m => newer(m.id, around) <= 0) - Math.floor(most / 2));
    return all.slice(place, place + most);
  };
  return chosen().map(m => messageShape(world, m));
}

function getOne(call: Call): Json {
  const channel = theChannel(call.world, id(call), 'READ_MESSAGE_HISTORY');
  return messageShape(call.world, theMessage(channel, id(call, 1)));
}

function edit(call: Call): Json {
  const { world } = call;
  const channel = theChannel(world, id(call));
  const message = theMessage(channel, id(call, 1));
  if (message.authorId !== botId(world)) refuse(50005);
  if (![0, 19, 20].includes(message.type)) refuse(50021);
  theChannel(world, id(call), ...shown(call));
  if (channel.archived || isLockedTo(world, channel)) refuse(50083);
  editMessage(world, channel, message, drafted(call, 'MessageEditRequestPartial', call.body, message));
  return messageShape(world, message);
}

/** System messages that can be deleted: pins and others of the harmless kind. discord.com/developers/docs/resources/message#message-object-message-types */
const deletable = new Set([0, 6, 7, 18, 19, 20, 23]);

function remove(call: Call): void {
  const { world } = call;
  const channel = theChannel(world, id(call));
  const message = theMessage(channel, id(call, 1));
  if (message.authorId !== botId(world)) {
    if (!channel.guildId) refuse(50003);
    if (!may(world.state, botId(world), channel, 'MANAGE_MESSAGES')) refuse(50013);
  }
  if (!deletable.has(message.type)) refuse(50021);
  deleteMessage(world, channel, message);
}

function removeMany(call: Call): void {
  const { world, body } = call;
  const channel = theChannel(world, id(call), 'MANAGE_MESSAGES');
  if (!Array.isArray(body.messages) || body.messages.length < 2 || body.messages.length > 100)
    refuseField(['messages'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 2 and 100 in length.');
  const old = (message: string): boolean => timeOf(message) < world.now() - limits.bulkDeletable;
  if (body.messages.some(old)) refuse(50034);
  deleteMessages(
    world,
    channel,
    channel.messages.filter(m => body.messages.includes(m.id)),
  );
}

export const messages: Routes = {
  'GET /channels/:id/messages': list,
  'POST /channels/:id/messages': post,
  'POST /channels/:id/messages/bulk-delete': removeMany,
  'GET /channels/:id/messages/:id': getOne,
  'PATCH /channels/:id/messages/:id': edit,
  'DELETE /channels/:id/messages/:id': remove,
  'POST /channels/:id/typing': call => void theChannel(call.world, id(call), 'SEND_MESSAGES'),
};
