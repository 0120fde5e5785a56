/** What the Gateway tells of channels that the bot can't view: that they are there, and where. docs.discord.com/developers/resources/channel#obfuscated-channels */
import { bit, isThread, may } from './permissions.ts';
import { channelShape } from './shapes.ts';
import type { Channel, Json } from './state.ts';
import type { World } from './world.ts';

const obfuscated = 2 ** 17;

/** A category is viewed by whoever views anything in it. */
function isViewed({ state }: World, channel: Channel): boolean {
  const views = (one: Channel): boolean => may(state, state.application.id, one, 'VIEW_CHANNEL');
  return views(channel) || (channel.type === 4 && state.channels.some(c => c.parentId === channel.id && views(c)));
}

/** Threads of what it can't view aren't told at all. */
export const isHidden = (world: World, channel: Channel): boolean =>
  world.customs.unviewed === 'hidden' &&
  channel.guildId !== undefined &&
  !isThread(channel) &&
  !isViewed(world, channel);

/** Of one that is hidden, id, kind, position and category alone are true. */
export function toldShape(world: World, channel: Channel): Json {
  const hidden = isHidden(world, channel);
  world.toldAsHidden.set(channel.id, hidden);
  const shape = channelShape(world, channel);
  if (!hidden) return shape;
  return {
    ...shape,
    name: '___hidden___',
    topic: null,
    flags: obfuscated,
    rate_limit_per_user: 0,
    ...(channel.type === 4 ? {} : { last_message_id: null, last_pin_timestamp: null }),
    permission_overwrites: [{ id: channel.guildId, type: 0, allow: '0', deny: String(bit('VIEW_CHANNEL')) }],
  };
}

/** What the bot may view is otherwise now, though nothing of these channels was touched. */
export function tellSight(world: World, guildId: string, concerns: (one: Channel) => boolean = () => true): void {
  for (const channel of world.state.channels.filter(c => c.guildId === guildId && !isThread(c) && concerns(c))) {
    const was = world.toldAsHidden.get(channel.id);
    if (was !== undefined && was !== isHidden(world, channel))
      world.tell('CHANNEL_UPDATE', toldShape(world, channel), { guildId });
  }
}
