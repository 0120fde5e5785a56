/** Pins, by whomever: at most a hundred a channel; `pin_added` and `pin_removed` tell the app. docs.slack.dev/reference/methods/pins.add */
import { tell } from './events.ts';
import { limits } from './limits.ts';
import { systemMessage } from './messages.ts';
import { refuse } from './refusal.ts';
import { messageShape, permalink } from './shapes.ts';
import type { Channel, Json, Message, Pin, Team } from './state.ts';
import type { World } from './world.ts';
import { messageAt } from './world.ts';

export const pinShape = (world: World, team: Team, channel: Channel, pin: Pin): Json => {
  const message = messageAt(channel, pin.ts)!;
  return {
    type: 'message',
    channel: channel.id,
    created: Math.floor(pin.at / 1000),
    created_by: pin.by,
    message: {
      ...messageShape(world, team, message),
      pinned_to: [channel.id],
      permalink: permalink(team, channel, message),
    },
  };
};

const systemSubtype = /_(join|leave|topic|purpose|name|archive|unarchive)$|_convert_to_|^pinned_item$|^tombstone$/;

export function pin(world: World, team: Team, channel: Channel, by: string, message: Message): void {
  if (message.onlyFor) refuse('message_not_found');
  if (message.subtype && systemSubtype.test(message.subtype)) refuse('not_pinnable');
  if (channel.pins.some(p => p.ts === message.ts)) refuse('already_pinned');
  if (channel.pins.length >= limits.pins) refuse('too_many_pins');
  const made: Pin = { ts: message.ts, by, at: world.now() };
  channel.pins.push(made);
  tellPin(world, team, channel, 'pin_added', by, made, message);
  systemMessage(world, team, channel, by, 'pinned_item', `<@${by}> pinned a message to this channel.`);
  world.changed();
}

export function unpin(world: World, team: Team, channel: Channel, by: string, message: Message): void {
  const there = channel.pins.find(p => p.ts === message.ts);
  if (!there) refuse('no_pin');
  const shape = pinShape(world, team, channel, there);
  channel.pins = channel.pins.filter(p => p !== there);
  tellPin(world, team, channel, 'pin_removed', by, there, message, { has_pins: channel.pins.length > 0 }, shape);
  world.changed();
}

function tellPin(
  world: World,
  team: Team,
  channel: Channel,
  type: string,
  by: string,
  made: Pin,
  message: Message,
  more: Json = {},
  item?: Json,
): void {
  const event = {
    type,
    user: by,
    channel_id: channel.id,
    item: toldOf(world, item ?? pinShape(world, team, channel, made)),
    item_user: message.user,
    pin_count: channel.pins.length,
    pinned_info: { channel: channel.id, pinned_by: made.by, pinned_ts: Math.floor(made.at / 1000) },
    ...more,
  };
  tell(world, team, event, channel);
}

function toldOf({ telling: { pins } }: World, { message, ...item }: Json): Json {
  if (pins === 'whole') return { ...item, message };
  return pins === 'nothing' ? item : { ...item, message: { ts: message.ts, permalink: message.permalink } };
}
