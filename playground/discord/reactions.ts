/** Emoji under a message. discord.com/developers/docs/events/gateway-events#message-reaction-add */
import { quickEmoji } from '../quick-emoji.ts';
import { memberShape } from './shapes.ts';
import type { Channel, Message } from './state.ts';
import { guildOf, type World } from './world.ts';

function tellReaction(
  world: World,
  channel: Channel,
  message: Message,
  user: string,
  emoji: string,
  how: 'ADD' | 'REMOVE',
): void {
  const member = guildOf(world.state, channel)?.members.find(m => m.userId === user);
  const place = channel.guildId ? { guild_id: channel.guildId } : {};
  const added =
    how === 'ADD'
      ? { message_author_id: message.authorId, ...(member ? { member: memberShape(world, member) } : {}) }
      : {};
  const data = {
    user_id: user,
    channel_id: channel.id,
    message_id: message.id,
    ...place,
    ...added,
    emoji: { id: null, name: emoji },
    burst: false,
    type: 0,
  };
  world.tell(`MESSAGE_REACTION_${how}`, data, { guildId: channel.guildId, channel });
  world.changed();
}

export function react(world: World, channel: Channel, message: Message, user: string, emoji: string): void {
  if (!quickEmoji.some(one => one.emoji === emoji)) throw new Error(`there is no emoji "${emoji}" here`);
  const there = message.reactions?.find(one => one.emoji === emoji);
  if (there?.users.includes(user)) throw new Error('they have put it there already');
  if (there) there.users.push(user);
  else message.reactions = [...(message.reactions ?? []), { emoji, users: [user] }];
  tellReaction(world, channel, message, user, emoji, 'ADD');
}

export function unreact(world: World, channel: Channel, message: Message, user: string, emoji: string): void {
  const there = message.reactions?.find(one => one.emoji === emoji);
  if (!there?.users.includes(user)) throw new Error('they have put no such emoji there');
  there.users = there.users.filter(id => id !== user);
  message.reactions = message.reactions?.filter(one => one.users.length > 0);
  tellReaction(world, channel, message, user, emoji, 'REMOVE');
}
