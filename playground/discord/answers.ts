/** How the app answers interactions: the callback and what follows by the token. discord.com/developers/docs/interactions/receiving-and-responding */
import { type Call, id } from './call.ts';
import { flags } from './check-message.ts';
import { modalErrors } from './check-modal.ts';
import { drafted } from './drafts.ts';
import { settle } from './interactions.ts';
import { limits } from './limits.ts';
import { messageShape } from './message-shape.ts';
import { addMessage, type Draft, deleteMessage, editMessage } from './messages.ts';
import { isShutTo } from './permissions.ts';
import { refuse, refuseField, refuseFields } from './refusal.ts';
import { checkBody } from './schemas.ts';
import { userShape } from './shapes.ts';
import type { Channel, Interaction, Json, Message } from './state.ts';
import { botId, theUser, type World } from './world.ts';

interface Answering {
  readonly call: Call;
  readonly world: World;
  readonly interaction: Interaction;
  readonly channel: Channel;
  readonly data: Json;
}

const callbackSchemas: Readonly<Record<number, string>> = {
  1: 'PongInteractionCallbackRequest',
  4: 'CreateMessageInteractionCallbackRequest',
  5: 'CreateMessageInteractionCallbackRequest',
  6: 'UpdateMessageInteractionCallbackRequest',
  7: 'UpdateMessageInteractionCallbackRequest',
  8: 'ApplicationCommandAutocompleteCallbackRequest',
  9: 'ModalInteractionCallbackRequest',
};

/** Answers that an interaction can be given: by its type, and whether it came from a message's component. */
function answersTo({ type, messageId }: Interaction): number[] {
  if (type === 4) return [8];
  if (type === 2) return [4, 5, 9];
  return [4, 5, ...(messageId ? [6, 7] : []), ...(type === 3 ? [9] : [])];
}

const channelOf = (world: World, interaction: Interaction): Channel =>
  world.state.channels.find(c => c.id === interaction.channelId) ?? refuse(10003);

const messageOf = (channel: Channel, messageId?: string): Message =>
  channel.messages.find(m => m.id === messageId) ?? refuse(10008);

function written(
  { world, interaction, channel }: Answering,
  change: Omit<Draft, 'authorId'>,
  follows = false,
): Message {
  const { type, messageId, userId } = interaction;
  const replies = messageId !== undefined || follows;
  const answered = follows ? interaction.originalId : messageId;
  return addMessage(world, channel, {
    ...change,
    authorId: botId(world),
    type: replies ? 19 : 20,
    ...(replies && answered
      ? { reference: { type: 0, channel_id: channel.id, message_id: answered, guild_id: channel.guildId } }
      : {}),
    ...((change.flags ?? 0) & flags.ephemeral ? { onlyFor: userId } : {}),
    interaction: {
      id: interaction.id,
      type: type === 4 ? 2 : type,
      name: interaction.name,
      user: userShape(theUser(world, userId)),
      authorizing_integration_owners: { 0: interaction.guildId ?? '0' },
    },
  });
}

function openForm({ world, interaction, data }: Answering): void {
  const there = world.state.guilds.find(g => g.id === interaction.guildId);
  const isThere = (kind: string, id: string): boolean =>
    kind === 'user'
      ? world.state.users.some(u => u.id === id)
      : [...world.state.channels, ...(there?.roles ?? [])].some(one => one.id === id);
  const errors = modalErrors(data, isThere).map(e => ({ ...e, path: ['data', ...e.path] }));
  if (errors.length) refuseFields(errors);
  const { id: interactionId, channelId, guildId, messageId, userId } = interaction;
  const { custom_id: customId, title } = data;
  const seen = `${userId}/${customId}`;
  if (!world.firstSeen.has(seen)) world.firstSeen.set(seen, data.components);
  const components = (world.customs.forms === 'as first seen' && world.firstSeen.get(seen)) || data.components;
  const present = there?.members.map(m => m.userId) ?? [];
  world.state.forms[userId] = { interactionId, channelId, guildId, messageId, customId, title, components, present };
}

/** What makes or changes a message is refused in a thread that whoever asked can't open again, though they alone would see it. github.com/discord/discord-api-docs/issues/5517, 6884, 7707 */
function refuseIfShut({ world, interaction, channel }: Omit<Answering, 'call' | 'data'>): void {
  if (isShutTo(world.state, interaction.userId, channel)) refuse(50083);
}

/** By the type of the callback; answers the message it made or changed, if any. */
const performs: Readonly<Record<number, (answering: Answering) => Message | undefined>> = {
  4: a => written(a, drafted(a.call, 'IncomingWebhookInteractionRequest', a.data)),
  5: a => written(a, { flags: flags.loading | ((a.data.flags ?? 0) & flags.ephemeral) }),
  6: a => messageOf(a.channel, a.interaction.messageId),
  7(a) {
    const message = messageOf(a.channel, a.interaction.messageId);
    editMessage(a.world, a.channel, message, drafted(a.call, 'IncomingWebhookUpdateRequestPartial', a.data, message));
    return message;
  },
  8(a) {
    const choices: Json[] = a.data.choices ?? [];
    if (choices.length > limits.autocompleteChoices)
      refuseField(['data', 'choices'], 'BASE_TYPE_MAX_LENGTH', 'Must be 25 or fewer in length.');
    a.interaction.choices = choices;
    return undefined;
  },
  9(a) {
    openForm(a);
    return undefined;
  },
};

/** The form of a submission closes with its answer. */
function closeForm(world: World, { type, userId, messageId }: Interaction): void {
  const form = world.state.forms[userId];
  if (type === 5 && form && form.messageId === messageId) delete world.state.forms[userId];
}

export function callback(call: Call): Json | undefined {
  const { world, body } = call;
  const interaction =
    world.state.interactions.findLast(i => i.id === id(call) && i.token === id(call, 1)) ?? refuse(10062);
  if (interaction.state === 'answered') refuse(40060);
  if (interaction.state === 'late' || world.now() - interaction.at > world.ackMs) refuse(10062);
  const schema = callbackSchemas[body.type];
  if (!schema || !answersTo(interaction).includes(body.type))
    refuseField(['type'], 'BASE_TYPE_CHOICES', `Value must be one of {${answersTo(interaction).join(', ')}}.`);
  checkBody(schema!, body.data === undefined && body.type === 6 ? { ...body, data: {} } : body);
  const answering = { call, world, interaction, channel: channelOf(world, interaction), data: body.data ?? {} };
  if ([4, 5, 7].includes(body.type)) refuseIfShut(answering);
  const message = performs[body.type]?.(answering);
  interaction.originalId = message?.id;
  interaction.answeredWith = body.type;
  closeForm(world, interaction);
  settle(interaction, 'answered');
  world.changed();
  if (call.query.get('with_response') !== 'true') return;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(message && body.type !== 6
        ? {
            response_message_id: message.id,
            response_message_loading: Boolean(message.flags & flags.loading),
            response_message_ephemeral: message.onlyFor !== undefined,
          }
        : {}),
    },
    resource: {
      type: body.type,
      ...(message && [4, 7].includes(body.type) ? { message: messageShape(world, message, true) } : {}),
    },
  };
}

/** An interaction by its webhook's address, while its token is good. */
function byToken(call: Call): Answering {
  const { world, body } = call;
  const interaction = world.state.interactions.findLast(i => i.token === id(call, 1));
  if (!interaction) return refuse(id(call) === botId(world) ? 50027 : 10015);
  if (id(call) !== botId(world)) refuse(10015);
  if (world.now() - interaction.at > limits.tokenLife) refuse(50027);
  if (interaction.state !== 'answered') refuse(10015);
  return { call, world, interaction, channel: channelOf(world, interaction), data: body };
}

/** One of the interaction's own messages, by its id or as `@original`. */
function ownMessage({ interaction, channel }: Answering, which: string | undefined): Message {
  if (which === undefined || which === '@original' || which === interaction.originalId)
    return messageOf(channel, interaction.originalId);
  const message = messageOf(channel, which);
  return message.interaction?.id === interaction.id ? message : refuse(10008);
}

/** The first follow-up after a deferred answer is that answer. */
export function followUp(call: Call): Json {
  const answering = byToken(call);
  const { world, channel, interaction } = answering;
  refuseIfShut(answering);
  const deferred = channel.messages.find(m => m.id === interaction.originalId && m.flags & flags.loading);
  if (deferred) return change(answering, deferred);
  return messageShape(world, written(answering, drafted(call, 'IncomingWebhookInteractionRequest'), true), true);
}

function change({ call, world, channel }: Answering, message: Message): Json {
  editMessage(world, channel, message, drafted(call, 'IncomingWebhookUpdateRequestPartial', call.body, message));
  return messageShape(world, message, true);
}

export function readAnswer(call: Call): Json {
  return messageShape(call.world, ownMessage(byToken(call), call.ids[2]), true);
}

export function changeAnswer(call: Call): Json {
  const answering = byToken(call);
  refuseIfShut(answering);
  return change(answering, ownMessage(answering, call.ids[2]));
}

export function deleteAnswer(call: Call): void {
  const answering = byToken(call);
  deleteMessage(call.world, answering.channel, ownMessage(answering, call.ids[2]));
}
