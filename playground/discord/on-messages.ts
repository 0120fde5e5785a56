/** What a person does with messages that are there: changes, pins, deletes them, puts an emoji under them. */
import type { Persona } from '../driver.ts';
import { limits } from './limits.ts';
import { channelCalled, type Eyes, seesMessage } from './looks.ts';
import { deleteMessage, editMessage, pinMessage, pinned, unpinMessage } from './messages.ts';
import { may, type PermissionName } from './permissions.ts';
import { react, unreact } from './reactions.ts';
import { whereOf } from './seen.ts';
import type { Channel, Message } from './state.ts';

export interface On {
  readonly id: string;
  readonly channelId: string;
}

export function need({ world, user }: Eyes, channel: Channel, ...permissions: PermissionName[]): void {
  if (!may(world.state, user.id, channel, ...permissions))
    throw new Error(`${user.name} may not do that in ${whereOf(channel)}: it needs ${permissions.join(', ')}`);
}

export function messageOn(eyes: Eyes, { id, channelId }: On): [Channel, Message] {
  const channel = channelCalled(eyes, channelId);
  const message = channel.messages.find(m => m.id === id && seesMessage(eyes.user.id, m));
  if (!message) throw new Error(`${eyes.user.name} sees no such message in ${whereOf(channel)}`);
  return [channel, message];
}

/** `@Ben Okafor` and `#general` become mentions, as Discord's client makes them while one types. */
export function withMentions({ world: { state }, guild }: Eyes, text: string): string {
  const names = state.users
    .filter(u => guild.members.some(m => m.userId === u.id))
    .toSorted((a, b) => b.name.length - a.name.length);
  const people = names.reduce((all, u) => all.replaceAll(`@${u.name}`, `<@${u.id}>`), text);
  return people.replace(/(?<=^|\s)#([\w-]+)/g, (all, name: string) => {
    const channel = state.channels.find(c => c.guildId === guild.id && c.name === name);
    return channel ? `<#${channel.id}>` : all;
  });
}

export function onMessages(eyes: Eyes): Pick<Persona, 'edits' | 'reacts' | 'unreacts' | 'pins' | 'unpins' | 'deletes'> {
  const { world, user } = eyes;
  return {
    async edits(on, text) {
      const [channel, message] = messageOn(eyes, on);
      if (message.authorId !== user.id) throw new Error('nobody can edit what somebody else wrote');
      if ([...text].length > limits.content)
        throw new Error(`a message on Discord has at most ${limits.content} characters`);
      if (!text.trim() && !message.attachments.length) throw new Error('an empty message cannot be sent');
      editMessage(world, channel, message, { content: withMentions(eyes, text) });
    },
    async reacts(on, emoji) {
      const [channel, message] = messageOn(eyes, on);
      const isNew = !message.reactions?.some(one => one.emoji === emoji);
      need(eyes, channel, 'READ_MESSAGE_HISTORY', ...(isNew ? (['ADD_REACTIONS'] as const) : []));
      if (message.onlyFor !== undefined) throw new Error('nothing can be put under what only one person sees');
      react(world, channel, message, user.id, emoji);
    },
    async unreacts(on, emoji) {
      const [channel, message] = messageOn(eyes, on);
      unreact(world, channel, message, user.id, emoji);
    },

    async pins(on) {
      const [channel, message] = messageOn(eyes, on);
      need(eyes, channel, 'PIN_MESSAGES');
      if (pinned(channel).length >= limits.pins) throw new Error(`${whereOf(channel)} has ${limits.pins} pins already`);
      pinMessage(world, channel, message, user.id);
    },
    async unpins(on) {
      const [channel, message] = messageOn(eyes, on);
      need(eyes, channel, 'PIN_MESSAGES');
      unpinMessage(world, channel, message);
    },
    async deletes(on) {
      const [channel, message] = messageOn(eyes, on);
      if (message.authorId !== user.id && message.onlyFor !== user.id) need(eyes, channel, 'MANAGE_MESSAGES');
      deleteMessage(world, channel, message);
    },
  };
}
