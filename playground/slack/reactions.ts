/** Emoji under a message. docs.slack.dev/reference/events/reaction_added */
import { quickEmoji } from '../quick-emoji.ts';
import { tell } from './events.ts';
import { refuse } from './refusal.ts';
import type { Channel, Message, Team } from './state.ts';
import type { World } from './world.ts';
import { ts } from './world.ts';

const nameOfEmoji = (emoji: string): string =>
  quickEmoji.find(one => one.emoji === emoji)?.slack ?? refuse('invalid_name');

export const emojiOf = (name: string): string => quickEmoji.find(one => one.slack === name)?.emoji ?? `:${name}:`;

function tellReaction(
  world: World,
  team: Team,
  channel: Channel,
  message: Message,
  said: [string, string, string],
): void {
  const [type, user, reaction] = said;
  const item = { type: 'message', channel: channel.id, ts: message.ts };
  tell(world, team, { type, user, reaction, item, item_user: message.user, event_ts: ts(world) }, channel);
  world.changed();
}

export function react(world: World, team: Team, channel: Channel, message: Message, user: string, emoji: string): void {
  if (channel.archived) refuse('is_archived');
  const name = nameOfEmoji(emoji);
  const there = message.reactions?.find(one => one.name === name);
  if (there?.users.includes(user)) refuse('already_reacted');
  if (there) there.users.push(user);
  else message.reactions = [...(message.reactions ?? []), { name, users: [user] }];
  tellReaction(world, team, channel, message, ['reaction_added', user, name]);
}

export function unreact(
  world: World,
  team: Team,
  channel: Channel,
  message: Message,
  user: string,
  emoji: string,
): void {
  const name = nameOfEmoji(emoji);
  const there = message.reactions?.find(one => one.name === name);
  const left = there?.users.includes(user) ? there : refuse('no_reaction');
  left.users = left.users.filter(id => id !== user);
  message.reactions = message.reactions?.filter(one => one.users.length > 0);
  tellReaction(world, team, channel, message, ['reaction_removed', user, name]);
}
