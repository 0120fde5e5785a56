/** What Discord's client shows to one person. */
import type {
  OpenChannel,
  Screen,
  ScreenAsk,
  ScreenChannel,
  ScreenForm,
  ScreenMessage,
  ScreenPerson,
} from '../screen.ts';
import { flags } from './check-message.ts';
import { clickable } from './clicking.ts';
import { seenForm } from './forms.ts';
import type { Spot } from './interactions.ts';
import { channelsSeen, type Eyes, isPrivate, membersOf, seesMessage } from './looks.ts';
import { pinned } from './messages.ts';
import { bit, isThread, may } from './permissions.ts';
import { seenMessage } from './seen.ts';
import { newer, timeOf } from './snowflake.ts';
import type { Channel, Guild, Message, State, User } from './state.ts';
import { calledIn, usable } from './typing.ts';
import { botId, nameOf, parentOf, sees, userById } from './world.ts';

function shownPerson(guild: Guild, { id, name, bot }: User): ScreenPerson {
  const roles = guild.roles.filter(role => guild.members.find(m => m.userId === id)?.roles.includes(role.id));
  const admin = guild.ownerId === id || roles.some(role => BigInt(role.permissions) & bit('ADMINISTRATOR'));
  return { id, name, bot, admin: Boolean(admin), guest: false };
}

export function screen(eyes: Eyes, connected: boolean, { channel: open, read }: ScreenAsk): Screen {
  const { world, guild, user } = eyes;
  const seen = channelsSeen(eyes);
  const opened = seen.find(channel => channel.id === open);
  const form = world.state.forms[user.id];
  const direct = opened !== undefined && opened.guildId === undefined;
  const spot: Spot = { world, user, channel: opened ?? seen[0]!, ...(!direct && { guild }) };
  return {
    platform: 'discord',
    workspace: guild.name,
    connected,
    me: { ...shownPerson(guild, user), locale: user.locale },
    people: world.state.users
      .filter(one => guild.members.some(m => m.userId === one.id))
      .map(one => shownPerson(guild, one)),
    channels: seen.map(channel => shownChannel(eyes, channel, read)),
    ...(opened ? { open: openChannel(eyes, opened, read) } : {}),
    ...(form
      ? {
          form: {
            ...seenForm(world.state, form, user.locale),
            id: form.interactionId,
            close: 'Cancel',
          } satisfies ScreenForm,
        }
      : {}),
    directComposer: true,
    hasHome: false,
    clickable: opened ? clickable(spot) : [],
    shortcuts: seen.length ? usable(spot, 3).map(command => calledIn(command, user.locale)) : [],
  };
}

const kindOf = (eyes: Eyes, channel: Channel): ScreenChannel['kind'] => {
  if (channel.type === 1) return 'direct';
  if (isThread(channel)) return 'thread';
  return isPrivate(eyes, channel) ? 'private' : 'public';
};

function shownChannel(eyes: Eyes, channel: Channel, read: ScreenAsk['read']): ScreenChannel {
  const { state } = eyes.world;
  const last = read[channel.id] ?? '0';
  const me = eyes.user.id;
  const news = channel.messages.filter(
    m => newer(m.id, last) > 0 && m.authorId !== me && !isSystem(m) && seesMessage(me, m),
  );
  const parent = parentOf(state, channel);
  return {
    id: channel.id,
    name: channel.type === 1 ? nameOf(state, botId(eyes.world)) : channel.name,
    kind: kindOf(eyes, channel),
    ...(parent ? { under: isThread(channel) ? parent.id : parent.name } : {}),
    joined: true,
    archived: channel.archived,
    topic: channel.topic ?? '',
    news: news.length,
    rings: channel.type === 1 ? news.length : news.filter(m => m.rings.includes(me)).length,
  };
}

function openChannel(eyes: Eyes, channel: Channel, read: ScreenAsk['read']): OpenChannel {
  return {
    ...shownChannel(eyes, channel, read),
    composer: may(
      eyes.world.state,
      eyes.user.id,
      channel,
      isThread(channel) ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES',
    ),
    ...(read[channel.id] ? { readUpTo: read[channel.id] } : {}),
    members: membersOf(eyes, channel),
    messages: channel.messages.filter(m => seesMessage(eyes.user.id, m)).map(m => shownMessage(eyes, channel, m)),
    pins: pinned(channel).map(m => m.id),
  };
}

const isSystem = ({ type }: Pick<Message, 'type'>): boolean => type === 6 || type === 18;

function shownMessage({ world: { state }, user }: Eyes, channel: Channel, message: Message): ScreenMessage {
  const { text, permalink } = seenMessage(state, channel, message);
  const system = isSystem(message);
  const thinking = Boolean(message.flags & flags.loading);
  return {
    id: message.id,
    at: timeOf(message.id),
    author: {
      id: message.authorId,
      name: nameOf(state, message.authorId),
      bot: userById(state, message.authorId)?.bot ?? false,
    },
    system,
    edited: message.editedAt !== undefined && !thinking && message.content !== '',
    onlyYou: message.onlyFor !== undefined,
    pinned: message.pinnedAt !== undefined,
    mine: message.authorId === user.id,
    permalink,
    reactions: (message.reactions ?? []).map(({ emoji, users }) => ({
      emoji,
      people: users.map(id => nameOf(state, id)),
    })),
    ...repliedTo(state, channel, message),
    drawing: {
      content: system ? text : message.content,
      embeds: message.embeds,
      components: message.components,
      thinking,
      ...(message.interaction ? { answers: message.interaction.name } : {}),
    },
    files: message.attachments.map(({ id, name, type, bytes, description }) => ({
      id,
      name,
      type,
      bytes,
      alt: description ?? '',
    })),
  };
}

function repliedTo(state: State, channel: Channel, { type, reference }: Message): Pick<ScreenMessage, 'answers'> {
  if (!reference?.message_id || isSystem({ type })) return {};
  const found = channel.messages.find(m => m.id === reference.message_id);
  const { author = '', text = '' } = found ? seenMessage(state, channel, found) : {};
  return { answers: { id: reference.message_id, author, words: text.split('\n')[0]?.slice(0, 90) ?? '' } };
}

/** An attachment of a message that they see. */
export function fileFor(eyes: Eyes, id: string): { name: string; type: string; body: Buffer } | undefined {
  const { state } = eyes.world;
  const file = state.channels
    .filter(channel => sees(state, eyes.user.id, channel))
    .flatMap(channel => channel.messages.filter(m => seesMessage(eyes.user.id, m)))
    .flatMap(message => message.attachments)
    .find(one => one.id === id);
  return file && { name: file.name, type: file.type, body: Buffer.from(state.files[id] ?? '', 'base64') };
}
